import type { CorpusPair } from './pair';
import { part, partChange, pool, poolChange, resource } from './pair';

const length = (MinimumLength: number, more: object = {}) => ({
  Policies: { PasswordPolicy: { MinimumLength, ...more } },
});
const fn = (name: string) => `arn:aws:lambda:eu-west-1:111122223333:function:${name}`;
const trigger = (ZipFile: string) =>
  resource('AWS::Lambda::Function', { Code: { ZipFile }, Handler: 'index.handler', Runtime: 'nodejs24.x' });
const withTrigger = (source: string) => ({
  ...pool({
    LambdaConfig: {
      PreTokenGenerationConfig: { LambdaArn: { 'Fn::GetAtt': ['Function', 'Arn'] }, LambdaVersion: 'V2_0' },
    },
  }),
  Function: trigger(source),
});
const permission = {
  Permission: resource('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    FunctionName: { 'Fn::GetAtt': ['Function', 'Arn'] },
    Principal: 'cognito-idp.amazonaws.com',
    SourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] },
  }),
};
const role = { Role: resource('AWS::IAM::Role', { AssumeRolePolicyDocument: {} }) };
const sends = { SmsConfiguration: { SnsCallerArn: { 'Fn::GetAtt': ['Role', 'Arn'] }, ExternalId: 'a' } };

