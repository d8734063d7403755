import type { Intent } from '../../lib/posture/intent';
import type { RawObject, RawValue } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';
import { client, part, pool, resource } from './corpus/pair';
import type { Attributes, PairSide } from './corpus/pair';

/** Templates that differ in what one order of one control is about, weaker ones first. */
export interface Chain {
  readonly control: string;
  readonly type: string;
  readonly property: string;
  readonly weakToStrong: readonly PairSide[];
  readonly intent?: Partial<Intent>;
  /** The stronger side leaves the property away, so the old value may stay live. */
  readonly endsInOmission?: true;
}

const type = (name: string): string => `AWS::Cognito::${name}`;
const actions = ['NO_ACTION', 'MFA_IF_CONFIGURED', 'MFA_REQUIRED', 'BLOCK'];

/** `a.b` and a value as `{ a: { b: value } }`. */
function nested(property: string, value: RawValue): RawObject {
  return property.split('.').reduceRight<RawValue>((inner, key) => ({ [key]: inner }), value) as RawObject;
}

function ofPool(
  control: string,
  property: string,
  values: readonly RawValue[],
  base: RawObject = {},
  intent: Partial<Intent> = {},
): Chain {
  const weakToStrong = values.map((value) => pool({ ...base, ...nested(property, value) }));
  return { control, type: type('UserPool'), property, weakToStrong, intent };
}

function ofClient(
  control: string,
  property: string,
  values: readonly RawValue[],
  base: RawObject = {},
  intent: Partial<Intent> = {},
): Chain {
  const weakToStrong = values.map((value) => ({ ...pool(), ...client({ ...base, ...nested(property, value) }) }));
  return { control, type: type('UserPoolClient'), property, weakToStrong, intent };
}

function ofPart(
  control: string,
  name: string,
  property: string,
  values: readonly RawValue[],
  base: RawObject = {},
  intent: Partial<Intent> = {},
): Chain {
  const weakToStrong = values.map((value) => ({
    ...pool(),
    ...part('Part', name, { ...base, ...nested(property, value) }),
  }));
  return { control, type: type(name), property, weakToStrong, intent };
}

const of = (
  control: string,
  typeName: string,
  property: string,
  weakToStrong: readonly PairSide[],
  more: Partial<Chain> = {},
): Chain => ({
  control,
  type: typeName,
  property,
  weakToStrong,
  ...more,
});

