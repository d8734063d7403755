import { defineRule, type Rule } from './rule';

/** Alarms for what can happen, and none for what cannot. */
export const monitoringRules: readonly Rule[] = [
  defineRule({
    id: 'risk-alarm-where-risk-is-seen',
    what: 'There is an alarm for risky sign-ins exactly where threat protection looks at them.',
    source: 'Cognito Developer Guide, threat protection metrics: Risk is reported in audit and in enforced mode only.',
    reads: ['monitoring', 'threatProtection'],
    check: ({ monitoring, threatProtection }) => {
      if (monitoring.alarms === 'off' || (monitoring.riskEvents !== undefined) === (threatProtection.mode !== 'off')) {
        return [];
      }
      const isSeen = threatProtection.mode !== 'off';
      return [
        {
          path: ['monitoring', 'riskEvents'],
          got: monitoring.riskEvents,
          allowed: isSeen
            ? `a whole number of at least 1 beside threatProtection.mode "${threatProtection.mode}"`
            : 'nothing beside threatProtection.mode "off"',
          instead: isSeen
            ? 'Write from how many risky requests in five minutes somebody has to look.'
            : 'Remove it: it would never go off.',
        },
      ];
    },
  }),
  defineRule({
    id: 'trigger-alarm-where-triggers-are',
    what: 'There are alarms for triggers exactly where triggers are declared.',
    source: 'AWS Lambda reports Errors and Duration of functions that run.',
    reads: ['monitoring', 'triggers'],
    check: ({ monitoring, triggers: { functions, ...declared } }) => {
      const areThere = Object.values(declared).some((trigger) => trigger !== undefined);
      if (monitoring.alarms === 'off' || (monitoring.triggers !== undefined) === areThere) return [];
      return [
        {
          path: ['monitoring', 'triggers'],
          got: monitoring.triggers,
          allowed: areThere ? 'an object with errors, milliseconds beside triggers' : 'nothing where no trigger is',
          instead: areThere
            ? 'Write from how many errors and above which duration somebody has to look.'
            : 'Remove it: it would never go off.',
        },
      ];
    },
  }),
];
