import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { metadataKeys } from '../../lib/template/metadata';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { clientRange } from '../synthesis/client-range';

const environment = clientRange['client-kinds'];
let resources: ReturnType<typeof resourcesFor>;
beforeAll(() => {
  resources = resourcesFor(environment);
});

const properties = (logicalId: string) => resources[logicalId]?.Properties ?? {};
const ofType = (type: string) => Object.entries(resources).filter(([, { Type }]) => Type === type);

const { web } = dev.clients;

/** What every client says, whatever its kind. */
const everyClient = {
  UserPoolId: { Ref: 'UserPool' },
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
};

describe('a client with pages', () => {
  const declared = {
    ...everyClient,
    GenerateSecret: false,
    AccessTokenValidity: web.accessTokenMinutes,
    IdTokenValidity: web.idTokenMinutes,
    RefreshTokenValidity: web.refreshTokenHours,
    AuthSessionValidity: web.authSessionMinutes,
    ReadAttributes: web.readAttributes.toSorted(),
    WriteAttributes: web.writeAttributes.toSorted(),
    EnablePropagateAdditionalUserContextData: false,
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['code'],
  };

  test('signs in by the code grant alone, and says everything else too', () => {
    expect(properties('ClientWeb')).toEqual({
      ...declared,
      ClientName: 'web',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      AllowedOAuthScopes: ['email', 'https://orders.example.com/read', 'openid'],
      CallbackURLs: ['http://localhost:3000/signed-in', 'https://app.example.com/signed-in'],
      LogoutURLs: ['http://localhost:3000/', 'https://app.example.com/'],
      SupportedIdentityProviders: ['COGNITO', 'Google', 'partner'],
    });
  });

  test('on a telephone has the scheme of its app, and an empty list where nothing is declared', () => {
    expect(properties('ClientPhone')).toEqual({
      ...declared,
      ClientName: 'phone',
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      RefreshTokenRotation: { Feature: 'DISABLED' },
      AllowedOAuthScopes: ['openid'],
      CallbackURLs: ['com.example.app:/signed-in'],
      LogoutURLs: [],
      SupportedIdentityProviders: ['COGNITO'],
    });
  });

  test('waits for the resource servers and identity providers that it names, and for no others', () => {
    const waitsFor = (logicalId: string) => [resources[logicalId]?.DependsOn ?? []].flat();
    const [google, partner] = ['Google', 'partner'].map((name) => {
      return ofType('AWS::Cognito::UserPoolIdentityProvider').find(([, { Properties }]) => {
        return Properties['ProviderName'] === name;
      })?.[0];
    });
    expect(waitsFor('ClientWeb').toSorted()).toEqual([google, partner, 'ResourceServerOrders'].toSorted());
    expect(waitsFor('ClientRobot').toSorted()).toEqual(['ResourceServerOrders', 'ResourceServerStock']);
    expect(waitsFor('ClientKeptRobot')).toEqual(['ResourceServerStock']);
    expect(waitsFor('ClientPhone')).toEqual([]);
  });
});

describe('a machine', () => {
  const declared = {
    ...everyClient,
    GenerateSecret: true,
    ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthFlows: ['client_credentials'],
    AuthSessionValidity: 3,
    ReadAttributes: ['email'],
    WriteAttributes: ['email'],
    SupportedIdentityProviders: ['COGNITO'],
    EnablePropagateAdditionalUserContextData: false,
    RefreshTokenRotation: { Feature: 'DISABLED' },
  };

  test('gets tokens with scopes of resource servers, by a secret, and lets no user in', () => {
    expect(properties('ClientRobot')).toEqual({
      ...declared,
      ClientName: 'robot',
      AllowedOAuthScopes: ['https://orders.example.com/write', 'stock/count'],
      AccessTokenValidity: 90,
      IdTokenValidity: 90,
      RefreshTokenValidity: 2,
    });
  });

  test('whose tokens are short has the shortest of the others, too', () => {
    expect(properties('ClientKeptRobot')).toMatchObject({
      AccessTokenValidity: 15,
      IdTokenValidity: 15,
      RefreshTokenValidity: 1,
    });
  });

  test('may touch no attribute of a person that nobody has to have', () => {
    const optional = { email: { required: false, mutable: true } } as const;
    const { ReadAttributes, WriteAttributes } = propertiesOf(
      { ...environment, standardAttributes: optional },
      'ClientRobot',
    );
    expect([ReadAttributes, WriteAttributes]).toEqual([['updated_at'], ['updated_at']]);
  });
});

test.each([
  ['ClientWeb', 'web', 'browser'],
  ['ClientPhone', 'phone', 'native'],
  ['ClientBackend', 'backend', 'server'],
  ['ClientRobot', 'robot', 'machine'],
])('%s says in its Metadata that %s is of kind %s', (logicalId, name, kind) => {
  expect(resources[logicalId]?.Metadata[metadataKeys.client]).toEqual({ name, kind });
});

