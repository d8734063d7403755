import fc from 'fast-check';
import { firstFactorsProperty } from '../../lib/posture/factors';
import type { Order } from '../../lib/posture/order';
import type { StackArtifact } from '../../lib/template/assembly';
import type { RawObject, RawValue } from '../../lib/template/value';
import { elsewhere } from './test-control';

const [pool, client] = ['AWS::Cognito::UserPool', 'AWS::Cognito::UserPoolClient'];

const someOf = (...members: readonly string[]): fc.Arbitrary<RawValue> => fc.subarray([...members]);
const attributes = someOf('email', 'name', 'phone_number', 'custom:tenant', 'custom:note');
const flows = ['USER_SRP', 'USER_PASSWORD', 'ADMIN_USER_PASSWORD', 'CUSTOM', 'REFRESH_TOKEN', 'USER'];
const redirects = someOf(
  'https://app.example.org/in',
  'https://other.example.org/in',
  'http://localhost:3000/in',
  'http://app.example.org/in',
  'com.example.app:/in',
);
const addresses = someOf('198.51.100.7/32', '198.51.0.0/16', '0.0.0.0/0', '2001:db8::/48', '2001:db8::/32');
const nothing: RawObject = { Ref: 'AWS::NoValue' };
const arnOrNot = fc.constantFrom<RawValue>('arn:aws:iam::111122223333:role/a', nothing);
const secretOrReference = fc.constantFrom('plain', '{{resolve:secretsmanager:idp:SecretString:secret}}');
const secretOrNot = fc.constantFrom<RawValue>('plain', { 'Fn::GetAtt': ['Client', 'ClientSecret'] });

/** What a template writes, by `TYPE PROPERTY`: for sets, and where the steps of a scale are not the values themselves. */
const written: Readonly<Record<string, fc.Arbitrary<RawValue>>> = {
  [`${pool} EnabledMfas`]: someOf('SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'),
  [`${pool} ${firstFactorsProperty}`]: someOf('PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP', 'SMS_OTP'),
  [`${pool} WebAuthnUserVerification`]: fc.constantFrom('preferred', 'required'),
  [`${pool} AutoVerifiedAttributes`]: someOf('email', 'phone_number'),
  [`${pool} UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate`]: someOf('email', 'phone_number'),
  [`${pool} AccountRecoverySetting.RecoveryMechanisms`]: fc
    .shuffledSubarray(['verified_email', 'verified_phone_number', 'admin_only'], { minLength: 1, maxLength: 2 })
    .map((names) => names.map((Name, index) => ({ Name, Priority: index + 1 }))),
  [`${client} AllowedOAuthFlows`]: someOf('code', 'implicit', 'client_credentials'),
  [`${client} AllowedOAuthScopes`]: fc.subarray(['openid', 'email', 'aws.cognito.signin.user.admin', 'phone'], {
    minLength: 1,
  }),
  [`${client} CallbackURLs`]: redirects,
  [`${client} LogoutURLs`]: redirects,
  [`${client} ExplicitAuthFlows`]: someOf(...flows.map((flow) => `ALLOW_${flow}_AUTH`)),
  [`${client} WriteAttributes`]: attributes,
  [`${client} ReadAttributes`]: attributes,
  [`${client} SupportedIdentityProviders`]: someOf('COGNITO', 'Google', 'workforce'),
  'AWS::Cognito::UserPoolRiskConfigurationAttachment CompromisedCredentialsRiskConfiguration.EventFilter': someOf(
    'SIGN_IN',
    'PASSWORD_CHANGE',
    'SIGN_UP',
  ),
  'AWS::Cognito::UserPoolRiskConfigurationAttachment RiskExceptionConfiguration.SkippedIPRangeList': addresses,
  'AWS::Cognito::UserPoolRiskConfigurationAttachment RiskExceptionConfiguration.BlockedIPRangeList': addresses,
  'AWS::Lambda::Function Environment.Variables': fc.dictionary(fc.constantFrom('A', 'B'), secretOrNot),
  'AWS::SSM::Parameter Value': secretOrNot,
  [`${pool} LambdaConfig.UserMigration`]: arnOrNot,
  [`${pool} UserPoolTags`]: fc.record(
    { owner: fc.constant('a'), environment: fc.constant('b'), 'data-class': fc.constant('c') },
    { requiredKeys: [] },
  ),
  'AWS::Cognito::UserPoolDomain ManagedLoginVersion': fc.constantFrom(1, 2),
  'AWS::Cognito::UserPoolGroup RoleArn': arnOrNot,
  'AWS::Cognito::LogDeliveryConfiguration LogConfigurations': fc.subarray<RawValue>([
    { EventSource: 'userAuthEvents', LogLevel: 'INFO', CloudWatchLogsConfiguration: { LogGroupArn: 'arn:a' } },
    { EventSource: 'userNotification', LogLevel: 'ERROR', CloudWatchLogsConfiguration: { LogGroupArn: 'arn:a' } },
  ]),
  'AWS::Lambda::Permission SourceArn': fc.constantFrom<RawValue>(
    { 'Fn::GetAtt': ['Pool', 'Arn'] },
    'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*',
    'arn:aws:cognito-idp:*:*:userpool/*',
  ),
  'AWS::Cognito::UserPoolIdentityProvider ProviderDetails.client_secret': secretOrReference,
  'AWS::Cognito::UserPoolIdentityProvider ProviderDetails.private_key': secretOrReference,
  'AWS::Cognito::UserPoolIdentityProvider AttributeMapping': fc.record(
    { name: fc.constant('name'), email: fc.constant('email'), 'custom:tenant': fc.constant('org') },
    { requiredKeys: [] },
  ),
  'AWS::Cognito::IdentityPool CognitoIdentityProviders': fc
    .boolean()
    .map((ServerSideTokenCheck) => [{ ClientId: 'a', ProviderName: 'b', ServerSideTokenCheck }]),
  'AWS::Cognito::IdentityPool DeveloperProviderName': fc.constantFrom<RawValue>('login.example', nothing),
  'AWS::Cognito::IdentityPoolRoleAttachment Roles.unauthenticated': arnOrNot,
  'AWS::Cognito::IdentityPoolRoleAttachment RoleMappings': fc
    .constantFrom('Deny', 'AuthenticatedRole')
    .map((AmbiguousRoleResolution) => ({ web: { Type: 'Rules', AmbiguousRoleResolution } })),
  'AWS::Cognito::IdentityPoolPrincipalTag PrincipalTags': fc.record(
    { id: fc.constant('sub'), mail: fc.constant('email'), tenant: fc.constant('custom:tenant') },
    { requiredKeys: [] },
  ),
};

