import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const arn = 'arn:aws:acm:us-east-1:123456789012:certificate/one';

describe('resource servers', () => {
  const Scopes = [{ ScopeName: 'read', ScopeDescription: 'May read' }];
  const orders = { Identifier: 'orders', Name: 'Orders', Scopes };

  test('are kept, and clients may ask for their scopes', async () => {
    const { callAsAdmin, pool } = buildPool();
    const server = { UserPoolId: pool.id, ...orders };
    expect(await callAsAdmin('CreateResourceServer', orders)).toEqual({ ResourceServer: server });
    const client = { ClientName: 'shop', AllowedOAuthScopes: ['orders/read'] };
    expect(await callAsAdmin('CreateUserPoolClient', client)).toMatchObject({
      UserPoolClient: { AllowedOAuthScopes: ['orders/read'] },
    });
    expect(await callAsAdmin('DescribeResourceServer', { Identifier: 'orders' })).toEqual({ ResourceServer: server });
    expect(await callAsAdmin('UpdateResourceServer', { Identifier: 'orders', Name: 'All orders' })).toEqual({
      ResourceServer: { ...server, Name: 'All orders', Scopes: [] },
    });
    await callAsAdmin('DeleteResourceServer', { Identifier: 'orders' });
    expect(await callAsAdmin('ListResourceServers', {})).toEqual({ ResourceServers: [] });
  });

  test('have an identifier of their own, and are 25 at the most', async () => {
    const { callAsAdmin, pool } = buildPool();
    for (let index = 0; index < 25; index += 1)
      await callAsAdmin('CreateResourceServer', { ...orders, Identifier: `orders${index}` });
    expect(await refusalOf(callAsAdmin('CreateResourceServer', { ...orders, Identifier: 'orders0' }))).toEqual(
      refusal('InvalidParameterException', `orders0 already exists in user pool ${pool.id}.`),
    );
    expect(await refusalOf(callAsAdmin('CreateResourceServer', orders))).toMatchObject({
      type: 'LimitExceededException',
    });
    const page = await callAsAdmin('ListResourceServers', { MaxResults: 20 });
    expect(page).toMatchObject({ ResourceServers: { length: 20 } });
    expect(await callAsAdmin('ListResourceServers', { NextToken: page['NextToken'] })).toMatchObject({
      ResourceServers: { length: 5 },
    });
  });

  test.each(['DescribeResourceServer', 'DeleteResourceServer'])('%s names an unknown one', async (operation) => {
    expect(await refusalOf(buildPool().callAsAdmin(operation, { Identifier: 'orders' }))).toEqual(
      refusal('ResourceNotFoundException', 'Resource server orders does not exist.'),
    );
  });
});

