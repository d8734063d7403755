import type { RawObject } from '../../../lib/template/value';
import type { CorpusPair } from './pair';
import { elsewhere, pool, poolChange } from './pair';

const attribute = (Name: string, more: RawObject = {}): RawObject => ({
  Name,
  AttributeDataType: 'String',
  Mutable: true,
  ...more,
});
const schema = (...Schema: RawObject[]): RawObject => ({ Schema });
const many = Array.from({ length: 26 }, (_, index) => `a${index}`);

/** Section 1.1: properties of a user pool. */
export const userPoolPairs: readonly CorpusPair[] = [
  {
    title: 'users sign in with a phone number instead of an e-mail address',
    rows: ['1.1/sign-in-names', '5.2/immutable-settings', 'S4/blocked-update'],
    source: 'amplify-cli#382',
    ...poolChange({ UsernameAttributes: ['email'] }, { UsernameAttributes: ['phone_number'] }),
    expected: [['Pool', 'UsernameAttributes', 'refused-at-deploy']],
  },
  {
    title: 'sign-in by e-mail becomes an alias',
    rows: ['1.1/sign-in-names', '5.2/immutable-settings'],
    source: 'amplify-cli#382',
    ...poolChange({ UsernameAttributes: ['email'] }, { AliasAttributes: ['email'] }),
    expected: [
      ['Pool', 'UsernameAttributes', 'refused-at-deploy', 'effect-uncertain'],
      ['Pool', 'AliasAttributes', 'refused-at-deploy'],
    ],
  },
  {
    title: 'sign-in names that come from elsewhere cannot be told',
    rows: ['1.1/sign-in-names'],
    source: 'UpdateUserPool',
    ...poolChange({ UsernameAttributes: ['email'] }, { UsernameAttributes: elsewhere }),
    expected: [['Pool', 'UsernameAttributes', 'effect-uncertain']],
  },
  {
    title: 'another order of the sign-in names is not known to be harmless',
    rows: ['2.2/order-kept'],
    source: 'cdk-real-drift src/normalize/noise.ts',
    ...poolChange({ UsernameAttributes: ['email', 'phone_number'] }, { UsernameAttributes: ['phone_number', 'email'] }),
    expected: [['Pool', 'UsernameAttributes', 'effect-uncertain']],
  },
  {
    title: 'the default case sensitivity is written out on a pool without it',
    rows: ['1.1/username-configuration'],
    source: 'amplify-cli#4227; aws-samples/sample-voice-of-customer-datalake#184',
    ...poolChange({}, { UsernameConfiguration: { CaseSensitive: true } }),
    expected: [['Pool', 'UsernameConfiguration.CaseSensitive', 'refused-at-deploy']],
  },
  {
    title: 'user names become case insensitive',
    rows: ['1.1/username-configuration', '5.2/immutable-settings', 'S4/blocked-update'],
    source: 'amplify-cli#4227',
    ...poolChange(
      { UsernameConfiguration: { CaseSensitive: true } },
      { UsernameConfiguration: { CaseSensitive: false } },
    ),
    expected: [['Pool', 'UsernameConfiguration.CaseSensitive', 'refused-at-deploy']],
  },
  {
    title: 'an attribute is added',
    rows: ['1.1/schema-custom-added', '5.2/schema-add'],
    source: 'AddCustomAttributes',
    ...poolChange(schema(attribute('tenant')), schema(attribute('tenant'), attribute('plan'))),
    expected: [['Pool', 'Schema.plan', 'irreversible']],
  },
  {
    title: 'more attributes are added than one update takes',
    rows: ['1.1/schema-custom-added'],
    source: 'AddCustomAttributes',
    before: pool(schema(attribute('tenant'))),
    after: pool(schema(attribute('tenant'), ...many.map((name) => attribute(name)))),
    expected: [
      ['Pool', 'Schema', 'refused-at-deploy'],
      ...many.map((name) => ['Pool', `Schema.${name}`, 'irreversible'] as const),
    ],
  },
  {
    title: 'an attribute of the pool becomes mutable',
    rows: ['1.1/schema-custom-changed', '5.2/schema-remove', 'S4/blocked-update'],
    source: 'amplify-backend#3299',
    ...poolChange(schema(attribute('tenant', { Mutable: false })), schema(attribute('tenant'))),
    expected: [['Pool', 'Schema.tenant', 'refused-at-deploy']],
  },
  {
    title: 'an attribute of the pool is removed',
    rows: ['1.1/schema-custom-changed', '5.2/schema-remove', 'S4/blocked-update'],
    source: 'amplify-backend#3299',
    ...poolChange(schema(attribute('tenant'), attribute('plan')), schema(attribute('tenant'))),
    expected: [['Pool', 'Schema.plan', 'refused-at-deploy']],
  },
  {
    title: 'a standard attribute is required afterwards',
    rows: ['1.1/schema-standard-changed', 'S4/blocked-update'],
    source: 'Amazon Cognito developer guide; amplify-backend#3299',
    ...poolChange(schema(attribute('email')), schema(attribute('email', { Required: true }))),
    expected: [['Pool', 'Schema.email', 'refused-at-deploy']],
  },
  {
    title: 'a standard attribute is added to the schema afterwards',
    rows: ['1.1/schema-standard-changed'],
    source: 'amplify-backend#3299',
    ...poolChange(schema(attribute('email')), schema(attribute('email'), attribute('locale'))),
    expected: [['Pool', 'Schema.locale', 'refused-at-deploy']],
  },
  {
    title: 'the whole schema leaves the template',
    rows: ['1.1/schema-deleted'],
    source: 'aws-cdk#8585',
    ...poolChange(schema(attribute('email')), {}),
    expected: [['Pool', 'Schema.email', 'effect-uncertain']],
  },
  {
    title: 'another order of the attributes is no change',
    rows: ['1.1/schema-reordered', '5.2/reorder', '2.2/sets'],
    source: 'aws-cdk cloudformation-diff, tried',
    ...poolChange(schema(attribute('a'), attribute('b')), schema(attribute('b'), attribute('a'))),
    expected: [],
  },
  {
    title: 'another order of attributes without a type may be refused',
    rows: ['1.1/schema-reordered', 'S4/schema-without-type'],
    source: 'aws-cdk#8585; amplify-backend#3299',
    ...poolChange(schema({ Name: 'email' }, { Name: 'locale' }), schema({ Name: 'locale' }, { Name: 'email' })),
    expected: [['Pool', 'Schema', 'effect-uncertain']],
  },
  {
    title: 'any update may be refused beside a standard attribute without a type',
    rows: ['S4/schema-without-type'],
    source: 'aws-cdk#8585; amplify-backend#3299',
    ...poolChange({ ...schema({ Name: 'email' }) }, { ...schema({ Name: 'email' }), UserPoolName: 'folk' }),
    expected: [
      ['Pool', 'UserPoolName', 'neutral'],
      ['Pool', 'Schema', 'effect-uncertain'],
    ],
  },
  {
    title: 'the prefix of an attribute is no part of its name',
    rows: ['2.2/custom-prefix'],
    source: 'cdk-real-drift src/normalize/noise.ts',
    ...poolChange(schema(attribute('custom:tenant')), schema(attribute('tenant'))),
    expected: [],
  },
  {
    title: 'the pool gets another name',
    rows: ['1.1/pool-name', '5.2/pool-name', 'S4/neutral'],
    source: 'terraform-provider-aws PR 42639',
    ...poolChange({ UserPoolName: 'people' }, { UserPoolName: 'folk' }),
    expected: [['Pool', 'UserPoolName', 'neutral']],
  },
  {
    title: 'the feature plan goes up',
    rows: ['1.1/tier'],
    source: 'UpdateUserPool',
    ...poolChange({ UserPoolTier: 'ESSENTIALS' }, { UserPoolTier: 'PLUS' }),
    expected: [['Pool', 'UserPoolTier', 'neutral']],
  },
  {
    title: 'the feature plan goes down while threat protection is on',
    rows: ['1.1/tier', 'S4/replica-and-tier'],
    source: 'FeatureUnavailableInTierException',
    ...poolChange(
      { UserPoolTier: 'PLUS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
      { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    ),
    expected: [['Pool', 'UserPoolTier', 'refused-at-deploy', 'weakens']],
  },
  {
    title: 'threat protection is switched on in a plan without it',
    rows: ['1.1/add-ons'],
    source: 'aws-cdk#36023, PR 36027',
    ...poolChange(
      { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: { AdvancedSecurityMode: 'OFF' } },
      { UserPoolTier: 'ESSENTIALS', UserPoolAddOns: { AdvancedSecurityMode: 'ENFORCED' } },
    ),
    expected: [['Pool', 'UserPoolAddOns.AdvancedSecurityMode', 'effect-uncertain', 'strengthens']],
  },
  {
    title: 'the issuer changes its form',
    rows: ['1.1/issuer', 'S4/issuer'],
    source: 'IssuerConfigurationType',
    ...poolChange({ IssuerConfiguration: { Type: 'ORIGINAL' } }, { IssuerConfiguration: { Type: 'UPDATED' } }),
    expected: [['Pool', 'IssuerConfiguration.Type', 'breaks-clients']],
  },
  {
    title: 'the pool is encrypted with another key',
    rows: ['1.1/key'],
    source: 'KeyConfigurationType',
    ...poolChange(
      { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/a' } },
      { KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/b' } },
    ),
    expected: [['Pool', 'KeyConfiguration.KmsKeyArn', 'effect-uncertain']],
  },
  {
    title: 'device tracking is on by any value, false included',
    rows: ['1.1/device-configuration', '3/device-tracking-on'],
    source: 'DeviceConfigurationType; aws-sdk-java-v2#3418',
    ...poolChange({}, { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } }),
    expected: [
      ['Pool', 'DeviceConfiguration', 'signs-users-out'],
      ['Pool', 'DeviceConfiguration.ChallengeRequiredOnNewDevice', 'neutral'],
    ],
  },
  {
    title: 'passkeys get another relying party',
    rows: ['1.1/relying-party', 'S4/relying-party'],
    source: 'Web Authentication; WebAuthnRelyingPartyMismatchException',
    ...poolChange(
      {
        WebAuthnRelyingPartyID: 'a.example.com',
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      },
      {
        WebAuthnRelyingPartyID: 'b.example.com',
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      },
    ),
    expected: [['Pool', 'WebAuthnRelyingPartyID', 'destroys-users']],
  },
  {
    title: 'deletion protection is switched off',
    rows: ['1.1/deletion-protection', '5.2/security-down'],
    source: 'DeleteUserPool',
    ...poolChange({ DeletionProtection: 'ACTIVE' }, { DeletionProtection: 'INACTIVE' }),
    expected: [['Pool', 'DeletionProtection', 'weakens']],
  },
  {
    title: 'tags, texts and senders change',
    rows: ['1.1/tags-texts-email-sms', 'S4/neutral'],
    source: 'UpdateUserPool',
    ...poolChange(
      {
        UserPoolTags: { owner: 'a' },
        EmailVerificationSubject: 'Your code',
        EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'a@example.com' },
        SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms', SnsRegion: 'eu-west-1' },
      },
      {
        UserPoolTags: { owner: 'b' },
        EmailVerificationSubject: 'Your new code',
        EmailConfiguration: { EmailSendingAccount: 'DEVELOPER', From: 'b@example.com' },
        SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms', SnsRegion: 'eu-central-1' },
      },
    ),
    expected: [
      ['Pool', 'UserPoolTags.owner', 'neutral'],
      ['Pool', 'EmailVerificationSubject', 'neutral'],
      ['Pool', 'EmailConfiguration.From', 'neutral'],
      ['Pool', 'SmsConfiguration.SnsRegion', 'neutral'],
    ],
  },
  {
    title: 'texts that were read back from the service differ in letters beyond ASCII',
    rows: ['2.2/letters-beyond-ascii'],
    source: 'aws-cdk cloudformation-diff (mangleLikeCloudFormation)',
    ...poolChange({ EmailVerificationMessage: 'Gr??e, {####}' }, { EmailVerificationMessage: 'Grüße, {####}' }),
    expected: [['Pool', 'EmailVerificationMessage', 'neutral']],
  },
  {
    title: 'a property that no rule knows fails closed',
    rows: ['5.2/unknown-property'],
    source: 'this project',
    ...poolChange({}, { PasswordlessEverything: true }),
    expected: [['Pool', 'PasswordlessEverything', 'effect-uncertain']],
  },
  {
    title: 'numbers and booleans may be written as texts',
    rows: ['2.2/sets'],
    source: 'CloudFormation',
    ...poolChange(
      {
        Policies: { PasswordPolicy: { MinimumLength: 12 } },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      },
      {
        Policies: { PasswordPolicy: { MinimumLength: '12' } },
        AdminCreateUserConfig: { AllowAdminCreateUserOnly: 'true' },
      },
    ),
    expected: [],
  },
];
