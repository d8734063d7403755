import type { FateRule, PropertyRule } from './rule';

const source = 'CloudFormation schemas; Amazon Cognito API reference, user pool replicas';

export const replicaLost: FateRule = {
  kind: 'fate',
  id: 'replica-lost',
  what: 'Without its replica a pool cannot fail over.',
  source,
  types: ['AWS::Cognito::UserPoolReplica'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: () => [
    { verdict: 'weakens', effect: 'Nobody can sign in through the other Region when this one fails.' },
    {
      verdict: 'effect-uncertain',
      effect:
        'A replica can be deleted only while it is INACTIVE, from the primary Region; what state it is in no template shows.',
      instead: ['Set the replica INACTIVE first, then remove it.'],
    },
  ],
};

export const regionalSettings: PropertyRule = {
  kind: 'property',
  id: 'regional-settings',
  what: 'Settings of another Region have to repeat the global ones unchanged.',
  source,
  types: ['AWS::Cognito::UserPoolRegionalConfigurationAttachment'],
  properties: ['Status', 'EmailConfiguration.', 'LambdaConfig.', 'SmsConfiguration.'],
  judge: () => [
    {
      verdict: 'effect-uncertain',
      effect:
        'It counts for users in the other Region; where it differs from the settings of the pool the service may refuse it.',
    },
  ],
};

export const regionalSettingsLost: FateRule = {
  kind: 'fate',
  id: 'regional-settings-lost',
  what: 'Without its own settings the other Region has those that the service takes.',
  source,
  types: ['AWS::Cognito::UserPoolRegionalConfigurationAttachment'],
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: () => [
    { verdict: 'effect-uncertain', effect: 'What users of the other Region get instead is not documented.' },
  ],
};
