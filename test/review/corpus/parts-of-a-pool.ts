import type { CorpusPair } from './pair';
import { client, part, partChange, pool, resource } from './pair';

const withClient = (GenerateSecret: boolean, ...parts: object[]) =>
  Object.assign(
    { ...pool(), ...part('Client', 'UserPoolClient', { ClientName: 'web', GenerateSecret }) },
    ...parts,
  ) as ReturnType<typeof pool>;

/** A style, terms and a risk configuration of its own. */
const partsOfClient = (logicalId: string) => ({
  ...part(`StyleOf${logicalId}`, 'ManagedLoginBranding', { ClientId: { Ref: logicalId } }),
  ...part(`TermsOf${logicalId}`, 'Terms', { ClientId: { Ref: logicalId } }),
  ...part(`RiskOf${logicalId}`, 'UserPoolRiskConfigurationAttachment', { ClientId: { Ref: logicalId } }),
});

/** Section 1.4: what hangs on a user pool, and identity pools. */
export const partsOfAPoolPairs: readonly CorpusPair[] = [
  {
    title: 'the prefix of the domain changes',
    rows: ['1.4/domain', '5.2/names', 'S4/domain'],
    source: 'aws-cdk#10062',
    ...partChange('UserPoolDomain', { Domain: 'before' }, { Domain: 'after' }),
    expected: [['Part', 'Domain', 'refused-at-deploy', 'breaks-clients']],
  },
  {
    title: 'a prefix of digits is a name, not a number',
    rows: ['5.2/numeric-names'],
    source: 'aws-cdk cloudformation-diff, tried (no difference there)',
    ...partChange('UserPoolDomain', { Domain: '007' }, { Domain: '7' }),
    expected: [['Part', 'Domain', 'refused-at-deploy', 'breaks-clients']],
  },
  {
    title: 'a custom domain takes the place of the prefix under the same logical id',
    rows: ['1.4/domain'],
    source: 'Amazon Cognito developer guide, adding a domain (one of each kind)',
    ...partChange('UserPoolDomain', { Domain: 'before' }, { Domain: 'login.example.com' }),
    expected: [['Part', 'Domain', 'breaks-clients']],
  },
  {
    title: 'a domain is removed',
    rows: ['1.4/domain'],
    source: 'DeleteUserPoolDomain',
    before: { ...pool(), ...part('Part', 'UserPoolDomain', { Domain: 'before' }) },
    after: pool(),
    expected: [['Part', '', 'breaks-clients']],
  },
  {
    title: 'certificate, TLS and version of a domain change in place',
    rows: ['1.4/domain', '3/managed-login-version'],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolDomain',
    ...partChange(
      'UserPoolDomain',
      {
        Domain: 'a.example.com',
        ManagedLoginVersion: 1,
        CustomDomainConfig: { CertificateArn: 'a', SecurityPolicy: 'TLS_V1_3_2025' },
      },
      {
        Domain: 'a.example.com',
        ManagedLoginVersion: 2,
        CustomDomainConfig: { CertificateArn: 'b', SecurityPolicy: 'TLS_V1' },
      },
    ),
    expected: [
      ['Part', 'ManagedLoginVersion', 'breaks-clients'],
      ['Part', 'CustomDomainConfig.CertificateArn', 'neutral'],
      ['Part', 'CustomDomainConfig.SecurityPolicy', 'weakens'],
    ],
  },
  {
    title: 'an identity provider gets another name',
    rows: ['1.4/identity-provider', '5.2/names', 'S4/identity-provider'],
    source: 'lgallard/terraform-aws-cognito-user-pool#72',
    ...partChange(
      'UserPoolIdentityProvider',
      { ProviderName: 'Old', ProviderType: 'OIDC' },
      { ProviderName: 'New', ProviderType: 'OIDC' },
    ),
    expected: [['Part', 'ProviderName', 'destroys-users', 'breaks-clients']],
  },
  {
    title: 'an identity provider gets another type under its name',
    rows: ['1.4/identity-provider', 'S4/identity-provider'],
    source: 'DuplicateProviderException; not tried',
    ...partChange(
      'UserPoolIdentityProvider',
      { ProviderName: 'Work', ProviderType: 'OIDC' },
      { ProviderName: 'Work', ProviderType: 'SAML' },
    ),
    expected: [['Part', 'ProviderType', 'destroys-users', 'effect-uncertain']],
  },
  {
    title: 'an identity provider gets another logical id',
    rows: ['1.4/identity-provider'],
    source: 'DuplicateProviderException',
    before: { ...pool(), ...part('Part', 'UserPoolIdentityProvider', { ProviderName: 'Work' }) },
    after: { ...pool(), ...part('Other', 'UserPoolIdentityProvider', { ProviderName: 'Work' }) },
    expected: [['Other', '', 'refused-at-deploy']],
  },
  {
    title: 'a resource server gets another identifier',
    rows: ['1.4/resource-server', '5.2/names', 'S4/resource-server'],
    source: 'ScopeDoesNotExistException',
    ...partChange('UserPoolResourceServer', { Identifier: 'https://a' }, { Identifier: 'https://b' }),
    expected: [['Part', 'Identifier', 'breaks-clients']],
  },
  {
    title: 'a resource server loses a scope and gains another',
    rows: ['1.4/resource-server'],
    source: 'ScopeDoesNotExistException',
    ...partChange(
      'UserPoolResourceServer',
      { Identifier: 'a', Scopes: [{ ScopeName: 'read', ScopeDescription: 'r' }] },
      { Identifier: 'a', Scopes: [{ ScopeName: 'write', ScopeDescription: 'w' }] },
    ),
    expected: [
      ['Part', 'Scopes.read', 'breaks-clients'],
      ['Part', 'Scopes.write', 'neutral'],
    ],
  },
  {
    title: 'a group gets another name',
    rows: ['1.4/group', '5.2/names', 'S4/group'],
    source: 'DeleteGroup',
    ...partChange('UserPoolGroup', { GroupName: 'admins' }, { GroupName: 'operators' }),
    expected: [['Part', 'GroupName', 'destroys-users']],
  },
  {
    title: 'a group gets another logical id',
    rows: ['1.4/group'],
    source: 'GroupExistsException',
    before: { ...pool(), ...part('Part', 'UserPoolGroup', { GroupName: 'admins' }) },
    after: { ...pool(), ...part('Other', 'UserPoolGroup', { GroupName: 'admins' }) },
    expected: [['Other', '', 'destroys-users', 'refused-at-deploy']],
  },
  {
    title: 'a group gets another role and precedence',
    rows: ['1.4/group'],
    source: 'Amazon Cognito developer guide, role-based access',
    ...partChange(
      'UserPoolGroup',
      { GroupName: 'admins', Precedence: 1, RoleArn: 'arn:aws:iam::111122223333:role/a' },
      { GroupName: 'admins', Precedence: 2, RoleArn: 'arn:aws:iam::111122223333:role/b' },
    ),
    expected: [
      ['Part', 'Precedence', 'effect-uncertain'],
      ['Part', 'RoleArn', 'effect-uncertain'],
    ],
  },
  {
    title: 'a user in the template gets another attribute',
    rows: ['1.4/user', 'S4/user'],
    source: 'serverless#5317',
    ...partChange(
      'UserPoolUser',
      { Username: 'a', UserAttributes: [{ Name: 'email', Value: 'a@example.com' }] },
      { Username: 'a', UserAttributes: [{ Name: 'email', Value: 'b@example.com' }] },
    ),
    expected: [['Part', 'UserAttributes', 'destroys-users']],
  },
  {
    title: 'a membership in the template names another group',
    rows: ['1.4/user-to-group'],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolUserToGroupAttachment',
    ...partChange(
      'UserPoolUserToGroupAttachment',
      { Username: 'a', GroupName: 'a' },
      { Username: 'a', GroupName: 'b' },
    ),
    expected: [['Part', 'GroupName', 'effect-uncertain']],
  },
  {
    title: 'risk configuration and style follow a replaced client',
    rows: ['1.4/risk-and-ui-attachment', 'S4/attachments'],
    source: 'CloudFormation schemas (create-only)',
    before: withClient(
      false,
      part('Risk', 'UserPoolRiskConfigurationAttachment', { ClientId: { Ref: 'Client' } }),
      part('Style', 'UserPoolUICustomizationAttachment', { ClientId: { Ref: 'Client' } }),
    ),
    after: withClient(
      true,
      part('Risk', 'UserPoolRiskConfigurationAttachment', { ClientId: { Ref: 'Client' } }),
      part('Style', 'UserPoolUICustomizationAttachment', { ClientId: { Ref: 'Client' } }),
    ),
    expected: [
      ['Client', 'GenerateSecret', 'new-client-id', 'signs-users-out'],
      ['Risk', 'ClientId', 'weakens'],
      ['Style', 'ClientId', 'breaks-clients'],
    ],
  },
  {
    title: 'the risk configuration is removed',
    rows: ['1.4/risk-and-ui-attachment'],
    source: 'SetRiskConfiguration',
    before: { ...pool(), ...part('Part', 'UserPoolRiskConfigurationAttachment', { ClientId: 'ALL' }) },
    after: pool(),
    expected: [['Part', '', 'weakens']],
  },
  {
    title: 'log delivery is removed',
    rows: ['1.4/log-delivery'],
    source: 'SetLogDeliveryConfiguration',
    before: {
      ...pool(),
      ...part('Part', 'LogDeliveryConfiguration', { LogConfigurations: [{ EventSource: 'userAuthEvents' }] }),
    },
    after: pool(),
    expected: [['Part', '', 'weakens']],
  },
  {
    title: 'log delivery stops for one kind of event',
    rows: ['1.4/log-delivery'],
    source: 'SetLogDeliveryConfiguration',
    ...partChange(
      'LogDeliveryConfiguration',
      {
        LogConfigurations: [
          { EventSource: 'userAuthEvents', LogLevel: 'INFO' },
          { EventSource: 'userNotification', LogLevel: 'ERROR' },
        ],
      },
      { LogConfigurations: [{ EventSource: 'userNotification', LogLevel: 'ERROR' }] },
    ),
    expected: [['Part', 'LogConfigurations.userAuthEvents', 'weakens']],
  },
  {
    title: 'a branding style and the terms are removed',
    rows: ['1.4/branding-and-terms'],
    source: 'Amazon Cognito developer guide, branding',
    before: {
      ...pool(),
      ...part('Style', 'ManagedLoginBranding', { ClientId: 'a' }),
      ...part('Terms', 'Terms', { ClientId: 'a' }),
    },
    after: pool(),
    expected: [
      ['Style', '', 'breaks-clients'],
      ['Terms', '', 'neutral'],
    ],
  },
  {
    title: 'a client goes with its style, its terms and its risk configuration',
    rows: ['1.4/branding-and-terms', '1.4/risk-and-ui-attachment'],
    source: 'DeleteUserPoolClient',
    before: { ...pool(), ...client(), ...partsOfClient('Client') },
    after: pool(),
    expected: [
      ['Client', '', 'signs-users-out', 'breaks-clients'],
      ['StyleOfClient', '', 'neutral'],
      ['TermsOfClient', '', 'neutral'],
      ['RiskOfClient', '', 'neutral'],
    ],
  },
  {
    title: 'a client gets another logical id, and its style and its terms do as well; its risk configuration does not',
    rows: ['1.4/branding-and-terms', '1.4/risk-and-ui-attachment'],
    source: 'DeleteUserPoolClient; Amazon Cognito developer guide, branding',
    before: { ...pool(), ...client(), ...partsOfClient('Client') },
    after: {
      ...pool(),
      ...part('Other', 'UserPoolClient', { ClientName: 'web' }),
      ...part('StyleOfOther', 'ManagedLoginBranding', { ClientId: { Ref: 'Other' } }),
      ...part('TermsOfOther', 'Terms', { ClientId: { Ref: 'Other' } }),
    },
    expected: [
      ['Other', '', 'new-client-id', 'signs-users-out'],
      ['StyleOfClient', '', 'neutral'],
      ['StyleOfOther', '', 'neutral'],
      ['TermsOfClient', '', 'neutral'],
      ['TermsOfOther', '', 'neutral'],
      ['RiskOfClient', '', 'weakens'],
    ],
  },
  {
    title: 'a client leaves the template and stays in the pool without its style',
    rows: ['1.4/branding-and-terms'],
    source: 'Amazon Cognito developer guide, branding',
    before: {
      ...pool(),
      ...client({}, { DeletionPolicy: 'Retain' }),
      ...part('Style', 'ManagedLoginBranding', { ClientId: { Ref: 'Client' } }),
    },
    after: pool(),
    expected: [
      ['Client', '', 'weakens'],
      ['Style', '', 'breaks-clients'],
    ],
  },
  {
    title: 'an identity pool gets another logical id',
    rows: ['1.4/identity-pool', 'S4/identity-pool'],
    source: 'CloudFormation User Guide, DeletionPolicy',
    before: {
      Ids: resource('AWS::Cognito::IdentityPool', { IdentityPoolName: 'ids', AllowUnauthenticatedIdentities: false }),
    },
    after: {
      Other: resource('AWS::Cognito::IdentityPool', { IdentityPoolName: 'ids', AllowUnauthenticatedIdentities: false }),
    },
    expected: [['Other', '', 'destroys-users']],
  },
  {
    title: 'roles and tags are attached to another identity pool',
    rows: ['1.4/role-attachment-and-principal-tag', 'S4/attachments'],
    source: 'CloudFormation schemas (create-only)',
    before: {
      Roles: resource('AWS::Cognito::IdentityPoolRoleAttachment', { IdentityPoolId: 'a' }),
      Tags: resource('AWS::Cognito::IdentityPoolPrincipalTag', { IdentityPoolId: 'a', IdentityProviderName: 'x' }),
    },
    after: {
      Roles: resource('AWS::Cognito::IdentityPoolRoleAttachment', { IdentityPoolId: 'b' }),
      Tags: resource('AWS::Cognito::IdentityPoolPrincipalTag', { IdentityPoolId: 'b', IdentityProviderName: 'x' }),
    },
    expected: [
      ['Roles', 'IdentityPoolId', 'breaks-clients'],
      ['Tags', 'IdentityPoolId', 'breaks-clients'],
    ],
  },
  {
    title: 'the firewall is tied to another pool',
    rows: ['S4/attachments'],
    source: 'CloudFormation schema of AWS::WAFv2::WebACLAssociation',
    before: { ...pool(), Tie: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: 'a', WebACLArn: 'w' }) },
    after: { ...pool(), Tie: resource('AWS::WAFv2::WebACLAssociation', { ResourceArn: 'b', WebACLArn: 'w' }) },
    expected: [['Tie', 'ResourceArn', 'weakens']],
  },
  {
    title: 'the replica is removed',
    rows: ['1.4/replica', 'S4/replica-and-tier'],
    source: 'Amazon Cognito API reference, user pool replicas',
    before: { ...pool(), ...part('Part', 'UserPoolReplica', { RegionName: 'eu-central-1' }) },
    after: pool(),
    expected: [['Part', '', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'the other Region gets another sender',
    rows: ['1.4/regional-configuration'],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolRegionalConfigurationAttachment',
    ...partChange(
      'UserPoolRegionalConfigurationAttachment',
      { EmailConfiguration: { From: 'a@example.com' } },
      { EmailConfiguration: { From: 'b@example.com' } },
    ),
    expected: [['Part', 'EmailConfiguration.From', 'effect-uncertain']],
  },
  {
    title: 'a pool with a domain gets another logical id: the domain collides first',
    rows: ['1.4/pool-with-domain'],
    source: 'floci PR 3005',
    before: { ...pool(), ...part('Domain', 'UserPoolDomain', { Domain: 'people' }) },
    after: {
      Renamed: resource('AWS::Cognito::UserPool', { UserPoolName: 'people' }),
      Domain: resource('AWS::Cognito::UserPoolDomain', { UserPoolId: { Ref: 'Renamed' }, Domain: 'people' }),
    },
    expected: [
      ['Renamed', '', 'destroys-users'],
      ['Domain', 'UserPoolId', 'refused-at-deploy', 'breaks-clients'],
    ],
  },
  {
    title: 'a type of the service that no rule knows fails closed',
    rows: ['5.2/unknown-property'],
    source: 'this project',
    ...partChange('UserPoolSomething', { Setting: 'a' }, { Setting: 'b' }),
    expected: [['Part', 'Setting', 'effect-uncertain']],
  },
  {
    title: 'an identity provider is removed',
    rows: ['1.4/identity-provider'],
    source: 'DeleteIdentityProvider',
    before: { ...pool(), ...part('Part', 'UserPoolIdentityProvider', { ProviderName: 'Work' }) },
    after: pool(),
    expected: [['Part', '', 'breaks-clients']],
  },
  {
    title: 'an identity provider sends users elsewhere, and maps less',
    rows: ['1.4/identity-provider'],
    source: 'IdentityProviderType',
    ...partChange(
      'UserPoolIdentityProvider',
      {
        ProviderName: 'Work',
        ProviderDetails: { oidc_issuer: 'https://a.example.org', authorize_scopes: 'openid email' },
        AttributeMapping: { email: 'email', name: 'name' },
        IdpIdentifiers: ['a.example.org'],
      },
      {
        ProviderName: 'Work',
        ProviderDetails: { oidc_issuer: 'https://b.example.org', authorize_scopes: 'email openid' },
        AttributeMapping: { email: 'email' },
        IdpIdentifiers: [],
      },
    ),
    expected: [
      ['Part', 'ProviderDetails.oidc_issuer', 'effect-uncertain'],
      ['Part', 'AttributeMapping.name', 'breaks-clients'],
      ['Part', 'IdpIdentifiers', 'breaks-clients'],
    ],
  },
  {
    title: 'the domain is routed to another Region',
    rows: ['1.4/domain'],
    source: 'CloudFormation schema of AWS::Cognito::UserPoolDomain',
    ...partChange(
      'UserPoolDomain',
      { Domain: 'a', Routing: { Failover: { SecondaryRegion: 'eu-central-1' } } },
      { Domain: 'a', Routing: { Failover: { SecondaryRegion: 'eu-west-2' } } },
    ),
    expected: [['Part', 'Routing', 'effect-uncertain']],
  },
  {
    title: 'the settings of the other Region are removed',
    rows: ['1.4/regional-configuration'],
    source: 'not documented',
    before: { ...pool(), ...part('Part', 'UserPoolRegionalConfigurationAttachment', { Status: 'ACTIVE' }) },
    after: pool(),
    expected: [['Part', '', 'effect-uncertain']],
  },
  {
    title: 'an identity pool lets guests in, no longer a client, and gives other rights',
    rows: ['1.4/identity-pool'],
    source: 'CreateIdentityPool; SetIdentityPoolRoles',
    before: {
      Ids: resource('AWS::Cognito::IdentityPool', {
        AllowUnauthenticatedIdentities: false,
        CognitoIdentityProviders: [{ ClientId: 'a', ProviderName: 'p' }],
      }),
      Roles: resource('AWS::Cognito::IdentityPoolRoleAttachment', {
        IdentityPoolId: 'i',
        Roles: { authenticated: 'a' },
      }),
    },
    after: {
      Ids: resource('AWS::Cognito::IdentityPool', {
        AllowUnauthenticatedIdentities: true,
        CognitoIdentityProviders: [],
      }),
      Roles: resource('AWS::Cognito::IdentityPoolRoleAttachment', {
        IdentityPoolId: 'i',
        Roles: { authenticated: 'b' },
      }),
    },
    expected: [
      ['Ids', 'AllowUnauthenticatedIdentities', 'weakens'],
      ['Ids', 'CognitoIdentityProviders', 'breaks-clients'],
      ['Roles', 'Roles.authenticated', 'effect-uncertain'],
    ],
  },
  {
    title: 'users are no longer told of risky sign-ins',
    rows: ['3/threat-protection'],
    source: 'SetRiskConfiguration',
    ...partChange(
      'UserPoolRiskConfigurationAttachment',
      {
        ClientId: 'ALL',
        AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK', Notify: true } } },
      },
      {
        ClientId: 'ALL',
        AccountTakeoverRiskConfiguration: { Actions: { HighAction: { EventAction: 'BLOCK', Notify: false } } },
      },
    ),
    expected: [['Part', 'AccountTakeoverRiskConfiguration.Actions.HighAction.Notify', 'weakens']],
  },
];