describe('identity providers', () => {
  const acme = {
    ProviderName: 'Acme',
    ProviderType: 'OIDC',
    ProviderDetails: { client_id: 'pool', oidc_issuer: 'https://acme.example.com' },
    AttributeMapping: { email: 'mail' },
    IdpIdentifiers: ['acme.example.com'],
  };

  test('are kept, found by name and by identifier, and may be named by clients', async () => {
    const { callAsAdmin, clock, pool } = buildPool();
    const time = clock.now() / 1000;
    const described = { UserPoolId: pool.id, ...acme, CreationDate: time, LastModifiedDate: time };
    expect(await callAsAdmin('CreateIdentityProvider', acme)).toEqual({ IdentityProvider: described });
    await callAsAdmin('CreateUserPoolClient', { ClientName: 'web', SupportedIdentityProviders: ['COGNITO', 'Acme'] });
    expect(await callAsAdmin('GetIdentityProviderByIdentifier', { IdpIdentifier: 'acme.example.com' })).toEqual({
      IdentityProvider: described,
    });

    clock.advance({ seconds: 1 });
    const changed = { ...described, IdpIdentifiers: [], LastModifiedDate: time + 1 };
    const update = { ProviderName: 'Acme', IdpIdentifiers: [] };
    expect(await callAsAdmin('UpdateIdentityProvider', update)).toEqual({ IdentityProvider: changed });
    expect(await callAsAdmin('DescribeIdentityProvider', { ProviderName: 'Acme' })).toEqual({
      IdentityProvider: changed,
    });
    expect(await callAsAdmin('ListIdentityProviders', {})).toEqual({
      Providers: [{ ProviderName: 'Acme', ProviderType: 'OIDC', CreationDate: time, LastModifiedDate: time + 1 }],
    });
    await callAsAdmin('DeleteIdentityProvider', { ProviderName: 'Acme' });
    expect(await refusalOf(callAsAdmin('DescribeIdentityProvider', { ProviderName: 'Acme' }))).toEqual(
      refusal('ResourceNotFoundException', 'Identity provider Acme does not exist.'),
    );
  });

  test('have a name of their own', async () => {
    const { callAsAdmin } = buildPool();
    await callAsAdmin('CreateIdentityProvider', acme);
    expect(await refusalOf(callAsAdmin('CreateIdentityProvider', acme))).toMatchObject({
      type: 'DuplicateProviderException',
    });
    expect(await refusalOf(callAsAdmin('GetIdentityProviderByIdentifier', { IdpIdentifier: 'other' }))).toMatchObject({
      type: 'ResourceNotFoundException',
    });
  });
});

describe('domains', () => {
  test('a prefix and a name of one’s own, one of each', async () => {
    const { call, callAsAdmin, pool } = buildPool();
    expect(await call('DescribeUserPoolDomain', { Domain: 'people' })).toEqual({ DomainDescription: {} });
    expect(await callAsAdmin('CreateUserPoolDomain', { Domain: 'people', ManagedLoginVersion: 2 })).toEqual({
      ManagedLoginVersion: 2,
    });
    const CustomDomainConfig = { CertificateArn: arn };
    expect(await callAsAdmin('CreateUserPoolDomain', { Domain: 'id.example.com', CustomDomainConfig })).toEqual({
      ManagedLoginVersion: 1,
      CloudFrontDomain: expect.stringMatching(/^\w{14}\.cloudfront\.net$/),
    });
    expect(await call('DescribeUserPoolDomain', { Domain: 'id.example.com' })).toMatchObject({
      DomainDescription: { UserPoolId: pool.id, Domain: 'id.example.com', Status: 'ACTIVE', CustomDomainConfig },
    });
    expect(await refusalOf(callAsAdmin('CreateUserPoolDomain', { Domain: 'others' }))).toEqual(
      refusal('InvalidParameterException', 'User pool already has a domain configured.'),
    );
    expect(await callAsAdmin('UpdateUserPoolDomain', { Domain: 'people', ManagedLoginVersion: 1 })).toEqual({
      ManagedLoginVersion: 1,
    });
    await callAsAdmin('DeleteUserPoolDomain', { Domain: 'people' });
    await callAsAdmin('CreateUserPoolDomain', { Domain: 'others' });
  });

  test('a name belongs to one pool, and only that one changes it', async () => {
    const { call, callAsAdmin } = buildPool();
    await callAsAdmin('CreateUserPoolDomain', { Domain: 'people' });
    const { UserPool } = await call('CreateUserPool', { PoolName: 'second' });
    const { Id: UserPoolId } = UserPool as { readonly Id: string };
    expect(await refusalOf(call('CreateUserPoolDomain', { UserPoolId, Domain: 'people' }))).toEqual(
      refusal('InvalidParameterException', 'Domain already associated with another user pool.'),
    );
    expect(await refusalOf(call('DeleteUserPoolDomain', { UserPoolId, Domain: 'people' }))).toMatchObject({
      type: 'ResourceNotFoundException',
    });
  });

  test.each(['my-cognito', 'id.example.com'])('%s is no prefix', async (Domain) => {
    expect(await refusalOf(buildPool().callAsAdmin('CreateUserPoolDomain', { Domain }))).toMatchObject({
      type: 'InvalidParameterException',
    });
  });
});

