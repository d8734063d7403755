import type { RawObject } from '../../../lib/template/value';
import { client, group, pool, problemsOf, settingsOf } from './pool-template';

/** A resource that belongs to the pool. */
const part = (type: string, properties: RawObject): RawObject => ({
  Type: `AWS::Cognito::${type}`,
  Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
});
const domain = (properties: RawObject = {}) => part('UserPoolDomain', { Domain: 'people', ...properties });
const server = (properties: RawObject = {}) =>
  part('UserPoolResourceServer', { Identifier: 'orders', Name: 'Orders', ...properties });
const provider = (properties: RawObject = {}) =>
  part('UserPoolIdentityProvider', {
    ProviderName: 'Acme',
    ProviderType: 'OIDC',
    ProviderDetails: { client_id: 'people' },
    ...properties,
  });
const risk = (properties: RawObject = {}) =>
  part('UserPoolRiskConfigurationAttachment', { ClientId: 'ALL', ...properties });
const look = (properties: RawObject = {}) =>
  part('UserPoolUICustomizationAttachment', { ClientId: 'ALL', ...properties });
const logs = (...configurations: RawObject[]) =>
  part('LogDeliveryConfiguration', { LogConfigurations: configurations });
const user = (properties: RawObject = {}) => part('UserPoolUser', { Username: 'anna', ...properties });
const membership = (properties: RawObject = {}) =>
  part('UserPoolUserToGroupAttachment', { Username: 'anna', GroupName: 'members', ...properties });

const partsOf = (resources: RawObject) => settingsOf({ Pool: pool(), ...resources }).parts;
const elsewhere = { 'Fn::ImportValue': 'elsewhere' };
const notification = { EventSource: 'userNotification', LogLevel: 'ERROR' };

describe('what a pool has beside clients and groups', () => {
  test('a pool without any of it', () => {
    const none: readonly unknown[] = [];
    expect(partsOf({})).toEqual({
      domains: none,
      resourceServers: none,
      identityProviders: none,
      riskConfigurations: none,
      uiCustomizations: none,
      logConfigurations: none,
      users: none,
      memberships: none,
    });
  });

  test.each<[RawObject, object]>([
    [domain(), { name: 'people', custom: undefined, managedLoginVersion: 1 }],
    [domain({ ManagedLoginVersion: '2' }), { name: 'people', managedLoginVersion: 2 }],
    [
      domain({ Domain: 'login.example.com', CustomDomainConfig: { CertificateArn: { Ref: 'Certificate' } } }),
      {
        name: 'login.example.com',
        custom: { certificateArn: expect.stringMatching(/^arn:aws:acm:/) as string, securityPolicy: undefined },
      },
    ],
    [domain({ CustomDomainConfig: { CertificateArn: elsewhere }, Domain: 'login.example.com' }), { custom: {} }],
  ])('a domain: %j', (Domain, expected) => {
    const Certificate = { Type: 'AWS::CertificateManager::Certificate', Properties: {} };
    const [only, ...others] = partsOf({ Domain, Certificate }).domains;
    expect(others).toEqual([]);
    expect(only).toMatchObject(expected);
  });

  test('a resource server with its scopes', () => {
    const Scopes = [{ ScopeName: 'read', ScopeDescription: 'Reads.' }];
    expect(partsOf({ Orders: server({ Scopes }) }).resourceServers).toEqual([
      { identifier: 'orders', name: 'Orders', scopes: [{ name: 'read', description: 'Reads.' }] },
    ]);
  });

  test('an identity provider, without what is known only after deployment', () => {
    const ProviderDetails = {
      client_id: 'people',
      client_secret: '{{resolve:secretsmanager:acme:SecretString}}',
      oidc_issuer: elsewhere,
      attributes_url_add_attributes: false,
    };
    const said = { ProviderDetails, AttributeMapping: { email: 'mail' }, IdpIdentifiers: ['acme.example.com'] };
    expect(partsOf({ Acme: provider(said) }).identityProviders).toEqual([
      {
        name: 'Acme',
        type: 'OIDC',
        details: { client_id: 'people', attributes_url_add_attributes: 'false' },
        attributeMapping: { email: 'mail' },
        identifiers: ['acme.example.com'],
      },
    ]);
  });

  test('risks and looks, of the pool and of a client', () => {
    const RiskExceptionConfiguration = { SkippedIPRangeList: ['192.0.2.0/24'] };
    const { riskConfigurations, uiCustomizations } = partsOf({
      Web: client(),
      Domain: domain(),
      Risk: risk({ ClientId: { Ref: 'Web' }, RiskExceptionConfiguration }),
      Look: look({ CSS: '.label {}' }),
    });
    expect(riskConfigurations).toEqual([
      { clientKey: expect.stringMatching(/^client\d+$/) as string, blocks: { RiskExceptionConfiguration } },
    ]);
    expect(uiCustomizations).toEqual([{ clientKey: 'ALL', css: '.label {}' }]);
  });

  test('where logs go; a place that is known only after deployment is left out', () => {
    const S3Configuration = { BucketArn: 'arn:aws:s3:::logs' };
    const Logs = logs({ ...notification, S3Configuration, FirehoseConfiguration: { StreamArn: elsewhere } });
    expect(partsOf({ Logs }).logConfigurations).toEqual([{ ...notification, S3Configuration }]);
  });

  test('users and their groups, as the requests that make them', () => {
    const said = {
      UserAttributes: [{ Name: 'email', Value: 'anna@example.com' }],
      ForceAliasCreation: 'true',
      MessageAction: 'SUPPRESS',
    };
    const { users, memberships } = partsOf({ Members: group(), Anna: user(said), AnnaIsMember: membership() });
    expect(users.map((placed) => placed.part.request)).toEqual([
      { Username: 'anna', ...said, ForceAliasCreation: true },
    ]);
    expect(memberships.map((placed) => placed.part.request)).toEqual([{ Username: 'anna', GroupName: 'members' }]);
  });
});

