import type { RawObject, RawValue } from '../../../lib/template/value';
import { client, clientSettings, pool, problemsOf, settingsOf } from './pool-template';

const web = (properties: RawObject) => ({ Pool: pool(), Web: client(properties) });
const featuresOf = (properties: RawObject) => settingsOf(web(properties)).notSimulated.map(({ feature }) => feature);

describe('what the service takes when the template says nothing', () => {
  test.each([
    ['logicalId', 'Web'],
    ['name', 'Web'],
    ['generateSecret', false],
    ['explicitAuthFlows', ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH']],
    ['preventUserExistenceErrors', false],
    ['tokenRevocation', true],
    ['accessTokenSeconds', 3600],
    ['idTokenSeconds', 3600],
    ['refreshTokenSeconds', 30 * 86_400],
    ['authSessionSeconds', 180],
    ['readAttributes', undefined],
    ['writeAttributes', undefined],
  ] as const)('%s', (name, value) => {
    expect(clientSettings({})[name]).toEqual(value);
  });

  test('no flow is left out', () => {
    expect(featuresOf({})).toEqual([]);
  });
});

test.each<[string, RawValue, string, unknown]>([
  ['ClientName', 'web', 'name', 'web'],
  ['GenerateSecret', 'true', 'generateSecret', true],
  ['ExplicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH'], 'explicitAuthFlows', ['ALLOW_USER_PASSWORD_AUTH']],
  ['PreventUserExistenceErrors', 'ENABLED', 'preventUserExistenceErrors', true],
  ['EnableTokenRevocation', false, 'tokenRevocation', false],
  ['AuthSessionValidity', '15', 'authSessionSeconds', 900],
  ['ReadAttributes', ['email', 'email_verified'], 'readAttributes', ['email', 'email_verified']],
  ['WriteAttributes', ['email'], 'writeAttributes', ['email']],
])('%s %j is taken', (property, value, setting, expected) => {
  expect(clientSettings({ [property]: value })).toHaveProperty(setting, expected);
});

test.each<[RawObject, object | undefined]>([
  [{ Feature: 'DISABLED', RetryGracePeriodSeconds: 10 }, undefined],
  [{ Feature: 'ENABLED' }, { retryGracePeriodSeconds: 0 }],
  [{ Feature: 'ENABLED', RetryGracePeriodSeconds: '60' }, { retryGracePeriodSeconds: 60 }],
])('RefreshTokenRotation %j is %j', (rotation, expected) => {
  expect(clientSettings({ RefreshTokenRotation: rotation }).refreshTokenRotation).toEqual(expected);
});

test('custom attributes are known by their prefix', () => {
  const schema = { Schema: [{ Name: 'tenant', AttributeDataType: 'String' }] };
  expect(clientSettings({ ReadAttributes: ['custom:tenant'] }, schema).readAttributes).toEqual(['custom:tenant']);
});

test.each<[string, RawValue, string, RegExp]>([
  ['ExplicitAuthFlows', ['USER_PASSWORD_AUTH'], 'ExplicitAuthFlows[0]', /ALLOW_USER_PASSWORD_AUTH/],
  ['ExplicitAuthFlows', ['ADMIN_NO_SRP_AUTH'], 'ExplicitAuthFlows[0]', /ALLOW_ADMIN_USER_PASSWORD_AUTH/],
  ['ExplicitAuthFlows', ['CUSTOM_AUTH_FLOW_ONLY'], 'ExplicitAuthFlows[0]', /ALLOW_CUSTOM_AUTH/],
  ['ExplicitAuthFlows', ['ALLOW_ANYTHING'], 'ExplicitAuthFlows[0]', /ALLOW_USER_PASSWORD_AUTH/],
  ['ExplicitAuthFlows', [], 'ExplicitAuthFlows', /allows more/],
  ['PreventUserExistenceErrors', true, 'PreventUserExistenceErrors', /ENABLED, LEGACY/],
  ['GenerateSecret', 'yes', 'GenerateSecret', /true or false/],
  ['AuthSessionValidity', 2, 'AuthSessionValidity', /3 to 15/],
  ['AuthSessionValidity', 16, 'AuthSessionValidity', /3 to 15/],
  [
    'RefreshTokenRotation',
    { Feature: 'ENABLED', RetryGracePeriodSeconds: 61 },
    'RefreshTokenRotation.RetryGracePeriodSeconds',
    /0 to 60/,
  ],
  ['ReadAttributes', ['tenant'], 'ReadAttributes', /custom:/],
  ['ReadAttributes', [], 'ReadAttributes', /allows more/],
  ['WriteAttributes', ['email_verified'], 'WriteAttributes', /Remove/],
  ['WriteAttributes', ['sub'], 'WriteAttributes', /Remove/],
  ['WriteAttributes', [], 'WriteAttributes', /allows more/],
  ['Unheard', 1, 'Unheard', /Remove it, or decide/],
])('%s %j stops the start', (property, value, path, nextStep) => {
  const problems = problemsOf(web({ [property]: value }));
  expect(problems).toEqual([
    expect.objectContaining({ logicalId: 'Web', path, nextStep: expect.stringMatching(nextStep) as string }),
  ]);
});

