import { defineRule, type Rule } from './rule';

const cure = 'Make featurePlan "ESSENTIALS" or "PLUS"';

/** What a plan lacks; the service says so only at deployment. */
export const featurePlanRules: readonly Rule[] = [
  defineRule({
    id: 'pre-token-generation-needs-essentials',
    what: 'The pre-token-generation trigger needs the ESSENTIALS plan.',
    source: 'Cognito Developer Guide, pre token generation: event versions V2_0 and V3_0 need ESSENTIALS or PLUS.',
    reads: ['featurePlan', 'triggers'],
    check: ({ featurePlan, triggers }) =>
      featurePlan === 'LITE' && triggers.preTokenGeneration !== undefined
        ? [
            {
              path: ['triggers', 'preTokenGeneration'],
              got: triggers.preTokenGeneration,
              allowed: 'no preTokenGeneration on featurePlan "LITE"',
              instead: `${cure}, or remove triggers.preTokenGeneration.`,
            },
          ]
        : [],
  }),
  defineRule({
    id: 'password-history-needs-essentials',
    what: 'A password history needs the ESSENTIALS plan.',
    source: 'Cognito Developer Guide, password reuse: ESSENTIALS or PLUS.',
    reads: ['featurePlan', 'passwordPolicy'],
    check: ({ featurePlan, passwordPolicy }) =>
      featurePlan === 'LITE' && passwordPolicy.passwordHistorySize > 0
        ? [
            {
              path: ['passwordPolicy', 'passwordHistorySize'],
              got: passwordPolicy.passwordHistorySize,
              allowed: '0 on featurePlan "LITE"',
              instead: `${cure}, or write 0.`,
            },
          ]
        : [],
  }),
  defineRule({
    id: 'threat-protection-needs-plus',
    what: 'Threat protection needs the PLUS plan.',
    source: 'Cognito Developer Guide, advanced security with threat protection: PLUS.',
    reads: ['featurePlan', 'threatProtection'],
    check: ({ featurePlan, threatProtection }) =>
      featurePlan !== 'PLUS' && threatProtection.mode !== 'off'
        ? [
            {
              path: ['threatProtection', 'mode'],
              got: threatProtection.mode,
              allowed: `"off" on featurePlan "${featurePlan}"`,
              instead: 'Make featurePlan "PLUS", or write { mode: "off", reason }.',
            },
          ]
        : [],
  }),
];
