import { userClients } from '../user-clients';
import { clientsWithFlow } from './client-flow';
import { defineRule, type Rule } from './rule';

/** What remembered devices need so that they do anything. */
export const deviceTrackingRules: readonly Rule[] = [
  defineRule({
    id: 'device-challenge-needs-mfa',
    what: 'A remembered device can replace the second factor only where there is one.',
    source: 'Cognito API, DeviceConfigurationType: ChallengeRequiredOnNewDevice replaces MFA on remembered devices.',
    covers: ['unsafe-7'],
    reads: ['deviceTracking', 'mfa'],
    check: ({ deviceTracking, mfa }) =>
      deviceTracking.tracking === 'on' && deviceTracking.challengeRequiredOnNewDevice && mfa.mode === 'off'
        ? [
            {
              path: ['deviceTracking', 'challengeRequiredOnNewDevice'],
              got: true,
              allowed: 'false beside mfa.mode "off"',
              instead: 'Make mfa.mode "optional" or "required", or write false.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'device-tracking-needs-srp',
    what: 'Device tracking needs an app client that signs in by SRP.',
    source: 'Cognito Developer Guide, devices: a device proves itself by SRP (DEVICE_SRP_AUTH).',
    reads: ['deviceTracking', 'clients'],
    check: ({ deviceTracking, clients }) =>
      deviceTracking.tracking === 'on' && clientsWithFlow(clients, ['ALLOW_USER_SRP_AUTH']).length === 0
        ? [
            {
              path: ['deviceTracking', 'tracking'],
              got: 'on',
              allowed: '"off" while no client has ALLOW_USER_SRP_AUTH',
              instead: 'Add ALLOW_USER_SRP_AUTH to a client, or write { tracking: "off", reason }.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'device-outlives-session',
    what: 'A device is not forgotten while a session that began on it can go on.',
    source: 'Cognito Developer Guide, devices: without its device a refresh token is refused, and the user signed out.',
    reads: ['deviceTracking', 'clients'],
    check: ({ deviceTracking, clients }) => {
      if (deviceTracking.tracking === 'off' || !deviceTracking.unusedDevices.forgotten) return [];
      const { afterDays } = deviceTracking.unusedDevices;
      const longest = Math.max(0, ...userClients(clients).map(([, { refreshTokenHours }]) => refreshTokenHours));
      const limit = Math.ceil(longest / 24);
      if (afterDays >= limit) return [];
      return [
        {
          path: ['deviceTracking', 'unusedDevices', 'afterDays'],
          got: afterDays,
          allowed: `at least ${limit}, the days that a refresh token lives`,
          instead: `Write ${limit} or more, or make refreshTokenHours at most ${afterDays * 24}.`,
        },
      ];
    },
  }),
];
