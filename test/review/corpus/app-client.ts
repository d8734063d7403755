import type { CorpusPair } from './pair';
import { client, clientChange, part, pool, resource } from './pair';

const units = (unit: string) => ({ TokenValidityUnits: { AccessToken: unit, IdToken: unit, RefreshToken: unit } });
const flows = (...ExplicitAuthFlows: string[]) => ({ ExplicitAuthFlows });
const parameter = { Parameter: resource('AWS::SSM::Parameter', { Type: 'String', Value: { Ref: 'Client' } }) };

/** Section 1.3, and what users notice of changes to app clients. */
export const appClientPairs: readonly CorpusPair[] = [
  {
    title: 'a client gets a secret',
    rows: [
      '1.3/create-only',
      '1.3/consequences',
      '1.3/secret-rotation',
      '5.2/generate-secret',
      '5.2/replaced-ref',
      'S4/client-replaced',
    ],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolClient',
    before: {
      ...pool(),
      ...client({ GenerateSecret: false }),
      ...parameter,
      ...part('Branding', 'ManagedLoginBranding', { ClientId: { Ref: 'Client' } }),
    },
    after: {
      ...pool(),
      ...client({ GenerateSecret: true }),
      ...parameter,
      ...part('Branding', 'ManagedLoginBranding', { ClientId: { Ref: 'Client' } }),
    },
    expected: [
      ['Client', 'GenerateSecret', 'new-client-id', 'signs-users-out'],
      ['Branding', 'ClientId', 'breaks-clients'],
    ],
  },
  {
    title: 'a replaced client is kept by its UpdateReplacePolicy',
    rows: ['5.2/update-replace-policy-retain'],
    source: 'CloudFormation User Guide, UpdateReplacePolicy',
    before: { ...pool(), ...client({ GenerateSecret: false }, { UpdateReplacePolicy: 'Retain' }) },
    after: { ...pool(), ...client({ GenerateSecret: true }, { UpdateReplacePolicy: 'Retain' }) },
    expected: [['Client', 'GenerateSecret', 'new-client-id']],
  },
  {
    title: 'GenerateSecret false is left away',
    rows: ['5.2/generate-secret-left-away'],
    source: 'aws-cdk cloudformation-diff, tried; not known from a change set',
    ...clientChange({ GenerateSecret: false }, {}),
    expected: [['Client', 'GenerateSecret', 'effect-uncertain']],
  },
  {
    title: 'a client gets another name',
    rows: ['1.3/client-name', 'S4/neutral'],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolClient',
    ...clientChange({ ClientName: 'web' }, { ClientName: 'site' }),
    expected: [['Client', 'ClientName', 'neutral']],
  },
  {
    title: 'a client gets another logical id',
    rows: ['1.3/logical-id', '5.2/client-logical-id'],
    source: 'DeleteUserPoolClient',
    before: { ...pool(), ...client() },
    after: { ...pool(), ...part('Renamed', 'UserPoolClient', { ClientName: 'web' }) },
    expected: [['Renamed', '', 'new-client-id', 'signs-users-out']],
  },
  {
    title: 'a client gets another logical id and another name, and is otherwise the same',
    rows: ['1.3/logical-id', '5.2/client-logical-id'],
    source: 'DeleteUserPoolClient',
    before: { ...pool(), ...client({ CallbackURLs: ['https://a.example'] }) },
    after: {
      ...pool(),
      ...part('Site', 'UserPoolClient', { ClientName: 'site', CallbackURLs: ['https://a.example'] }),
    },
    expected: [['Site', '', 'new-client-id', 'signs-users-out']],
  },
  {
    title: 'a client is removed and another one is added, which are not alike',
    rows: ['1.3/consequences'],
    source: 'DeleteUserPoolClient',
    before: { ...pool(), ...client({ CallbackURLs: ['https://a.example'] }) },
    after: {
      ...pool(),
      ...part('Site', 'UserPoolClient', { ClientName: 'site', CallbackURLs: ['https://b.example'] }),
    },
    expected: [
      ['Client', '', 'signs-users-out', 'breaks-clients'],
      ['Site', '', 'neutral'],
    ],
  },
  {
    title: 'a client is removed',
    rows: ['1.3/consequences'],
    source: 'DeleteUserPoolClient',
    before: { ...pool(), ...client() },
    after: pool(),
    expected: [['Client', '', 'signs-users-out', 'breaks-clients']],
  },
  {
    title: 'everything but create-only properties changes in place',
    rows: ['1.3/everything-else', '3/user-existence-enabled'],
    source: 'Amazon Cognito developer guide, managing error responses',
    ...clientChange({ PreventUserExistenceErrors: 'LEGACY' }, { PreventUserExistenceErrors: 'ENABLED' }),
    expected: [['Client', 'PreventUserExistenceErrors', 'breaks-clients']],
  },
  {
    title: 'errors tell who has an account',
    rows: ['3/user-existence-legacy', '5.2/security-down'],
    source: 'Amazon Cognito developer guide, managing error responses',
    ...clientChange({ PreventUserExistenceErrors: 'ENABLED' }, { PreventUserExistenceErrors: 'LEGACY' }),
    expected: [['Client', 'PreventUserExistenceErrors', 'weakens']],
  },
  {
    title: 'a flow is removed',
    rows: ['3/auth-flow-removed'],
    source: 'InitiateAuth',
    ...clientChange(
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'),
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'),
    ),
    expected: [['Client', 'ExplicitAuthFlows', 'breaks-clients']],
  },
  {
    title: 'the refresh flow is removed without rotation',
    rows: ['3/refresh-flow-removed'],
    source: 'aws-cdk#7625',
    ...clientChange(flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'), flows('ALLOW_USER_SRP_AUTH')),
    expected: [['Client', 'ExplicitAuthFlows', 'refused-at-deploy', 'signs-users-out']],
  },
  {
    title: 'applications may send the password itself',
    rows: ['3/password-flow-added', '5.2/security-down'],
    source: 'InitiateAuth',
    ...clientChange(
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'),
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_PASSWORD_AUTH'),
    ),
    expected: [['Client', 'ExplicitAuthFlows', 'weakens']],
  },
  {
    title: 'flows of the old names stand beside new ones',
    rows: ['1.3/everything-else'],
    source: 'CreateUserPoolClient',
    ...clientChange(
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'),
      flows('ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ADMIN_NO_SRP_AUTH'),
    ),
    expected: [['Client', 'ExplicitAuthFlows', 'refused-at-deploy']],
  },
  {
    title: 'another order of flows, scopes and URLs is no change',
    rows: ['5.2/reorder', '2.2/sets'],
    source: 'cdk-real-drift src/normalize/noise.ts',
    ...clientChange(
      {
        ...flows('ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'),
        CallbackURLs: ['https://a.example.com', 'https://b.example.com'],
        AllowedOAuthScopes: ['openid', 'email'],
      },
      {
        ...flows('ALLOW_CUSTOM_AUTH', 'ALLOW_USER_SRP_AUTH'),
        CallbackURLs: ['https://b.example.com', 'https://a.example.com'],
        AllowedOAuthScopes: ['email', 'openid'],
      },
    ),
    expected: [],
  },
  {
    title: 'refresh tokens rotate',
    rows: ['3/rotation-enabled'],
    source: 'RefreshTokenRotationType',
    ...clientChange(
      { ...flows('ALLOW_USER_SRP_AUTH'), RefreshTokenRotation: { Feature: 'DISABLED' } },
      { ...flows('ALLOW_USER_SRP_AUTH'), RefreshTokenRotation: { Feature: 'ENABLED' } },
    ),
    expected: [['Client', 'RefreshTokenRotation.Feature', 'breaks-clients']],
  },
  {
    title: 'refresh tokens rotate beside the refresh flow',
    rows: ['3/rotation-enabled'],
    source: 'Amazon Cognito developer guide, refresh tokens',
    ...clientChange(
      { ...flows('ALLOW_REFRESH_TOKEN_AUTH'), RefreshTokenRotation: { Feature: 'DISABLED' } },
      { ...flows('ALLOW_REFRESH_TOKEN_AUTH'), RefreshTokenRotation: { Feature: 'ENABLED' } },
    ),
    expected: [['Client', 'RefreshTokenRotation.Feature', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'access tokens live shorter',
    rows: ['3/token-validity-shortened'],
    source: 'Amazon Cognito developer guide, access tokens',
    ...clientChange({ AccessTokenValidity: 60, ...units('minutes') }, { AccessTokenValidity: 30, ...units('minutes') }),
    expected: [['Client', 'AccessTokenValidity', 'strengthens']],
  },
  {
    title: 'refresh tokens live shorter',
    rows: ['3/refresh-validity-shortened'],
    source: 'not documented',
    ...clientChange({ RefreshTokenValidity: 30 }, { RefreshTokenValidity: 1 }),
    expected: [['Client', 'RefreshTokenValidity', 'effect-uncertain']],
  },
  {
    title: 'tokens live longer',
    rows: ['3/validity-lengthened'],
    source: 'NIST SP 800-63B-4 section 2',
    ...clientChange(
      { AccessTokenValidity: 30, RefreshTokenValidity: 60, ...units('minutes') },
      { AccessTokenValidity: 60, RefreshTokenValidity: 90, ...units('minutes') },
    ),
    expected: [
      ['Client', 'AccessTokenValidity', 'weakens'],
      ['Client', 'RefreshTokenValidity', 'weakens'],
    ],
  },
  {
    title: 'the unit alone changes, and with it the lifetime',
    rows: ['3/unit-only'],
    source: 'TokenValidityUnitsType',
    ...clientChange(
      { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'minutes' } },
      { AccessTokenValidity: 10, TokenValidityUnits: { AccessToken: 'hours' } },
    ),
    expected: [['Client', 'AccessTokenValidity', 'weakens']],
  },
  {
    title: 'the same lifetime in another unit is no change',
    rows: ['3/unit-only'],
    source: 'TokenValidityUnitsType',
    ...clientChange(
      { AccessTokenValidity: 60, TokenValidityUnits: { AccessToken: 'minutes' } },
      { AccessTokenValidity: 1, TokenValidityUnits: { AccessToken: 'hours' } },
    ),
    expected: [],
  },
  {
    title: 'token revocation is switched off',
    rows: ['3/revocation-off'],
    source: 'Amazon Cognito developer guide, token revocation',
    ...clientChange({ EnableTokenRevocation: true }, { EnableTokenRevocation: false }),
    expected: [['Client', 'EnableTokenRevocation', 'weakens']],
  },
  {
    title: 'OAuth is widened: the implicit grant, a scope, a callback without TLS, a provider',
    rows: ['3/oauth-widened', '5.2/security-down'],
    source: 'RFC 9700',
    ...clientChange(
      {
        AllowedOAuthFlows: ['code'],
        AllowedOAuthScopes: ['openid'],
        CallbackURLs: ['https://a.example.com'],
        SupportedIdentityProviders: ['COGNITO'],
      },
      {
        AllowedOAuthFlows: ['code', 'implicit'],
        AllowedOAuthScopes: ['openid', 'aws.cognito.signin.user.admin'],
        CallbackURLs: ['https://a.example.com', 'http://b.example.com'],
        SupportedIdentityProviders: ['COGNITO', 'Google'],
      },
    ),
    expected: [
      ['Client', 'AllowedOAuthFlows', 'weakens'],
      ['Client', 'AllowedOAuthScopes', 'weakens'],
      ['Client', 'CallbackURLs', 'weakens'],
      ['Client', 'SupportedIdentityProviders', 'weakens'],
    ],
  },
  {
    title: 'a callback, a logout address, a scope and a provider are removed',
    rows: ['3/oauth-narrowed'],
    source: 'UpdateUserPoolClient',
    ...clientChange(
      {
        AllowedOAuthScopes: ['openid', 'email'],
        CallbackURLs: ['https://a.example.com', 'https://b.example.com'],
        LogoutURLs: ['https://a.example.com', 'https://b.example.com'],
        SupportedIdentityProviders: ['COGNITO', 'Google'],
      },
      {
        AllowedOAuthScopes: ['openid'],
        CallbackURLs: ['https://a.example.com'],
        LogoutURLs: ['https://a.example.com'],
        SupportedIdentityProviders: ['COGNITO'],
      },
    ),
    expected: [
      ['Client', 'AllowedOAuthScopes', 'breaks-clients'],
      ['Client', 'CallbackURLs', 'breaks-clients'],
      ['Client', 'LogoutURLs', 'breaks-clients'],
      ['Client', 'SupportedIdentityProviders', 'breaks-clients'],
    ],
  },
  {
    title: 'local users are hidden from managed login',
    rows: ['3/cognito-removed-from-providers'],
    source: 'CreateUserPoolClient',
    ...clientChange({ SupportedIdentityProviders: ['COGNITO', 'Google'] }, { SupportedIdentityProviders: ['Google'] }),
    expected: [['Client', 'SupportedIdentityProviders', 'neutral']],
  },
  {
    title: 'a client reads and writes less',
    rows: ['3/attributes-narrowed'],
    source: 'Amazon Cognito developer guide, attribute mapping',
    ...clientChange(
      { ReadAttributes: ['email', 'name'], WriteAttributes: ['email', 'name'] },
      { ReadAttributes: ['email'], WriteAttributes: ['email'] },
    ),
    expected: [
      ['Client', 'ReadAttributes', 'breaks-clients'],
      ['Client', 'WriteAttributes', 'breaks-clients'],
    ],
  },
  {
    title: 'users may write the attribute that decides on their access',
    rows: ['3/write-authorization-attribute'],
    source: 'Amazon Cognito developer guide, multi-tenancy',
    ...clientChange({ WriteAttributes: ['email'] }, { WriteAttributes: ['email', 'custom:role'] }),
    intent: {
      before: { authorizationAttributes: new Map([['dev/auth/Pool', ['custom:role']]]) },
      after: { authorizationAttributes: new Map([['dev/auth/Pool', ['custom:role']]]) },
    },
    expected: [['Client', 'WriteAttributes', 'weakens']],
  },
  {
    title: 'a replaced client is followed into Fn::Join and Fn::Sub',
    rows: ['5.2/replaced-in-join'],
    source: 'aws-cdk cloudformation-diff, tried (not propagated there)',
    before: {
      ...pool(),
      ...client({ GenerateSecret: false }),
      ...part('Terms', 'Terms', { ClientId: { 'Fn::Join': ['', ['a-', { Ref: 'Client' }]] } }),
    },
    after: {
      ...pool(),
      ...client({ GenerateSecret: true }),
      ...part('Terms', 'Terms', { ClientId: { 'Fn::Join': ['', ['a-', { Ref: 'Client' }]] } }),
    },
    expected: [
      ['Client', 'GenerateSecret', 'new-client-id', 'signs-users-out'],
      ['Terms', 'ClientId', 'neutral'],
    ],
  },
  {
    title: 'OAuth is switched off for a client, and challenges stay open for longer',
    rows: ['3/oauth-narrowed', '3/validity-lengthened'],
    source: 'CreateUserPoolClient',
    ...clientChange(
      { AllowedOAuthFlowsUserPoolClient: true, AuthSessionValidity: 3 },
      { AllowedOAuthFlowsUserPoolClient: false, AuthSessionValidity: 10 },
    ),
    expected: [
      ['Client', 'AllowedOAuthFlowsUserPoolClient', 'breaks-clients'],
      ['Client', 'AuthSessionValidity', 'weakens'],
    ],
  },
];
