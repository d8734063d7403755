import { featurePlanRules } from '../../../lib/environments/rules/feature-plan';
import { draft } from '../draft';
import { testRules } from './rule-rows';

testRules(featurePlanRules, {
  broken: [
    {
      rule: 'pre-token-generation-needs-essentials',
      what: 'claims of one’s own on the smallest plan',
      candidate: draft((e) => {
        e.featurePlan = 'LITE';
        e.passwordPolicy.passwordHistorySize = 0;
      }),
      path: 'triggers.preTokenGeneration',
      instead: 'featurePlan "ESSENTIALS"',
    },
    {
      rule: 'password-history-needs-essentials',
      what: 'a password history on the smallest plan',
      candidate: draft((e) => {
        e.featurePlan = 'LITE';
        delete e.triggers.preTokenGeneration;
      }),
      path: 'passwordPolicy.passwordHistorySize',
      instead: 'or write 0',
    },
    {
      rule: 'threat-protection-needs-plus',
      what: 'threat protection that the plan does not have',
      candidate: draft((e) => (e.threatProtection = { mode: 'audit' })),
      path: 'threatProtection.mode',
      instead: 'Make featurePlan "PLUS"',
    },
  ],
  fine: [
    [
      'threat protection on the largest plan',
      draft((e) => Object.assign(e, { featurePlan: 'PLUS', threatProtection: { mode: 'enforced' } })),
    ],
  ],
});