const deciding = { authorizationAttributes: new Map([['dev/auth/Pool', ['custom:role']]]) };
const secret = { 'Fn::GetAtt': ['Client', 'ClientSecret'] };
const fn = (Variables: RawObject) => ({
  ...pool(),
  ...client(),
  Fn: resource('AWS::Lambda::Function', { Environment: { Variables } }),
});
const parameter = (Value: RawValue) => ({
  ...pool(),
  ...client(),
  Parameter: resource('AWS::SSM::Parameter', { Type: 'String', Value }),
});
const arnOf = (logicalId: string): RawObject => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const tie = { Tie: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: arnOf('Pool'), WebACLArn: arnOf('Acl') }) };
const acl = (...Rules: RawObject[]) => ({
  ...pool(),
  ...tie,
  Acl: resource('AWS::WAFv2::WebACL', { Scope: 'REGIONAL', DefaultAction: { Allow: {} }, Rules }),
});
const rate = {
  Name: 'rate',
  Priority: 1,
  Action: { Block: {} },
  Statement: { RateBasedStatement: { AggregateKeyType: 'IP', Limit: 100 } },
};
const trust = (Service: string, Condition: RawObject) => ({
  AssumeRolePolicyDocument: {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service }, Condition }],
  },
});
const smsRole = (Condition: RawObject) => ({
  ...pool({ SmsConfiguration: { SnsCallerArn: arnOf('Role'), ExternalId: 'a' } }),
  Role: resource('AWS::IAM::Role', trust('cognito-idp.amazonaws.com', Condition)),
});
const permission = (SourceArn: RawValue) => ({
  ...pool({ LambdaConfig: { PreSignUp: arnOf('Fn') } }),
  Fn: resource('AWS::Lambda::Function'),
  Permission: resource('AWS::Lambda::Permission', {
    Action: 'lambda:InvokeFunction',
    Principal: 'cognito-idp.amazonaws.com',
    FunctionName: arnOf('Fn'),
    SourceArn,
  }),
});
const logs = (...sources: string[]) => ({
  LogConfigurations: sources.map((EventSource) => ({
    EventSource,
    LogLevel: EventSource === 'userNotification' ? 'ERROR' : 'INFO',
    CloudWatchLogsConfiguration: { LogGroupArn: arnOf('Logs') },
  })),
});
const delivery = (properties: RawObject, days = 90) => ({
  ...pool(),
  Logs: resource('AWS::Logs::LogGroup', { RetentionInDays: days }),
  ...part('Delivery', 'LogDeliveryConfiguration', properties),
});
const key = (properties: RawObject, attributes: Attributes = {}) => ({
  ...pool({
    LambdaConfig: { KMSKeyID: arnOf('Key'), CustomEmailSender: { LambdaArn: arnOf('Fn'), LambdaVersion: 'V1_0' } },
  }),
  Key: resource('AWS::KMS::Key', properties, attributes),
});
const ids = (properties: RawObject, attributes: Attributes = {}) => ({
  Ids: resource(type('IdentityPool'), { AllowUnauthenticatedIdentities: false, ...properties }, attributes),
});
const attachment = (properties: RawObject, more: RawObject = {}) => ({
  ...ids({}),
  Roles: resource(type('IdentityPoolRoleAttachment'), { IdentityPoolId: { Ref: 'Ids' }, ...properties }),
  ...more,
});
const federated = (Condition: RawObject) => ({
  Role: resource('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: 'sts:AssumeRoleWithWebIdentity',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Condition,
        },
      ],
    },
  }),
});
const exact = {
  StringEquals: { 'cognito-identity.amazonaws.com:aud': { Ref: 'Ids' } },
  'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
};
const provider = (ServerSideTokenCheck: boolean) => ({
  CognitoIdentityProviders: [{ ClientId: 'a', ProviderName: 'b', ServerSideTokenCheck }],
});
const mapping = (AmbiguousRoleResolution: string) => ({
  RoleMappings: { a: { Type: 'Token', AmbiguousRoleResolution, IdentityProvider: 'b' } },
});
const principalTags = (PrincipalTags: RawObject) => ({
  ...pool({ Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }] }),
  ...client({ WriteAttributes: ['custom:role'] }),
  ...ids({}),
  Tags: resource(type('IdentityPoolPrincipalTag'), {
    IdentityPoolId: { Ref: 'Ids' },
    IdentityProviderName: 'p',
    UseDefaults: false,
    PrincipalTags,
  }),
});
const policies = ['DeletionPolicy', 'UpdateReplacePolicy'] as const;
const stack = (Resources: RawObject, terminationProtection: boolean) => [
  stackArtifact({ Resources }, { terminationProtection }),
];

const password = (rule: string) => `Policies.PasswordPolicy.${rule}`;
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const passkeys = { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } };
const devices = (flag: string) => `DeviceConfiguration.${flag}`;
const recovery = (Name: string) => [{ Name, Priority: 1 }];

