import { defineRule, type Rule } from './rule';

/** What Cognito can write into its logs. */
export const logDeliveryRules: readonly Rule[] = [
  defineRule({
    id: 'user-activity-needs-threat-protection',
    what: 'Sign-ins and their risk are logged only where threat protection looks at them.',
    source:
      'Cognito Developer Guide, exporting logs: user activity is logged only while threat protection is active; the ' +
      'service refuses userAuthEvents below PLUS.',
    covers: ['deploy-47'],
    reads: ['logDelivery', 'threatProtection'],
    check: ({ logDelivery, threatProtection }) =>
      logDelivery.userActivity.deliver && threatProtection.mode === 'off'
        ? [
            {
              path: ['logDelivery', 'userActivity', 'deliver'],
              got: true,
              allowed: 'false beside threatProtection.mode "off"',
              instead: 'Write { deliver: false, reason }, or make threatProtection.mode "audit" or "enforced".',
            },
          ]
        : [],
  }),
];
