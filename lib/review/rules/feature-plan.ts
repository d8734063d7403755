import { settingOf } from '../effective/effective';
import type { CombinationRule, PropertyRule } from './rule';
import { elementsOf, wordOf } from './values';

const types = ['AWS::Cognito::UserPool'];
const plans = ['LITE', 'ESSENTIALS', 'PLUS'];

export const featurePlan: PropertyRule = {
  kind: 'property',
  id: 'feature-plan-lowered',
  what: 'A lower feature plan is refused until what it does not include is off.',
  source: 'FeatureUnavailableInTierException, TierChangeNotAllowedException',
  types,
  properties: ['UserPoolTier'],
  judge: ({ after, from, to }) => {
    const [left, right] = [plans.indexOf(wordOf(from.value)), plans.indexOf(wordOf(to.value))];
    if (left < 0 || right < 0) return [];
    if (left < right) return [{ verdict: 'neutral', effect: 'The pool can use more features, and costs more.' }];
    const less = {
      verdict: 'weakens',
      effect: 'What only the higher plan includes protects nobody any more.',
    } as const;
    const mode = settingOf(after.resource, 'UserPoolAddOns.AdvancedSecurityMode');
    const first = elementsOf(settingOf(after.resource, 'Policies.SignInPolicy.AllowedFirstAuthFactors')) ?? [];
    const inUse = [
      ...(mode === 'OFF' ? [] : ['threat protection']),
      ...(right === 0 && first.some((each) => each !== 'PASSWORD') ? ['first factors beyond the password'] : []),
    ];
    if (inUse.length > 0) {
      const effect = `The pool still uses ${inUse.join(' and ')}, which ${wordOf(to.value)} does not include: the service refuses it and the stack rolls back.`;
      return [
        {
          verdict: 'refused-at-deploy',
          effect,
          instead: ['First deployment: switch the features off.', 'Second deployment: lower the plan.'],
        },
        less,
      ];
    }
    return [
      less,
      {
        verdict: 'effect-uncertain',
        effect: 'The service names features that have to be off first; which they all are is not documented.',
      },
    ];
  },
};

export const threatProtectionNeedsPlus: CombinationRule = {
  kind: 'combination',
  id: 'threat-protection-needs-plus',
  what: 'Threat protection needs the plan PLUS, except in pools that had it before there were plans.',
  source: 'aws-cdk#36023, PR 36027',
  types,
  properties: ['UserPoolAddOns.AdvancedSecurityMode'],
  judge: ({ resource }) => {
    const isOn = ['AUDIT', 'ENFORCED'].includes(wordOf(settingOf(resource, 'UserPoolAddOns.AdvancedSecurityMode')));
    const plan = settingOf(resource, 'UserPoolTier');
    if (!isOn || (plan !== 'LITE' && plan !== 'ESSENTIALS')) return [];
    const effect = `The plan ${plan} does not include it: the service refuses it, unless the pool is old enough to be excepted.`;
    return [{ verdict: 'effect-uncertain', effect, instead: ['Set UserPoolTier to PLUS.'] }];
  },
};
