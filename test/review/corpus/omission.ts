import type { RawObject } from '../../../lib/template/value';
import type { CorpusPair } from './pair';
import { clientChange, partChange, pool, poolChange, resource } from './pair';

const policy = (PasswordPolicy: RawObject): RawObject => ({ Policies: { PasswordPolicy } });
const whole = {
  MinimumLength: 15,
  RequireLowercase: false,
  RequireNumbers: false,
  RequireUppercase: false,
  TemporaryPasswordValidityDays: 3,
};

const { MinimumLength: _, ...withoutLength } = whole;

/** Section 2: what is taken out of a template, and what is not seen. */
export const omissionPairs: readonly CorpusPair[] = [
  {
    title: 'verification of addresses leaves the template',
    rows: ['2.1/auto-verified'],
    source: 'cdkd; serverless#6499',
    ...poolChange({ AutoVerifiedAttributes: ['email'] }, {}),
    expected: [['Pool', 'AutoVerifiedAttributes', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'MFA leaves the template',
    rows: ['2.1/mfa-configuration'],
    source: 'cdkd, cdk-real-drift',
    ...poolChange({ MfaConfiguration: 'OPTIONAL' }, {}),
    expected: [['Pool', 'MfaConfiguration', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'the password and sign-in policies leave the template',
    rows: ['2.1/policies'],
    source: 'cdkd#1968, #1979, PR 2420',
    ...poolChange(
      {
        Policies: {
          PasswordPolicy: {
            MinimumLength: 15,
            RequireLowercase: true,
            RequireNumbers: true,
            RequireSymbols: true,
            RequireUppercase: true,
          },
          SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
        },
      },
      {},
    ),
    expected: [
      ['Pool', 'Policies.PasswordPolicy.MinimumLength', 'weakens', 'effect-uncertain'],
      ['Pool', 'Policies.SignInPolicy.AllowedFirstAuthFactors', 'breaks-clients', 'effect-uncertain'],
    ],
  },
  {
    title: 'deletion protection leaves the template',
    rows: ['2.1/deletion-protection'],
    source: 'cdk-real-drift#630',
    ...poolChange({ DeletionProtection: 'ACTIVE' }, {}),
    expected: [['Pool', 'DeletionProtection', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'the plan and its kin leave the template',
    rows: ['2.1/tier-and-kin'],
    source: 'cdk-real-drift#702',
    ...poolChange(
      {
        UserPoolTier: 'PLUS',
        EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      },
      {},
    ),
    expected: [
      ['Pool', 'UserPoolTier', 'weakens', 'effect-uncertain'],
      ['Pool', 'EmailConfiguration.EmailSendingAccount', 'effect-uncertain'],
      ['Pool', 'AccountRecoverySetting.RecoveryMechanisms', 'weakens', 'effect-uncertain'],
    ],
  },
  {
    title: 'a rule leaves a password policy, which is replaced whole',
    rows: ['2.1/password-policy-part'],
    source: 'cdk-real-drift#1701',
    ...poolChange(policy({ ...whole, RequireSymbols: true }), policy(whole)),
    expected: [['Pool', 'Policies.PasswordPolicy.RequireSymbols', 'neutral']],
  },
  {
    title: 'the length leaves a password policy',
    rows: ['2.1/password-policy-part'],
    source: 'cdk-real-drift#1701',
    ...poolChange(policy(whole), policy(withoutLength)),
    expected: [['Pool', 'Policies.PasswordPolicy.MinimumLength', 'refused-at-deploy', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'device tracking leaves the template',
    rows: ['2.1/device-configuration'],
    source: 'aws-cdk#33282',
    ...poolChange({ DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } }, {}),
    expected: [
      ['Pool', 'DeviceConfiguration', 'effect-uncertain'],
      ['Pool', 'DeviceConfiguration.ChallengeRequiredOnNewDevice', 'effect-uncertain'],
    ],
  },
  {
    title: 'the triggers leave the template',
    rows: ['2.1/lambda-config'],
    source: 'terraform-provider-aws#20949, #29048, #45529',
    ...poolChange({ LambdaConfig: { PreSignUp: 'arn:aws:lambda:eu-west-1:111122223333:function:a' } }, {}),
    expected: [['Pool', 'LambdaConfig.PreSignUp', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'tags leave the template',
    rows: ['2.1/tags'],
    source: 'aws-cli#3302',
    ...poolChange({ UserPoolTags: { owner: 'a' } }, {}),
    expected: [['Pool', 'UserPoolTags.owner', 'effect-uncertain']],
  },
  {
    title: 'lifetimes and revocation of a client leave the template',
    rows: ['2.1/client-lifetimes'],
    source: 'cdk-real-drift#1613, #1689',
    ...clientChange({ RefreshTokenValidity: 1, EnableTokenRevocation: false, AuthSessionValidity: 5 }, {}),
    expected: [
      ['Client', 'RefreshTokenValidity', 'weakens', 'effect-uncertain'],
      ['Client', 'EnableTokenRevocation', 'effect-uncertain'],
      ['Client', 'AuthSessionValidity', 'effect-uncertain'],
    ],
  },
  {
    title: 'rotation leaves the template',
    rows: ['2.1/client-rotation'],
    source: 'terraform-provider-aws PR 47374',
    ...clientChange(
      { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'], RefreshTokenRotation: { Feature: 'ENABLED' } },
      { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] },
    ),
    expected: [['Client', 'RefreshTokenRotation.Feature', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'the providers of a client leave the template',
    rows: ['2.1/client-others'],
    source: 'cloudformation-coverage-roadmap#676',
    ...clientChange({ SupportedIdentityProviders: ['COGNITO', 'Google'] }, {}),
    expected: [['Client', 'SupportedIdentityProviders', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'a value that the service takes anyway leaves the template',
    rows: ['2.1/client-others'],
    source: 'cdk-real-drift (values of a bare pool)',
    ...clientChange({ PreventUserExistenceErrors: 'LEGACY', EnableTokenRevocation: true }, {}),
    expected: [],
  },
  {
    title: 'the scopes of a resource server leave the template',
    rows: ['2.1/resource-server'],
    source: 'UpdateResourceServer',
    ...partChange(
      'UserPoolResourceServer',
      { Identifier: 'a', Scopes: [{ ScopeName: 'read', ScopeDescription: 'r' }] },
      { Identifier: 'a' },
    ),
    expected: [['Part', 'Scopes.read', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'the settings of a style leave the template',
    rows: ['2.1/branding'],
    source: 'UpdateManagedLoginBranding',
    ...partChange('ManagedLoginBranding', { ClientId: 'a', Settings: { colour: 'red' } }, { ClientId: 'a' }),
    expected: [['Part', 'Settings', 'effect-uncertain']],
  },
  {
    title: 'a custom resource updates the pool through the API',
    rows: ['2.2/partial-api-calls'],
    source: 'aws-cdk#33282; serverless#7510',
    before: pool(),
    after: {
      ...pool(),
      Fix: resource('Custom::AWS', {
        Create: '{"service":"CognitoIdentityServiceProvider","action":"setUserPoolMfaConfig"}',
      }),
    },
    expected: [['Fix', '', 'effect-uncertain']],
  },
];