/** Attributes of a resource that stand beside its Properties. */
const policies: Readonly<Record<string, fc.Arbitrary<RawValue>>> = {
  DeletionPolicy: fc.constantFrom('Delete', 'Retain'),
  UpdateReplacePolicy: fc.constantFrom('Delete', 'Retain'),
};

/** What writes a value of an order: fields of the resource that it is about, resources beside it, facts of the stack. */
export interface Written {
  readonly subject: RawObject;
  readonly beside: RawObject;
  readonly facts: Partial<StackArtifact>;
}

const trusting = (Action: string, Principal: RawObject, Condition: RawObject): RawObject => ({
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: { Statement: [{ Effect: 'Allow', Principal, Action, Condition }] },
    },
  },
});
const roleArn = { 'Fn::GetAtt': ['Role', 'Arn'] };
const smsTrust = fc
  .record({
    StringEquals: fc.record(
      { 'sts:ExternalId': fc.constant('id'), 'aws:SourceAccount': fc.constant('111122223333') },
      { requiredKeys: [] },
    ),
  })
  .map((condition) => trusting('sts:AssumeRole', { Service: 'cognito-idp.amazonaws.com' }, condition));
const webTrust = fc
  .record(
    { 'cognito-identity.amazonaws.com:aud': fc.constant<RawValue>({ Ref: 'IdentityPool' }) },
    { requiredKeys: [] },
  )
  .map((StringEquals) =>
    trusting(
      'sts:AssumeRoleWithWebIdentity',
      { Federated: 'cognito-identity.amazonaws.com' },
      { StringEquals, 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } },
    ),
  );
const withRole = (roles: fc.Arbitrary<RawObject>, properties: RawObject): fc.Arbitrary<Written> =>
  roles.map((beside) => ({ subject: { Properties: properties }, beside, facts: {} }));

