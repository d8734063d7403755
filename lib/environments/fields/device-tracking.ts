import { z } from 'zod';
import { reason } from './protection';

const unusedDevices = z
  .discriminatedUnion('forgotten', [
    z.strictObject({
      forgotten: z.literal(true).describe('A scheduled function forgets them; Cognito itself never does.'),
      afterDays: z.int().min(1).max(3650).describe('Days without a sign-in from the device.'),
    }),
    z.strictObject({ forgotten: z.literal(false).describe('They are remembered for ever; say why.'), reason }),
  ])
  .describe('What becomes of devices that nobody uses any more.');

export const deviceTracking = z
  .discriminatedUnion('tracking', [
    z.strictObject({
      tracking: z.literal('on').describe('Devices get keys and can be remembered.'),
      challengeRequiredOnNewDevice: z
        .boolean()
        .describe('A remembered device signs in by its own secret instead of MFA.'),
      deviceOnlyRememberedOnUserPrompt: z
        .boolean()
        .describe('A confirmed device is remembered only after the user agrees.'),
      unusedDevices,
    }),
    z.strictObject({ tracking: z.literal('off').describe('No device is known; say why.'), reason }),
  ])
  .describe('Remembered devices (DeviceConfiguration: present means on, whatever its flags).');