test.each<[string, RawObject, readonly string[]]>([
  ['a domain', { Domain: domain() }, []],
  ['a resource server', { Orders: server() }, []],
  ['an identity provider', { Acme: provider() }, ['federation']],
  ['a risk configuration', { Risk: risk() }, ['threatProtection']],
  ['a look', { Domain: domain(), Look: look() }, ['managedLoginBranding']],
  ['log delivery', { Logs: logs(notification) }, []],
  ['a user', { Anna: user() }, []],
  [
    'a domain that moves to another Region',
    { Domain: domain({ Routing: { Failover: { SecondaryRegion: 'us-east-1' } } }) },
    ['multiRegion'],
  ],
])('of %s it is named what it would be there for', (_, resources, features) => {
  const { notSimulated } = settingsOf({ Pool: pool(), ...resources });
  expect(notSimulated.map(({ feature }) => feature)).toEqual(features);
});

describe('what the service refuses stops the start', () => {
  test.each<[string, RawObject, string]>([
    ['a domain without a name', { X: domain({ Domain: { Ref: 'AWS::NoValue' } }) }, 'X Domain'],
    ['a domain with a reserved word', { X: domain({ Domain: 'my-aws-pool' }) }, 'X Domain'],
    ['a domain in capitals', { X: domain({ Domain: 'People' }) }, 'X Domain'],
    ['a whole name without a certificate', { X: domain({ Domain: 'login.example.com' }) }, 'X Domain'],
    ['a second prefix', { Domain: domain(), X: domain({ Domain: 'customers' }) }, 'X Domain'],
    ['a resource server without a name', { X: server({ Name: { Ref: 'AWS::NoValue' } }) }, 'X Name'],
    ['a second resource server of one identifier', { Orders: server(), X: server() }, 'X Identifier'],
    ['a scope without a text', { X: server({ Scopes: [{ ScopeName: 'a' }] }) }, 'X Scopes[0].ScopeDescription'],
    [
      'a scope with a slash',
      { X: server({ Scopes: [{ ScopeName: 'a/b', ScopeDescription: 'B.' }] }) },
      'X Scopes[0].ScopeName',
    ],
    ['a social provider under another name', { X: provider({ ProviderType: 'Google' }) }, 'X ProviderName'],
    ['a provider of an unknown type', { X: provider({ ProviderType: 'LDAP' }) }, 'X ProviderType'],
    ['a provider without details', { X: provider({ ProviderDetails: { Ref: 'AWS::NoValue' } }) }, 'X ProviderDetails'],
    ['a second provider of one name', { Acme: provider(), X: provider() }, 'X ProviderName'],
    ['a risk configuration of no client', { X: risk({ ClientId: 'nobody' }) }, 'X ClientId'],
    ['two risk configurations of one client', { Risk: risk(), X: risk() }, 'X ClientId'],
    ['an action that is none', { X: risk({ CompromisedCredentialsRiskConfiguration: { Actions: {} } }) }, 'X '],
    ['a look without a domain', { X: look() }, 'X '],
    [
      'logs of a source that is none',
      { X: logs({ ...notification, EventSource: 'all' }) },
      'X LogConfigurations[0].EventSource',
    ],
    ['logs of one source twice', { X: logs(notification, notification) }, 'X LogConfigurations[1].EventSource'],
    ['log delivery twice', { Logs: logs(notification), X: logs(notification) }, 'X UserPoolId'],
    ['a user without a name', { X: user({ Username: { Ref: 'AWS::NoValue' } }) }, 'X Username'],
    ['a user known only after deployment', { X: user({ Username: elsewhere }) }, 'X Username'],
    ['a membership without a group', { X: membership({ GroupName: { Ref: 'AWS::NoValue' } }) }, 'X GroupName'],
    ['a property that nobody listed', { X: domain({ Color: 'blue' }) }, 'X Color'],
  ])('%s', (_, resources, where) => {
    const problems = problemsOf({ Pool: pool(), ...resources });
    expect(problems.map(({ logicalId, path }) => `${logicalId} ${path}`)).toEqual([where]);
    expect(problems[0]?.nextStep).toMatch(/\.$/);
  });

  test('a secret of a provider is in no message', () => {
    const problems = problemsOf({ Pool: pool(), X: provider({ ProviderDetails: { client_secret: ['s3cret'] } }) });
    expect(problems).toEqual([expect.objectContaining({ path: 'ProviderDetails' })]);
    expect(JSON.stringify(problems)).not.toContain('s3cret');
  });
});

