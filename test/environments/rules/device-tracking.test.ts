import { deviceTrackingRules } from '../../../lib/environments/rules/device-tracking';
import { client, draft, off } from '../draft';
import { testRules } from './rule-rows';

testRules(deviceTrackingRules, {
  broken: [
    {
      rule: 'device-challenge-needs-mfa',
      what: 'devices that replace a factor which nobody has',
      candidate: draft((e) => (e.mfa = { mode: 'off', reason: off.reason })),
      path: 'deviceTracking.challengeRequiredOnNewDevice',
      instead: 'Make mfa.mode "optional" or "required"',
    },
    {
      rule: 'device-tracking-needs-srp',
      what: 'devices where no client can use them',
      candidate: draft((e) => (e.clients = { legacy: client(e, 'legacy') })),
      path: 'deviceTracking.tracking',
      instead: 'Add ALLOW_USER_SRP_AUTH to a client',
    },
    {
      rule: 'device-outlives-session',
      what: 'devices that are forgotten in the middle of a session',
      candidate: draft((e) => {
        client(e, 'web').refreshTokenHours = 1441;
      }),
      path: 'deviceTracking.unusedDevices.afterDays',
      instead: 'Write 61 or more, or make refreshTokenHours at most 1440',
    },
  ],
  fine: [
    ['devices that live as long as a session', draft((e) => (client(e, 'web').refreshTokenHours = 1440))],
    [
      'tracked devices without MFA that replace nothing',
      draft((e) => {
        e.mfa = { mode: 'off', reason: off.reason };
        e.deviceTracking = {
          tracking: 'on',
          challengeRequiredOnNewDevice: false,
          deviceOnlyRememberedOnUserPrompt: true,
          unusedDevices: { forgotten: false, reason: off.reason },
        };
      }),
    ],
  ],
});
