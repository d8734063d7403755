import type { PropertyRule, Ruling } from './rule';
import { changed, wordOf } from './values';

const levels = ['OFF', 'NO_ACTION', 'AUDIT', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'ENFORCED', 'BLOCK'];
const source = 'UserPoolAddOnsType; SetRiskConfiguration';

export const threatProtection: PropertyRule = {
  kind: 'property',
  id: 'threat-protection',
  what: 'Threat protection that only watches, or does less, stops nobody.',
  source,
  types: ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  properties: [
    'UserPoolAddOns.AdvancedSecurityMode',
    'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode',
    'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
    'AccountTakeoverRiskConfiguration.Actions.LowAction.EventAction',
    'AccountTakeoverRiskConfiguration.Actions.MediumAction.EventAction',
    'AccountTakeoverRiskConfiguration.Actions.HighAction.EventAction',
  ],
  judge: ({ from, to }) => {
    const [left, right] = [levels.indexOf(wordOf(from.value)), levels.indexOf(wordOf(to.value))];
    if (left < 0 || right < 0) return [];
    return right < left
      ? [{ verdict: 'weakens', effect: 'Risky sign-ins that were stopped or asked for more get through.' }]
      : [
          {
            verdict: 'strengthens',
            effect: 'More sign-ins are asked for a second factor or blocked; some of them may be honest ones.',
          },
        ];
  },
};

export const riskExceptions: PropertyRule = {
  kind: 'property',
  id: 'risk-exceptions',
  what: 'Addresses that are skipped are never looked at; those that are blocked never get in.',
  source,
  types: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  properties: [
    'RiskExceptionConfiguration.SkippedIPRangeList',
    'RiskExceptionConfiguration.BlockedIPRangeList',
    'CompromisedCredentialsRiskConfiguration.EventFilter',
  ],
  judge: ({ property, from, to }) => {
    const { lost, gained } = changed(from, to, []);
    const isSkipped = property.endsWith('SkippedIPRangeList');
    const rulings: Ruling[] = [];
    const weaker = isSkipped ? gained : lost;
    if (weaker.length > 0)
      rulings.push({ verdict: 'weakens', effect: `No longer looked at, or no longer blocked: ${weaker.join(', ')}.` });
    if (property.endsWith('BlockedIPRangeList') && gained.length > 0) {
      rulings.push({ verdict: 'breaks-clients', effect: `Nobody signs in from ${gained.join(', ')}.` });
    }
    return rulings.length > 0 ? rulings : [{ verdict: 'strengthens', effect: 'More is looked at than before.' }];
  },
};

export const riskNotices: PropertyRule = {
  kind: 'property',
  id: 'risk-notices',
  what: 'Who is not told of a risky sign-in cannot react.',
  source,
  types: ['AWS::Cognito::UserPoolRiskConfigurationAttachment'],
  properties: ['LowAction', 'MediumAction', 'HighAction'].map(
    (action) => `AccountTakeoverRiskConfiguration.Actions.${action}.Notify`,
  ),
  judge: ({ to }) =>
    to.value === false
      ? [{ verdict: 'weakens', effect: 'Users are not told of risky sign-ins to their account.' }]
      : [{ verdict: 'strengthens', effect: 'Users are told of risky sign-ins to their account.' }],
};