describe('what the plan of the pool leaves out stops the start', () => {
  test.each<[string, string, RawObject, RawObject, string]>([
    ['managed login', 'LITE', {}, { X: domain({ ManagedLoginVersion: 2 }) }, 'X ManagedLoginVersion'],
    [
      'the export of user activity',
      'ESSENTIALS',
      {},
      { X: logs({ ...notification, EventSource: 'userAuthEvents' }) },
      'X LogConfigurations[0].EventSource',
    ],
    ['choice-based sign-in', 'LITE', {}, { X: client({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] }) }, 'X '],
    ['rotation of refresh tokens', 'LITE', {}, { X: client({ RefreshTokenRotation: { Feature: 'ENABLED' } }) }, 'X '],
    [
      'the history of passwords',
      'LITE',
      { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } } },
      {},
      'Pool UserPoolTier',
    ],
    [
      'passwordless first factors',
      'LITE',
      { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      {},
      'Pool UserPoolTier',
    ],
    ['threat protection', 'ESSENTIALS', { UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }, {}, 'Pool UserPoolTier'],
  ])('%s on %s', (_, UserPoolTier, properties, resources, where) => {
    const problems = problemsOf({ Pool: pool({ UserPoolTier, ...properties }), ...resources });
    expect(problems.map(({ logicalId, path }) => `${logicalId} ${path}`)).toEqual([where]);
    expect(problemsOf({ Pool: pool({ UserPoolTier: 'PLUS', ...properties }), ...resources })).toEqual([]);
  });

  test.each([{}, { UserPoolTier: 'LITE' }])(
    'but not threat protection of a pool that may be an older one: %j',
    (tier) => {
      expect(problemsOf({ Pool: pool({ ...tier, UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' } }) })).toEqual([]);
    },
  );
});