/** One for every order of every control. */
export const chains: readonly Chain[] = [
  ofPool('CGN-PWD-01', password('MinimumLength'), [6, 8, 12, 15, 20]),
  ...['RequireLowercase', 'RequireUppercase', 'RequireNumbers', 'RequireSymbols'].map((rule) =>
    ofPool('CGN-PWD-02', password(rule), [false, true], {}, { composition: 'aws-fsbp' }),
  ),
  ofPool('CGN-PWD-03', password('TemporaryPasswordValidityDays'), [30, 7, 3, 1]),
  ofPool('CGN-PWD-05', password('PasswordHistorySize'), [0, 1, 24]),
  ofPool('CGN-MFA-01', 'MfaConfiguration', ['OFF', 'OPTIONAL', 'ON']),
  ofPool('CGN-MFA-02', firstFactors, [['PASSWORD'], ['PASSWORD', 'WEB_AUTHN']]),
  ofPool('CGN-MFA-02', 'WebAuthnUserVerification', ['preferred', 'required'], passkeys),
  ofPool(
    'CGN-MFA-02',
    'WebAuthnFactorConfiguration',
    ['SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'],
    passkeys,
  ),
  ofPool('CGN-MFA-03', 'EnabledMfas', [['SMS_MFA'], ['SMS_MFA', 'SOFTWARE_TOKEN_MFA']], {
    MfaConfiguration: 'OPTIONAL',
  }),
  ofPool('CGN-MFA-04', 'EnabledMfas', [['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'], ['SOFTWARE_TOKEN_MFA']], {
    MfaConfiguration: 'OPTIONAL',
  }),
  ofPool('CGN-MFA-04', firstFactors, [['EMAIL_OTP', 'PASSWORD'], ['PASSWORD']]),
  ofPool('CGN-MFA-06', devices('ChallengeRequiredOnNewDevice'), [true, false]),
  ofPool('CGN-MFA-06', devices('DeviceOnlyRememberedOnUserPrompt'), [false, true]),
  ofPool('CGN-MFA-07', firstFactors, [['EMAIL_OTP', 'PASSWORD', 'SMS_OTP'], ['PASSWORD', 'SMS_OTP'], ['PASSWORD']]),
  ofPool('CGN-ACC-01', 'AdminCreateUserConfig.AllowAdminCreateUserOnly', [false, true]),
  ofPool('CGN-ACC-02', 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate', [
    [],
    ['email'],
    ['email', 'phone_number'],
  ]),
  ofPool('CGN-ACC-03', 'AutoVerifiedAttributes', [[], ['email'], ['email', 'phone_number']]),
  ofPool(
    'CGN-ACC-04',
    'AccountRecoverySetting.RecoveryMechanisms',
    ['verified_phone_number', 'verified_email', 'admin_only'].map(recovery),
  ),
  ofClient('CGN-ACC-06', 'PreventUserExistenceErrors', ['LEGACY', 'ENABLED']),
  ofClient('CGN-ACC-07', 'WriteAttributes', [['custom:role', 'email'], ['email']], {}, deciding),
  ofPool('CGN-ACC-08', 'EmailConfiguration.EmailSendingAccount', ['COGNITO_DEFAULT', 'DEVELOPER']),
  ofClient('CGN-CLI-01', 'AllowedOAuthFlows', [['code', 'implicit'], ['code']]),
  ofClient('CGN-CLI-03', 'CallbackURLs', [
    ['https://a.example.org/', 'https://b.example.org/'],
    ['https://a.example.org/'],
  ]),
  ofClient('CGN-CLI-04', 'LogoutURLs', [
    ['https://a.example.org/', 'https://b.example.org/'],
    ['https://a.example.org/'],
  ]),
  ofClient('CGN-CLI-05', 'ExplicitAuthFlows', [
    ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'],
    ['ALLOW_USER_SRP_AUTH'],
  ]),
  ofClient('CGN-CLI-06', 'ExplicitAuthFlows', [['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'], ['ALLOW_USER_SRP_AUTH']]),
  ofClient('CGN-CLI-07', 'EnableTokenRevocation', [false, true]),
  ofClient('CGN-CLI-08', 'RefreshTokenRotation.Feature', ['DISABLED', 'ENABLED']),
  ofClient(
    'CGN-CLI-08',
    'RefreshTokenRotation',
    [60, 10, 0].map((RetryGracePeriodSeconds) => ({ Feature: 'ENABLED', RetryGracePeriodSeconds })),
  ),
  ofClient('CGN-CLI-09', 'RefreshTokenValidity', [365, 30, 1]),
  ofClient('CGN-CLI-10', 'AccessTokenValidity', [24, 12, 1]),
  ofClient('CGN-CLI-10', 'IdTokenValidity', [24, 12, 1]),
  ofClient('CGN-CLI-11', 'AuthSessionValidity', [15, 10, 3]),
  ofClient('CGN-CLI-12', 'AllowedOAuthScopes', [['aws.cognito.signin.user.admin', 'openid'], ['openid']]),
  ofClient('CGN-CLI-13', 'WriteAttributes', [['email', 'name'], ['name']]),
  ofClient('CGN-CLI-13', 'ReadAttributes', [['email', 'name'], ['name']]),
  ofClient(
    'CGN-CLI-14',
    'GenerateSecret',
    [false, true],
    {},
    { clientKinds: new Map([['dev/auth/Client', 'server']]) },
  ),
  of('CGN-CLI-15', 'AWS::Lambda::Function', 'Environment.Variables', [fn({ SECRET: secret }), fn({ SECRET: 'arn' })]),
  of('CGN-CLI-15', 'AWS::SSM::Parameter', 'Value', [parameter(secret), parameter('none')]),
  ofClient('CGN-CLI-16', 'SupportedIdentityProviders', [['COGNITO', 'Google'], ['COGNITO']]),
  ofClient('CGN-CLI-17', 'EnablePropagateAdditionalUserContextData', [false, true]),
  ofPool('CGN-THR-01', 'UserPoolTier', ['LITE', 'ESSENTIALS', 'PLUS']),
  ofPool('CGN-THR-02', 'UserPoolAddOns.AdvancedSecurityMode', ['OFF', 'AUDIT', 'ENFORCED']),
  ofPool('CGN-THR-03', 'UserPoolAddOns.AdvancedSecurityAdditionalFlows.CustomAuthMode', ['AUDIT', 'ENFORCED']),
  ofPart(
    'CGN-THR-04',
    'UserPoolRiskConfigurationAttachment',
    'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
    ['NO_ACTION', 'BLOCK'],
    { ClientId: 'ALL' },
  ),
  ofPart(
    'CGN-THR-04',
    'UserPoolRiskConfigurationAttachment',
    'CompromisedCredentialsRiskConfiguration.EventFilter',
    [['SIGN_IN'], ['SIGN_IN', 'SIGN_UP']],
    { ClientId: 'ALL' },
  ),
  ...['HighAction', 'MediumAction', 'LowAction'].map((each) =>
    ofPart(
      'CGN-THR-05',
      'UserPoolRiskConfigurationAttachment',
      `AccountTakeoverRiskConfiguration.Actions.${each}.EventAction`,
      actions,
      { ClientId: 'ALL' },
    ),
  ),
  ...['MediumAction', 'HighAction'].map((each) =>
    ofPart(
      'CGN-THR-06',
      'UserPoolRiskConfigurationAttachment',
      `AccountTakeoverRiskConfiguration.Actions.${each}.Notify`,
      [false, true],
      { ClientId: 'ALL' },
    ),
  ),
  ofPart(
    'CGN-THR-07',
    'UserPoolRiskConfigurationAttachment',
    'RiskExceptionConfiguration.SkippedIPRangeList',
    [['192.0.2.0/24', '198.51.100.0/24'], ['192.0.2.0/24'], []],
    { ClientId: 'ALL' },
  ),
  ofPart(
    'CGN-THR-07',
    'UserPoolRiskConfigurationAttachment',
    'RiskExceptionConfiguration.BlockedIPRangeList',
    [[], ['192.0.2.0/24'], ['192.0.2.0/24', '198.51.100.0/24']],
    { ClientId: 'ALL' },
  ),
  of('CGN-WAF-01', type('UserPool'), '', [
    pool(),
    {
      ...pool(),
      ...tie,
      Acl: resource('AWS::WAFv2::WebACL', { Scope: 'REGIONAL', DefaultAction: { Allow: {} }, Rules: [rate] }),
    },
  ]),
  of('CGN-WAF-02', 'AWS::WAFv2::WebACL', 'Rules', [acl(), acl(rate)]),
  ofPart(
    'CGN-DOM-01',
    'UserPoolDomain',
    'CustomDomainConfig',
    ['TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025'].map((SecurityPolicy) => ({ CertificateArn: 'a', SecurityPolicy })),
    { Domain: 'login.example.org' },
  ),
  ofPart('CGN-DOM-02', 'UserPoolDomain', 'ManagedLoginVersion', [1, 2], { Domain: 'a' }),
  of('CGN-LOG-01', type('LogDeliveryConfiguration'), 'LogConfigurations', [
    delivery(logs('userNotification')),
    delivery(logs('userNotification', 'userAuthEvents')),
  ]),
  of('CGN-LOG-02', type('LogDeliveryConfiguration'), 'LogConfigurations', [
    delivery(logs('userAuthEvents')),
    delivery(logs('userNotification', 'userAuthEvents')),
  ]),
  of(
    'CGN-LOG-03',
    'AWS::Logs::LogGroup',
    'RetentionInDays',
    [7, 90, 365].map((days) => delivery(logs('userAuthEvents'), days)),
  ),
  of('CGN-IAM-01', type('UserPool'), 'SmsConfiguration.SnsCallerArn', [
    smsRole({}),
    smsRole({ StringEquals: { 'sts:ExternalId': 'a' } }),
    smsRole({ StringEquals: { 'sts:ExternalId': 'a', 'aws:SourceAccount': '111122223333' } }),
  ]),
  of('CGN-IAM-02', 'AWS::Lambda::Permission', 'SourceArn', [
    permission('*'),
    permission('arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*'),
    permission(arnOf('Pool')),
  ]),
  of(
    'CGN-IAM-05',
    type('UserPoolGroup'),
    'RoleArn',
    [
      { ...pool(), ...part('Part', 'UserPoolGroup', { GroupName: 'a', RoleArn: 'arn:aws:iam::111122223333:role/a' }) },
      { ...pool(), ...part('Part', 'UserPoolGroup', { GroupName: 'a' }) },
    ],
    { endsInOmission: true },
  ),
  of('CGN-KMS-01', 'AWS::KMS::Key', 'EnableKeyRotation', [
    key({ EnableKeyRotation: false }),
    key({ EnableKeyRotation: true }),
  ]),
  ofPool('CGN-KMS-02', 'KeyConfiguration.KeyType', ['AWS_OWNED_KEY', 'CUSTOMER_MANAGED_KEY']),
  of(
    'CGN-TRG-01',
    type('UserPool'),
    'LambdaConfig.UserMigration',
    [pool({ LambdaConfig: { UserMigration: 'arn:a' } }), pool()],
    { endsInOmission: true },
  ),
  ...['client_secret', 'private_key'].map((name) =>
    ofPart(
      'CGN-IDP-01',
      'UserPoolIdentityProvider',
      `ProviderDetails.${name}`,
      ['literal', `{{resolve:secretsmanager:${name}}}`],
      { ProviderName: 'a', ProviderType: 'OIDC' },
    ),
  ),
  of(
    'CGN-IDP-02',
    type('UserPoolIdentityProvider'),
    'AttributeMapping',
    [{ email: 'email', 'custom:role': 'role' }, { email: 'email' }].map((AttributeMapping) => ({
      ...pool(),
      ...part('Part', 'UserPoolIdentityProvider', { ProviderName: 'a', ProviderType: 'OIDC', AttributeMapping }),
    })),
    { intent: deciding },
  ),
  of(
    'CGN-IDN-01',
    type('IdentityPool'),
    'AllowUnauthenticatedIdentities',
    [true, false].map((each) => ids({ AllowUnauthenticatedIdentities: each })),
  ),
  of(
    'CGN-IDN-02',
    type('IdentityPool'),
    'AllowClassicFlow',
    [true, false].map((each) => ids({ AllowClassicFlow: each })),
  ),
  of(
    'CGN-IDN-03',
    type('IdentityPoolRoleAttachment'),
    'Roles',
    [federated({}), federated(exact)].map((role) => attachment({ Roles: { authenticated: arnOf('Role') } }, role)),
  ),
  of('CGN-IDN-05', type('IdentityPool'), 'CognitoIdentityProviders', [ids(provider(false)), ids(provider(true))]),
  of('CGN-IDN-06', type('IdentityPoolRoleAttachment'), 'RoleMappings', [
    attachment(mapping('AuthenticatedRole')),
    attachment(mapping('Deny')),
  ]),
  of('CGN-IDN-07', type('IdentityPoolPrincipalTag'), 'PrincipalTags', [
    principalTags({ a: 'custom:role' }),
    principalTags({ a: 'sub' }),
  ]),
  of(
    'CGN-IDN-08',
    type('IdentityPoolRoleAttachment'),
    'Roles.unauthenticated',
    [attachment({ Roles: { unauthenticated: arnOf('Role') } }), attachment({ Roles: {} })],
    { endsInOmission: true },
  ),
  of('CGN-IDN-09', type('IdentityPool'), 'DeveloperProviderName', [ids({ DeveloperProviderName: 'a' }), ids({})], {
    endsInOmission: true,
  }),
  ofPool('CGN-DAT-01', 'DeletionProtection', ['INACTIVE', 'ACTIVE']),
  ...policies.flatMap((policy) => [
    of(
      'CGN-DAT-02',
      type('UserPool'),
      policy,
      ['Delete', 'Retain'].map((each) => pool({}, { [policy]: each })),
    ),
    of(
      'CGN-DAT-02',
      type('IdentityPool'),
      policy,
      ['Delete', 'Retain'].map((each) => ids({}, { [policy]: each })),
    ),
    of(
      'CGN-DAT-02',
      'AWS::KMS::Key',
      policy,
      ['Delete', 'Retain'].map((each) => key({}, { [policy]: each })),
    ),
  ]),
  of('CGN-DAT-03', type('UserPool'), 'terminationProtection', [stack(pool(), false), stack(pool(), true)]),
  of('CGN-DAT-03', type('IdentityPool'), 'terminationProtection', [stack(ids({}), false), stack(ids({}), true)]),
  ofPool('CGN-DAT-05', 'UserPoolTags', [{}, { owner: 'a' }, { owner: 'a', 'data-class': 'personal' }]),
];
