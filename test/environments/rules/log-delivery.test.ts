import { environment } from '../../../lib/environments/environment';
import { logDeliveryRules } from '../../../lib/environments/rules/log-delivery';
import { draft } from '../draft';
import { threats } from '../threats';
import { testRules } from './rule-rows';

testRules(logDeliveryRules, {
  broken: [
    {
      rule: 'user-activity-needs-threat-protection',
      what: 'a log of sign-ins that nobody looks at',
      candidate: draft((e) => (e.logDelivery.userActivity = { deliver: true, retentionDays: 365 })),
      path: 'logDelivery.userActivity.deliver',
      instead: 'threatProtection.mode "audit" or "enforced"',
    },
  ],
  fine: [
    [
      'a log of sign-ins whose risk is recorded',
      draft((e) => {
        e.featurePlan = 'PLUS';
        e.threatProtection = environment.shape.threatProtection.parse({ ...threats, mode: 'audit' });
        e.logDelivery.userActivity = { deliver: true, retentionDays: 365 };
      }),
    ],
    [
      'a log of messages that did not arrive, on any plan',
      draft((e) => (e.logDelivery.messageErrors = { deliver: true, retentionDays: 30 })),
    ],
  ],
});