test('a server can tell for whom it asks, and says in its Metadata what is off', () => {
  expect(properties('ClientBackend')).toMatchObject({
    GenerateSecret: true,
    EnablePropagateAdditionalUserContextData: true,
    AllowedOAuthFlowsUserPoolClient: false,
  });
  expect(resources['ClientBackend']?.Metadata[metadataKeys.reasons]).toEqual({
    RefreshTokenRotation: dev.clients.backend.refreshTokenRotation.reason,
  });
});

test('resource servers have their scopes, sorted, and go with their declaration', () => {
  expect(resources['ResourceServerOrders']).toMatchObject({
    Type: 'AWS::Cognito::UserPoolResourceServer',
    DeletionPolicy: 'Delete',
    UpdateReplacePolicy: 'Delete',
    Properties: {
      UserPoolId: { Ref: 'UserPool' },
      Identifier: 'https://orders.example.com',
      Name: 'orders',
      Scopes: [
        { ScopeName: 'read', ScopeDescription: 'See orders.' },
        { ScopeName: 'write', ScopeDescription: 'Change orders.' },
      ],
    },
  });
});

describe('a secret that rotates', () => {
  test('begins without a value, and nothing reads the one that Cognito made', () => {
    expect(properties('SecretOfClientBackend')).not.toHaveProperty('SecretString');
    expect(properties('SecretOfClientBackend')).not.toHaveProperty('GenerateSecretString');
    const readers = Object.entries(resources).filter(([, resource]) =>
      /"Client(Backend|Robot)","ClientSecret"/.test(JSON.stringify(resource)),
    );
    expect(readers).toEqual([]);
  });

  test('has the name that it would have without rotation, so that applications find it', () => {
    expect(properties('SecretOfClientBackend')['Name']).toBe('userpool/client-kinds/clients/backend/secret');
    expect(properties('SecretOfClientKeptBackend')['Name']).toBe('userpool/client-kinds/clients/kept-backend/secret');
  });

  test('is made at once and then every so many days by a function of its own', () => {
    expect(resources['RotationOfClientBackend']).toMatchObject({
      Type: 'AWS::SecretsManager::RotationSchedule',
      Properties: {
        SecretId: { Ref: 'SecretOfClientBackend' },
        RotationRules: { ScheduleExpression: 'rate(30 days)' },
        RotateImmediatelyOnUpdate: true,
      },
    });
    const { RotationLambdaARN: arn } = properties('RotationOfClientBackend');
    const logicalId = functionOf(arn);
    expect(properties(logicalId)['Environment']).toEqual({
      Variables: {
        USER_POOL_ID: { Ref: 'UserPool' },
        CLIENT_ID: { Ref: 'ClientBackend' },
        SECRET_ARN: { Ref: 'SecretOfClientBackend' },
        GRACE_DAYS: '3',
      },
    });
    expect(functionOf(properties('RotationOfClientRobot')['RotationLambdaARN'])).not.toBe(logicalId);
  });

  test('waits for the function, what it may do, and the permission to invoke it', () => {
    const waitsFor = [resources['RotationOfClientBackend']?.DependsOn ?? []].flat();
    const types = waitsFor.map((logicalId) => resources[logicalId]?.Type);
    expect(types).toEqual(
      expect.arrayContaining([
        'AWS::IAM::Policy',
        'AWS::IAM::Role',
        'AWS::Lambda::Function',
        'AWS::Lambda::Permission',
      ]),
    );
    const permissions = waitsFor
      .map((logicalId) => resources[logicalId])
      .filter((each) => each?.Type === 'AWS::Lambda::Permission');
    expect(permissions.map((permission) => permission?.Properties)).toEqual([
      {
        Action: 'lambda:InvokeFunction',
        FunctionName: { Ref: functionOf(properties('RotationOfClientBackend')['RotationLambdaARN']) },
        Principal: 'secretsmanager.amazonaws.com',
        SourceAccount: environment.account,
      },
    ]);
  });

  test('is all that its function may change, with the secrets of clients of the pool', () => {
    const role = properties(functionOf(properties('RotationOfClientBackend')['RotationLambdaARN']))['Role'];
    const [roleId] = (role as { readonly 'Fn::GetAtt': readonly [string] })['Fn::GetAtt'];
    const policies = ofType('AWS::IAM::Policy')
      .filter(([, { Properties }]) => JSON.stringify(Properties['Roles']).includes(`"${roleId}"`))
      .flatMap(
        ([, { Properties }]) => (Properties['PolicyDocument'] as { readonly Statement: readonly object[] }).Statement,
      );
    expect(policies).toEqual([
      expect.objectContaining({ Action: ['logs:CreateLogStream', 'logs:PutLogEvents'], Effect: 'Allow' }),
      {
        Action: [
          'secretsmanager:DescribeSecret',
          'secretsmanager:GetSecretValue',
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecretVersionStage',
        ],
        Effect: 'Allow',
        Resource: { Ref: 'SecretOfClientBackend' },
      },
      {
        Action: [
          'cognito-idp:AddUserPoolClientSecret',
          'cognito-idp:DeleteUserPoolClientSecret',
          'cognito-idp:ListUserPoolClientSecrets',
        ],
        Effect: 'Allow',
        Resource: { 'Fn::GetAtt': ['UserPool', 'Arn'] },
      },
    ]);
  });

  test('is looked at once a day, by a rule that alone may ask so', () => {
    const arn = properties('RotationOfClientBackend')['RotationLambdaARN'];
    const [daily, ...others] = ofType('AWS::Events::Rule').filter(([, { Properties }]) =>
      JSON.stringify(Properties['Targets']).includes(functionOf(arn)),
    );
    expect(others).toEqual([]);
    expect(daily?.[1].Properties).toMatchObject({
      ScheduleExpression: 'rate(1 day)',
      State: 'ENABLED',
      Targets: [
        {
          Arn: arn,
          Input: { 'Fn::Join': ['', ['{"Step":"retireSecret","SecretId":"', { Ref: 'SecretOfClientBackend' }, '"}']] },
        },
      ],
    });
    const permissions = ofType('AWS::Lambda::Permission').map(([, { Properties }]) => Properties);
    expect(permissions).toContainEqual({
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: functionOf(arn) },
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [daily?.[0], 'Arn'] },
    });
  });

  /** The function behind an ARN. */
  function functionOf(arn: unknown): string {
    return (arn as { readonly 'Fn::GetAtt': readonly [string, string] })['Fn::GetAtt'][0];
  }
});