test('a client of a pool that is known only after deployment stops the start', () => {
  expect(problemsOf(web({ UserPoolId: { 'Fn::ImportValue': 'pool' } }))).toEqual([
    expect.objectContaining({ logicalId: 'Web', path: 'UserPoolId' }),
  ]);
});

const oauth = {
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid'],
  CallbackURLs: ['https://example.com/back'],
};

test('what a client says for managed login is taken, but what is known only after deployment', () => {
  const later = { 'Fn::ImportValue': 'url' };
  const written = {
    ...oauth,
    CallbackURLs: ['https://example.com/back', later],
    LogoutURLs: later,
    DefaultRedirectURI: 'https://example.com/back',
  };
  expect(clientSettings(written).oauth).toEqual({
    allowed: true,
    flows: ['code'],
    scopes: ['openid'],
    callbackUrls: ['https://example.com/back'],
    logoutUrls: [],
    defaultRedirectUri: 'https://example.com/back',
    localUsers: true,
  });
  expect(clientSettings({}).oauth).toMatchObject({ allowed: false, flows: [], callbackUrls: [], localUsers: true });
});

describe('what is not simulated is named when it is asked for', () => {
  test.each<[RawObject, string]>([
    [{ ...oauth, AllowedOAuthFlows: ['code', 'implicit'] }, 'implicitGrant'],
    [{ GenerateSecret: true, EnablePropagateAdditionalUserContextData: true }, 'threatProtection'],
  ])('%j', (properties, feature) => {
    expect(featuresOf(properties)).toContain(feature);
  });

  test('and not when it is switched off', () => {
    const off = {
      AllowedOAuthFlowsUserPoolClient: 'false',
      SupportedIdentityProviders: ['COGNITO'],
      EnablePropagateAdditionalUserContextData: false,
      RefreshTokenRotation: { Feature: 'DISABLED' },
    };
    expect(featuresOf(off)).toEqual(featuresOf({}));
  });
});

describe('what the service refuses about OAuth 2.0 stops the start', () => {
  test.each<[RawObject, string]>([
    [{ AllowedOAuthFlowsUserPoolClient: true }, 'AllowedOAuthFlowsUserPoolClient'],
    [{ ...oauth, AllowedOAuthScopes: [] }, 'AllowedOAuthFlowsUserPoolClient'],
    [{ ...oauth, CallbackURLs: [] }, 'CallbackURLs'],
    [{ ...oauth, CallbackURLs: ['http://example.com'] }, 'CallbackURLs'],
    [{ ...oauth, CallbackURLs: ['https://example.com#there'] }, 'CallbackURLs'],
    [{ ...oauth, LogoutURLs: ['http://localhost.example.com'] }, 'LogoutURLs'],
    [{ ...oauth, DefaultRedirectURI: '' }, 'DefaultRedirectURI'],
    [{ ...oauth, GenerateSecret: true, AllowedOAuthFlows: ['code', 'client_credentials'] }, 'AllowedOAuthFlows'],
    [{ ...oauth, AllowedOAuthFlows: ['client_credentials'] }, 'AllowedOAuthFlows'],
    [{ EnablePropagateAdditionalUserContextData: true }, 'EnablePropagateAdditionalUserContextData'],
    [{ SupportedIdentityProviders: ['COGNITO', 'Google'] }, 'SupportedIdentityProviders'],
    [{ ...oauth, AllowedOAuthScopes: ['openid', 'api/read'] }, 'AllowedOAuthScopes'],
  ])('%j', (properties, path) => {
    expect(problemsOf(web(properties))).toEqual([expect.objectContaining({ logicalId: 'Web', path })]);
  });

  test.each<RawObject>([
    oauth,
    { ...oauth, CallbackURLs: ['http://localhost:3000/', 'http://127.0.0.1', 'http://[::1]:8080', 'app://back'] },
    { ...oauth, CallbackURLs: [{ 'Fn::ImportValue': 'url' }], DefaultRedirectURI: 'https://example.com' },
    { ...oauth, GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'], CallbackURLs: [] },
    { GenerateSecret: true, EnablePropagateAdditionalUserContextData: true },
  ])('but not %j', (properties) => {
    expect(problemsOf(web(properties))).toEqual([]);
  });

  test('a provider and a scope that the template declares are known', () => {
    const part = (type: string, properties: RawObject) => ({
      Type: `AWS::Cognito::UserPool${type}`,
      Properties: { UserPoolId: { Ref: 'Pool' }, ...properties },
    });
    const Api = part('ResourceServer', {
      Identifier: 'api',
      Name: 'API',
      Scopes: [{ ScopeName: 'read', ScopeDescription: 'Read.' }],
    });
    const Google = part('IdentityProvider', {
      ProviderName: 'Google',
      ProviderType: 'Google',
      ProviderDetails: { client_id: 'id', client_secret: 'secret', authorize_scopes: 'openid' },
    });
    const Web = client({ ...oauth, AllowedOAuthScopes: ['api/read'], SupportedIdentityProviders: ['Google'] });
    expect(problemsOf({ Pool: pool(), Api, Google, Web })).toEqual([]);
  });
});
