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
  ],
  fine: [
    [
      'tracked devices without MFA that replace nothing',
      draft((e) => {
        e.mfa = { mode: 'off', reason: off.reason };
        e.deviceTracking = {
          tracking: 'on',
          challengeRequiredOnNewDevice: false,
          deviceOnlyRememberedOnUserPrompt: true,
        };
      }),
    ],
  ],
});