const association = (acl: RawValue): RawObject => ({
  Association: {
    Type: 'AWS::WAFv2::WebACLAssociation',
    Properties: { ResourceArn: { 'Fn::GetAtt': ['Pool', 'Arn'] }, WebACLArn: acl },
  },
});
const regionalAcl = 'arn:aws:wafv2:eu-west-1:111122223333:regional/webacl/a/1';
const rule = (Statement: RawObject, action: RawObject): RawObject => ({ Statement, ...action });
const rules = fc.subarray<RawValue>([
  rule({ RateBasedStatement: { Limit: 500, AggregateKeyType: 'IP' } }, { Action: { Block: {} } }),
  rule(
    { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesAmazonIpReputationList' } },
    { OverrideAction: { None: {} } },
  ),
  rule(
    { ManagedRuleGroupStatement: { VendorName: 'AWS', Name: 'AWSManagedRulesCommonRuleSet' } },
    { OverrideAction: { None: {} } },
  ),
]);

const protectedStack: fc.Arbitrary<Written> = fc
  .boolean()
  .map((terminationProtection) => ({ subject: {}, beside: {}, facts: { terminationProtection } }));

/** Orders that are about more than one property of a resource, by `TYPE PROPERTY`. */
const whole: Readonly<Record<string, fc.Arbitrary<Written>>> = {
  [`${pool} `]: fc.constantFrom({}, association(regionalAcl)).map((beside) => ({ subject: {}, beside, facts: {} })),
  [`${pool} SmsConfiguration.SnsCallerArn`]: withRole(smsTrust, {
    SmsConfiguration: { ExternalId: 'id', SnsCallerArn: roleArn },
  }),
  [`${pool} terminationProtection`]: protectedStack,
  'AWS::Cognito::IdentityPool terminationProtection': protectedStack,
  'AWS::Cognito::IdentityPoolRoleAttachment Roles': withRole(webTrust, { Roles: { authenticated: roleArn } }),
  'AWS::WAFv2::WebACL Rules': rules.map((Rules) => ({
    subject: { Properties: { Rules, Scope: 'REGIONAL' } },
    beside: association({ 'Fn::GetAtt': ['Subject', 'Arn'] }),
    facts: {},
  })),
};

/** Values of an order as templates write them; numbers as far as the service takes some everywhere. */
export function explicitValues({ type, property, scale }: Order): fc.Arbitrary<Written> {
  const key = `${type} ${property}`;
  return (
    whole[key] ??
    (policies[property] ?? written[key] ?? ofScale(scale)).map((value) => {
      const subject = property in policies ? { [property]: value } : { Properties: below(property, value) };
      return { subject, beside: {}, facts: {} };
    })
  );
}

function ofScale(scale: Order['scale']): fc.Arbitrary<RawValue> {
  switch (scale.kind) {
    case 'levels':
      // Of some, every change is for people to look at.
      return fc.constantFrom(...(scale.weakToStrong.length === 0 ? ['arn:a', 'arn:b'] : scale.weakToStrong));
    case 'number':
      return fc.integer({ min: 1, max: 100 });
    case 'set':
      return someOf('a', 'b', 'c', 'd');
  }
}

function below(path: string, value: RawValue): RawObject {
  const [key = path, ...rest] = path.split('.');
  return { [key]: rest.length === 0 ? value : below(rest.join('.'), value) };
}

/** What else such a resource may say; sometimes what nobody knows. */
export const otherProperties: Readonly<Record<string, fc.Arbitrary<RawObject>>> = {
  [pool]: fc.record(
    {
      MfaConfiguration: fc.constantFrom<RawValue>('OFF', 'OPTIONAL', 'ON', elsewhere),
      EnabledMfas: someOf('SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'),
      Policies: fc.record({
        PasswordPolicy: fc.constant({ MinimumLength: 15 }),
        SignInPolicy: fc.record({ AllowedFirstAuthFactors: someOf('PASSWORD', 'WEB_AUTHN', 'EMAIL_OTP') }),
      }),
      WebAuthnUserVerification: fc.constant('required'),
      WebAuthnFactorConfiguration: fc.constant('MULTI_FACTOR_WITH_USER_VERIFICATION'),
      UsernameAttributes: someOf('email', 'phone_number'),
      AccountRecoverySetting: fc.constant({ RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] }),
      EmailConfiguration: fc.constant({ SourceArn: 'arn:aws:ses:eu-west-1:111122223333:identity/example.org' }),
      DeviceConfiguration: fc.constantFrom({}, { ChallengeRequiredOnNewDevice: true }),
      UserPoolAddOns: fc.constant({ AdvancedSecurityMode: 'ENFORCED' }),
      UserPoolTier: fc.constantFrom('LITE', 'ESSENTIALS', 'PLUS'),
      LambdaConfig: fc.constant({
        DefineAuthChallenge: 'a',
        CreateAuthChallenge: 'b',
        VerifyAuthChallengeResponse: 'c',
      }),
    },
    { requiredKeys: [] },
  ),
  [client]: fc.record(
    {
      GenerateSecret: fc.boolean(),
      ExplicitAuthFlows: someOf(...flows.map((flow) => `ALLOW_${flow}_AUTH`)),
      RefreshTokenRotation: fc.constantFrom(
        { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
        { Feature: 'DISABLED' },
      ),
      TokenValidityUnits: fc.constantFrom({ RefreshToken: 'hours', AccessToken: 'minutes', IdToken: 'minutes' }, {}),
      AllowedOAuthFlows: someOf('code', 'client_credentials'),
    },
    { requiredKeys: [] },
  ),
};