test('a risk configuration is kept for the pool, and for a client that has one of its own', async () => {
  const { callAsAdmin, client, clock, pool } = buildPool();
  const time = clock.now() / 1000;
  const block = (EventAction: string) => ({
    CompromisedCredentialsRiskConfiguration: { Actions: { EventAction } },
  });
  const UserPoolId = pool.id;
  const ClientId = client('app').id;
  expect(await callAsAdmin('DescribeRiskConfiguration', {})).toEqual({ RiskConfiguration: { UserPoolId } });
  await callAsAdmin('SetRiskConfiguration', block('BLOCK'));
  const ofPool = { UserPoolId, ...block('BLOCK'), LastModifiedDate: time };
  expect(await callAsAdmin('DescribeRiskConfiguration', { ClientId })).toEqual({ RiskConfiguration: ofPool });
  await callAsAdmin('SetRiskConfiguration', { ClientId, ...block('NO_ACTION') });
  expect(await callAsAdmin('DescribeRiskConfiguration', { ClientId })).toEqual({
    RiskConfiguration: { ...ofPool, ClientId, ...block('NO_ACTION') },
  });
  expect(await callAsAdmin('DescribeRiskConfiguration', {})).toEqual({ RiskConfiguration: ofPool });
});

test('log delivery is kept, one configuration for each source of events', async () => {
  const { callAsAdmin, pool } = buildPool();
  const UserPoolId = pool.id;
  const log = { LogLevel: 'ERROR', EventSource: 'userNotification' };
  expect(await callAsAdmin('GetLogDeliveryConfiguration', {})).toEqual({
    LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [] },
  });
  const kept = { LogDeliveryConfiguration: { UserPoolId, LogConfigurations: [log] } };
  expect(await callAsAdmin('SetLogDeliveryConfiguration', { LogConfigurations: [log] })).toEqual(kept);
  expect(await callAsAdmin('GetLogDeliveryConfiguration', {})).toEqual(kept);
  expect(await refusalOf(callAsAdmin('SetLogDeliveryConfiguration', { LogConfigurations: [log, log] }))).toMatchObject({
    type: 'InvalidParameterException',
  });
});

test('the look of the pages is kept for a pool with a domain', async () => {
  const { callAsAdmin, client } = buildPool();
  expect(await refusalOf(callAsAdmin('SetUICustomization', { CSS: '.logo{}' }))).toEqual(
    refusal('InvalidParameterException', 'There has to be an existing domain associated with this user pool'),
  );
  await callAsAdmin('CreateUserPoolDomain', { Domain: 'people' });
  expect(await callAsAdmin('GetUICustomization', {})).toEqual({ UICustomization: {} });
  await callAsAdmin('SetUICustomization', { CSS: '.logo{}' });
  expect(await callAsAdmin('GetUICustomization', { ClientId: client('app').id })).toMatchObject({
    UICustomization: { ClientId: 'ALL', CSS: '.logo{}' },
  });
});

test('tags come, change and go by the ARN of the pool', async () => {
  const { call, pool } = buildPool({ settings: { tags: { team: 'identity' } } });
  const ResourceArn = pool.arn;
  await call('TagResource', { ResourceArn, Tags: { team: 'people', cost: '42' } });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { team: 'people', cost: '42' } });
  await call('UntagResource', { ResourceArn, TagKeys: ['cost', 'unknown'] });
  expect(await call('ListTagsForResource', { ResourceArn })).toEqual({ Tags: { team: 'people' } });
  expect(await refusalOf(call('ListTagsForResource', { ResourceArn: `${ResourceArn}x` }))).toMatchObject({
    type: 'ResourceNotFoundException',
  });
});
