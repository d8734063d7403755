import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { range } from '../synthesis/range';

type Properties = Readonly<Record<string, unknown>>;

const pools: Readonly<Record<string, Properties>> = {};
beforeAll(() => {
  for (const [name, environment] of Object.entries(range)) {
    Object.assign(pools, { [name]: propertiesOf(environment, 'UserPool') });
  }
});

describe('a user pool', () => {
  test.each<readonly [name: keyof typeof range, property: string, wanted: unknown]>([
    ['telephones', 'UsernameAttributes', ['phone_number']],
    ['telephones', 'AliasAttributes', undefined],
    ['telephones', 'AutoVerifiedAttributes', ['email', 'phone_number']],
    [
      'telephones',
      'UserAttributeUpdateSettings',
      { AttributesRequireVerificationBeforeUpdate: ['email', 'phone_number'] },
    ],
    [
      'telephones',
      'AccountRecoverySetting',
      {
        RecoveryMechanisms: [
          { Name: 'verified_email', Priority: 1 },
          { Name: 'verified_phone_number', Priority: 2 },
        ],
      },
    ],
    ['either-address', 'UsernameAttributes', ['email', 'phone_number']],
    ['usernames', 'UsernameAttributes', undefined],
    ['usernames', 'AliasAttributes', ['email', 'preferred_username']],
    ['usernames', 'UsernameConfiguration', { CaseSensitive: false }],
    ['text-messages', 'MfaConfiguration', 'ON'],
    ['text-messages', 'EnabledMfas', ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']],
    ['text-messages', 'SmsAuthenticationMessage', 'Example: your code is {####}.'],
    ['text-messages', 'EmailAuthenticationMessage', undefined],
    ['email-codes', 'EnabledMfas', ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']],
    ['email-codes', 'EmailAuthenticationSubject', 'Your code'],
    ['email-codes', 'EmailAuthenticationMessage', 'Your code is <b>{####}</b>.'],
    ['email-codes', 'AccountRecoverySetting', { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] }],
    ['email-codes', 'SmsConfiguration', undefined],
    ['codes-first', 'MfaConfiguration', 'OPTIONAL'],
    ['passkeys', 'WebAuthnRelyingPartyID', 'login.example.com'],
    ['passkeys', 'WebAuthnUserVerification', 'required'],
    ['passkeys', 'WebAuthnFactorConfiguration', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
    [
      'own-texts',
      'VerificationMessageTemplate',
      {
        DefaultEmailOption: 'CONFIRM_WITH_CODE',
        EmailSubject: 'Confirm your address',
        EmailMessage: 'Your code is <b>{####}</b>.',
        SmsMessage: 'Example: confirm with {####}.',
      },
    ],
    [
      'own-texts',
      'AdminCreateUserConfig',
      {
        AllowAdminCreateUserOnly: false,
        InviteMessageTemplate: {
          EmailSubject: 'Welcome',
          EmailMessage: 'You are {username}; begin with {####}.',
          SMSMessage: 'Example: {username}, begin with {####}.',
        },
      },
    ],
    ['own-key', 'IssuerConfiguration', { Type: 'UPDATED' }],
    [
      'own-key',
      'KeyConfiguration',
      {
        KeyType: 'CUSTOMER_MANAGED_KEY',
        KmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
      },
    ],
    ['lite', 'UserPoolTier', 'LITE'],
    ['lite', 'KeyConfiguration', { KeyType: 'AWS_OWNED_KEY' }],
    ['lite', 'IssuerConfiguration', { Type: 'ORIGINAL' }],
  ])('with %s renders %s', (name, property, wanted) => {
    expect(pools[name]?.[property]).toEqual(wanted);
  });

  test.each<readonly [name: keyof typeof range, factors: readonly string[]]>([
    ['usernames', ['PASSWORD']],
    ['codes-first', ['EMAIL_OTP', 'PASSWORD']],
    ['passkeys', ['PASSWORD', 'WEB_AUTHN']],
  ])('with %s lets a sign-in begin with %j', (name, factors) => {
    expect(pools[name]?.['Policies']).toHaveProperty('SignInPolicy.AllowedFirstAuthFactors', factors);
  });

  test('sends through the configuration set that is declared', () => {
    expect(pools['email-codes']?.['EmailConfiguration']).toHaveProperty('ConfigurationSet', 'sign-in');
    expect(pools['codes-first']?.['EmailConfiguration']).not.toHaveProperty('ConfigurationSet');
  });
});

test('what verifies nothing, and has no name but the usernames, says so', () => {
  const { usernames } = range;
  const pool = propertiesOf(
    {
      ...usernames,
      signIn: { ...usernames.signIn, aliases: [] },
      autoVerifiedAttributes: [],
      accountRecovery: ['admin_only'],
    },
    'UserPool',
  );
  expect(pool).toMatchObject({
    AutoVerifiedAttributes: [],
    UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: [] },
  });
  expect(pool).not.toHaveProperty('AliasAttributes');
  expect(pool).not.toHaveProperty('UsernameAttributes');
});

/** The same environment with every list that is a set the other way round. */
function turned(environment: Environment): Environment {
  const { signIn, mfa, autoVerifiedAttributes } = environment;
  const firstFactors = signIn.firstFactors.toReversed();
  return {
    ...environment,
    signIn:
      signIn.identifier === 'username'
        ? { ...signIn, firstFactors, aliases: signIn.aliases.toReversed() }
        : { ...signIn, firstFactors },
    mfa: mfa.mode === 'off' ? mfa : { ...mfa, factors: mfa.factors.toReversed() },
    autoVerifiedAttributes: autoVerifiedAttributes.toReversed(),
  };
}

test.each(Object.entries<Environment>(range))(
  'the order of factors, aliases and verified attributes means nothing (%s)',
  (_, environment) => {
    expect(resourcesFor(turned(environment))).toEqual(resourcesFor(environment));
  },
);

describe('the issuer that applications are told', () => {
  const issuerOf = (environment: Environment) =>
    (templateFor(environment).toJSON() as { readonly Outputs: Readonly<Record<string, { readonly Value: unknown }>> })
      .Outputs['Issuer']?.Value;

  test('is what the service says of the original one', () => {
    expect(issuerOf(dev)).toEqual({ 'Fn::GetAtt': ['UserPool', 'ProviderURL'] });
  });

  test('has the host of the updated one', () => {
    expect(issuerOf(range['own-key'])).toEqual({
      'Fn::Join': ['', ['https://issuer-cognito-idp.eu-west-1.', { Ref: 'AWS::URLSuffix' }, '/', { Ref: 'UserPool' }]],
    });
  });
});

describe('the role that sends text messages', () => {
  const { telephones } = range;

  test('is there where a sender is declared, and named by the pool with its ExternalId', () => {
    expect(pools['telephones']?.['SmsConfiguration']).toEqual({
      ExternalId: 'userpool-telephones',
      SnsCallerArn: { 'Fn::GetAtt': ['SmsRole', 'Arn'] },
      SnsRegion: 'eu-west-1',
    });
    expect(resourcesFor(dev)['SmsRole']).toBeUndefined();
  });

  test('is assumed by Cognito alone, for user pools of this account and Region, with that ExternalId', () => {
    expect(propertiesOf(telephones, 'SmsRole')['AssumeRolePolicyDocument']).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Service: 'cognito-idp.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: {
            StringEquals: { 'sts:ExternalId': 'userpool-telephones', 'aws:SourceAccount': '111122223333' },
            ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*' },
          },
        },
      ],
    });
  });

  test('may publish to telephones, which have no ARN, and to nothing that has one', () => {
    expect(propertiesOf(telephones, 'SmsRole')['Policies']).toEqual([
      {
        PolicyName: 'text-messages',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            { Effect: 'Allow', Action: 'sns:Publish', Resource: '*' },
            { Effect: 'Deny', Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*' },
          ],
        },
      },
    ]);
  });

  test.each([
    [telephones.removal, 'Delete'],
    [{ deletionProtection: { enabled: true }, policy: 'retain' } as const, 'Retain'],
  ])('is kept or deleted as the pool is (%j)', (removal, policy) => {
    const { SmsRole, UserPool } = resourcesFor({ ...telephones, removal });
    expect(SmsRole).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
    expect(UserPool).toMatchObject({ DeletionPolicy: policy, UpdateReplacePolicy: policy });
  });

  test('waits for nothing, so that no circle closes', () => {
    const { SmsRole } = resourcesFor(telephones);
    expect(JSON.stringify(SmsRole)).not.toContain('UserPool');
  });
});