test('a secret that does not rotate comes from Cognito, and says why in its Metadata', () => {
  expect(properties('SecretOfClientKeptRobot')['SecretString']).toEqual({
    'Fn::GetAtt': ['ClientKeptRobot', 'ClientSecret'],
  });
  expect(resources['SecretOfClientKeptRobot']?.Metadata[metadataKeys.reasons]).toEqual({
    'AWS::SecretsManager::RotationSchedule': environment.clients['kept-robot'].secretRotation.reason,
  });
});

test('rotation comes and goes without another client, secret or name', () => {
  const still = (rotates: boolean) => {
    const { secretRotation } = rotates ? environment.clients.backend : dev.clients.backend;
    const clients = { ...environment.clients, backend: { ...environment.clients.backend, secretRotation } };
    const { ClientBackend, SecretOfClientBackend } = resourcesFor({ ...environment, clients });
    return [ClientBackend?.Properties, SecretOfClientBackend?.Properties['Name']];
  };
  expect(still(true)).toEqual(still(false));
});

test('applications are told the ids of all clients, and what those with a grant may ask for', () => {
  const parameters = ofType('AWS::SSM::Parameter').map(([, { Properties }]) => [
    Properties['Name'],
    Properties['Value'],
  ]);
  const scopes = parameters.filter(([name]) => String(name).endsWith('/scopes'));
  expect(Object.fromEntries(scopes)).toEqual({
    '/userpool/client-kinds/clients/kept-robot/scopes': 'stock/count',
    '/userpool/client-kinds/clients/phone/scopes': 'openid',
    '/userpool/client-kinds/clients/robot/scopes': 'https://orders.example.com/write stock/count',
    '/userpool/client-kinds/clients/web/scopes': 'email https://orders.example.com/read openid',
  });
  expect(parameters).toContainEqual(['/userpool/client-kinds/clients/robot/client-id', { Ref: 'ClientRobot' }]);
  expect(JSON.stringify(parameters)).not.toMatch(/secret/i);
});

test('the order of resource servers, scopes, addresses and identity providers means nothing', () => {
  const reversed = <Value>(record: Readonly<Record<string, Value>>) =>
    Object.fromEntries(Object.entries(record).toReversed());
  const { resourceServers, clients } = environment;
  const { managedLogin } = clients.web;
  const other: Environment = {
    ...environment,
    resourceServers: {
      ...reversed(resourceServers),
      orders: { ...resourceServers.orders, scopes: reversed(resourceServers.orders.scopes) },
    },
    clients: {
      ...reversed(clients),
      web: {
        ...clients.web,
        managedLogin: {
          ...managedLogin,
          callbackUrls: managedLogin.callbackUrls.toReversed(),
          logoutUrls: managedLogin.logoutUrls.toReversed(),
          scopes: managedLogin.scopes.toReversed(),
          identityProviders: managedLogin.identityProviders.toReversed(),
        },
      },
      robot: { ...clients.robot, scopes: clients.robot.scopes.toReversed() },
    },
  };
  expect(templateFor(other).toJSON()).toEqual(templateFor(environment).toJSON());
});