/** Section 3: what users notice, of everything but MFA and app clients. */
export const usersPairs: readonly CorpusPair[] = [
  {
    title: 'passwords have to be longer',
    rows: ['3/password-policy-stricter'],
    source: 'Amazon Cognito developer guide, password policy',
    ...poolChange(length(8), length(15)),
    expected: [['Pool', 'Policies.PasswordPolicy.MinimumLength', 'strengthens']],
  },
  {
    title: 'passwords may be shorter, and old ones come back',
    rows: ['3/password-policy-looser'],
    source: 'Amazon Cognito developer guide, password policy',
    ...poolChange(length(15, { PasswordHistorySize: 5 }), length(8, { PasswordHistorySize: 1 })),
    expected: [
      ['Pool', 'Policies.PasswordPolicy.MinimumLength', 'weakens'],
      ['Pool', 'Policies.PasswordPolicy.PasswordHistorySize', 'weakens'],
    ],
  },
  {
    title: 'invitations count for fewer days',
    rows: ['3/temporary-password'],
    source: 'PasswordPolicyType',
    ...poolChange(length(15, { TemporaryPasswordValidityDays: 7 }), length(15, { TemporaryPasswordValidityDays: 1 })),
    expected: [['Pool', 'Policies.PasswordPolicy.TemporaryPasswordValidityDays', 'strengthens']],
  },
  {
    title: 'the triggers of tokens, sign-up, migration and delivery are removed one by one',
    rows: ['3/trigger-changed', '1.1/lambda-config'],
    source: 'Amazon Cognito developer guide, Lambda triggers',
    ...poolChange(
      {
        LambdaConfig: {
          PreSignUp: fn('a'),
          PreAuthentication: fn('a'),
          UserMigration: fn('a'),
          CustomEmailSender: { LambdaArn: fn('a'), LambdaVersion: 'V1_0' },
          PostConfirmation: fn('a'),
          PreTokenGeneration: fn('a'),
        },
      },
      { LambdaConfig: { PostConfirmation: fn('b') } },
    ),
    expected: [
      ['Pool', 'LambdaConfig.PreSignUp', 'weakens', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.PreAuthentication', 'weakens', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.UserMigration', 'breaks-clients', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.CustomEmailSender.LambdaArn', 'breaks-clients', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.CustomEmailSender.LambdaVersion', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.PreTokenGeneration', 'breaks-clients', 'effect-uncertain'],
      ['Pool', 'LambdaConfig.PostConfirmation', 'effect-uncertain'],
    ],
  },
  {
    title: 'the event of the token trigger gets another shape',
    rows: ['3/trigger-changed'],
    source: 'Amazon Cognito developer guide, pre token generation',
    ...poolChange(
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: fn('a'), LambdaVersion: 'V1_0' } } },
      { LambdaConfig: { PreTokenGenerationConfig: { LambdaArn: fn('a'), LambdaVersion: 'V2_0' } } },
    ),
    expected: [['Pool', 'LambdaConfig.PreTokenGenerationConfig.LambdaVersion', 'breaks-clients']],
  },
  {
    title: 'the two names of the token trigger differ',
    rows: ['1.1/lambda-config'],
    source: 'LambdaConfigType',
    ...poolChange(
      {
        LambdaConfig: {
          PreTokenGeneration: fn('a'),
          PreTokenGenerationConfig: { LambdaArn: fn('a'), LambdaVersion: 'V2_0' },
        },
      },
      {
        LambdaConfig: {
          PreTokenGeneration: fn('a'),
          PreTokenGenerationConfig: { LambdaArn: fn('b'), LambdaVersion: 'V2_0' },
        },
      },
    ),
    expected: [['Pool', 'LambdaConfig.PreTokenGenerationConfig.LambdaArn', 'refused-at-deploy', 'effect-uncertain']],
  },
  {
    title: 'the key that codes are encrypted with for a sender changes',
    rows: ['3/trigger-changed'],
    source: 'LambdaConfigType, KMSKeyID',
    ...poolChange(
      { LambdaConfig: { KMSKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/a' } },
      { LambdaConfig: { KMSKeyID: 'arn:aws:kms:eu-west-1:111122223333:key/b' } },
    ),
    expected: [['Pool', 'LambdaConfig.KMSKeyID', 'breaks-clients']],
  },
  {
    title: 'the code of the token trigger is rewritten',
    rows: ['3/trigger-changed'],
    source: 'Amazon Cognito developer guide, pre token generation',
    before: withTrigger('exports.handler = async (event) => event;'),
    after: withTrigger('exports.handler = async (event) => ({ ...event, response: {} });'),
    expected: [['Function', 'Code', 'effect-uncertain']],
  },
  {
    title: 'the service may not invoke a trigger any more',
    rows: ['1.1/lambda-config', '3/trigger-changed'],
    source: 'Amazon Cognito developer guide, Lambda triggers',
    before: { ...withTrigger('a'), ...permission },
    after: withTrigger('a'),
    expected: [['Function', '', 'breaks-clients']],
  },
  {
    title: 'anybody may sign up',
    rows: ['3/self-sign-up'],
    source: 'AdminCreateUserConfigType',
    ...poolChange(
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } },
      { AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } },
    ),
    expected: [['Pool', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', 'weakens']],
  },
  {
    title: 'threat protection only watches',
    rows: ['3/threat-protection'],
    source: 'UserPoolAddOnsType',
    ...poolChange(
      { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
      { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } },
    ),
    expected: [['Pool', 'UserPoolAddOns.AdvancedSecurityMode', 'weakens']],
  },
  {
    title: 'risky sign-ins get through, and some addresses are never looked at',
    rows: ['3/threat-protection'],
    source: 'SetRiskConfiguration',
    ...partChange(
      'UserPoolRiskConfigurationAttachment',
      { ClientId: 'ALL', CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'BLOCK' } } },
      {
        ClientId: 'ALL',
        CompromisedCredentialsRiskConfiguration: { Actions: { EventAction: 'NO_ACTION' } },
        RiskExceptionConfiguration: { SkippedIPRangeList: ['10.0.0.0/8'] },
      },
    ),
    expected: [
      ['Part', 'CompromisedCredentialsRiskConfiguration.Actions.EventAction', 'weakens'],
      ['Part', 'RiskExceptionConfiguration.SkippedIPRangeList', 'weakens'],
    ],
  },
  {
    title: 'another address counts before it is verified',
    rows: ['3/verification-before-update'],
    source: 'UserAttributeUpdateSettingsType',
    ...poolChange(
      { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] } },
      { UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] } },
    ),
    expected: [['Pool', 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', 'weakens']],
  },
  {
    title: 'a forgotten password comes back by SMS as well',
    rows: ['3/account-recovery'],
    source: 'AccountRecoverySettingType',
    ...poolChange(
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } },
      {
        AccountRecoverySetting: {
          RecoveryMechanisms: [
            { Name: 'verified_email', Priority: 1 },
            { Name: 'verified_phone_number', Priority: 2 },
          ],
        },
      },
    ),
    expected: [['Pool', 'AccountRecoverySetting.RecoveryMechanisms', 'weakens']],
  },
  {
    title: 'a forgotten password no longer comes back by SMS, as it does where nothing is said',
    rows: ['3/account-recovery'],
    source: 'AccountRecoverySettingType',
    ...poolChange({}, { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] } }),
    expected: [['Pool', 'AccountRecoverySetting.RecoveryMechanisms', 'strengthens']],
  },
  {
    title: 'a forgotten password comes back by SMS',
    rows: ['3/account-recovery'],
    source: 'AccountRecoverySettingType',
    ...poolChange(
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] } },
      { AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_phone_number', Priority: 1 }] } },
    ),
    expected: [['Pool', 'AccountRecoverySetting.RecoveryMechanisms', 'weakens']],
  },
  {
    title: 'the service sends e-mails from its own address',
    rows: ['3/email-sender'],
    source: 'EmailConfigurationType',
    ...poolChange(
      { EmailConfiguration: { EmailSendingAccount: 'DEVELOPER' } },
      { EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' } },
    ),
    expected: [['Pool', 'EmailConfiguration.EmailSendingAccount', 'neutral']],
  },
  {
    title: 'a custom domain becomes the relying party of passkeys',
    rows: ['3/custom-domain-added'],
    source: 'CloudFormation, WebAuthnRelyingPartyID',
    before: pool({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } }),
    after: {
      ...pool({ Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } }),
      ...part('Domain', 'UserPoolDomain', { Domain: 'login.example.com' }),
    },
    expected: [['Domain', '', 'breaks-clients']],
  },
  {
    title: 'the role that SMS are sent with is deleted while the pool stays',
    rows: ['3/sms-role'],
    source: 'awslabs/nx-plugin-for-aws PR 631',
    before: { ...pool(sends), ...role },
    after: pool(),
    expected: [
      ['Role', '', 'refused-at-deploy', 'breaks-clients'],
      ['Pool', 'SmsConfiguration.SnsCallerArn', 'effect-uncertain'],
      ['Pool', 'SmsConfiguration.ExternalId', 'effect-uncertain'],
    ],
  },
  {
    title: 'a retained pool loses its SMS role with the stack',
    rows: ['3/sms-role'],
    source: 'awslabs/nx-plugin-for-aws PR 631',
    before: { ...pool(sends, { DeletionPolicy: 'Retain' }), ...role },
    after: { Other: resource('AWS::Cognito::UserPool', { UserPoolName: 'others' }) },
    expected: [
      ['Pool', '', 'destroys-users'],
      ['Other', '', 'neutral'],
      ['Role', '', 'refused-at-deploy', 'breaks-clients'],
    ],
  },
  {
    title: 'the key that a pool is encrypted with is removed',
    rows: ['S4/key'],
    source: 'KeyConfigurationType',
    before: {
      ...pool({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } }),
      Key: resource('AWS::KMS::Key'),
    },
    after: pool({ KeyConfiguration: { KeyType: 'AWS_OWNED_KEY' } }),
    expected: [
      ['Key', '', 'destroys-users'],
      ['Pool', 'KeyConfiguration.KeyType', 'effect-uncertain'],
      ['Pool', 'KeyConfiguration.KmsKeyArn', 'effect-uncertain'],
    ],
  },
  {
    title: 'the key of a pool is no longer retained',
    rows: ['S4/key'],
    source: 'KeyConfigurationType',
    before: {
      ...pool({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } }),
      Key: resource('AWS::KMS::Key', {}, { DeletionPolicy: 'Retain' }),
    },
    after: {
      ...pool({ KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] } } }),
      Key: resource('AWS::KMS::Key'),
    },
    expected: [['Key', '', 'destroys-users']],
  },
];
