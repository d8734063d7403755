import { LocalDeployment } from '../../../lib/local-pool/settings/local-deployment';
import type { RawObject } from '../../../lib/template/value';
import { client, countedIds, group, lambda, pool, stackOf } from './pool-template';

const resources: RawObject = {
  Pool: pool(),
  Web: client(),
  Late: client(),
  Members: group(),
  Function: lambda(),
  Role: { Type: 'AWS::IAM::Role' },
  Secret: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'legacy/token' } },
  Unnamed: { Type: 'AWS::SecretsManager::Secret' },
  Logs: { Type: 'AWS::Logs::LogGroup' },
  Key: { Type: 'AWS::KMS::Key' },
  Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/codes', TargetKeyId: { Ref: 'Key' } } },
  Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: 'people' } },
  Api: { Type: 'AWS::Cognito::UserPoolResourceServer', Properties: { Identifier: 'https://api.example.com' } },
  Login: { Type: 'AWS::Cognito::UserPoolIdentityProvider', Properties: { ProviderName: 'Login' } },
  Anna: { Type: 'AWS::Cognito::UserPoolUser', Properties: { Username: 'anna' } },
  Certificate: { Type: 'AWS::CertificateManager::Certificate' },
  Table: { Type: 'AWS::DynamoDB::Table' },
  Odd: { Type: 'constructor' },
};
const stack = stackOf(resources);
const valueFor = valuesOf(stack);

function valuesOf(...stacks: readonly ReturnType<typeof stackOf>[]): LocalDeployment['valueFor'] {
  const deployment = new LocalDeployment(stacks, countedIds());
  return (reference) => deployment.valueFor(reference);
}

test.each<[string, string | undefined, string | undefined]>([
  ['Pool', undefined, 'eu-west-1_Local0001'],
  ['Pool', 'UserPoolId', 'eu-west-1_Local0001'],
  ['Pool', 'Arn', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Local0001'],
  ['Pool', 'ProviderName', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Local0001'],
  ['Pool', 'ProviderURL', 'http://localhost:9229/eu-west-1_Local0001'],
  ['Pool', 'Unheard', undefined],
  ['Web', undefined, 'client00000000000000000001'],
  ['Web', 'ClientId', 'client00000000000000000001'],
  ['Web', 'ClientSecret', undefined],
  ['Late', undefined, 'client00000000000000000002'],
  ['Members', undefined, 'members'],
  ['Members', 'Arn', undefined],
  ['Function', undefined, 'Function'],
  ['Function', 'Arn', 'arn:aws:lambda:eu-west-1:111122223333:function:Function'],
  ['Function', 'SnapStartResponse', undefined],
  ['Role', undefined, 'Role'],
  ['Role', 'Arn', 'arn:aws:iam::111122223333:role/Role'],
  ['Role', 'RoleId', undefined],
  ['Secret', undefined, 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:legacy/token-Local0'],
  ['Unnamed', 'Id', 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:Unnamed-Local0'],
  ['Key', undefined, 'Key'],
  ['Key', 'KeyId', 'Key'],
  ['Key', 'Arn', 'arn:aws:kms:eu-west-1:111122223333:key/Key'],
  ['Key', 'Unheard', undefined],
  ['Alias', undefined, 'alias/codes'],
  ['Alias', 'Arn', undefined],
  ['Domain', undefined, 'people'],
  ['Api', undefined, 'https://api.example.com'],
  ['Login', undefined, 'Login'],
  ['Anna', undefined, 'anna'],
  ['Certificate', undefined, 'arn:aws:acm:eu-west-1:111122223333:certificate/Certificate'],
  ['Logs', undefined, 'Logs'],
  ['Logs', 'Arn', 'arn:aws:logs:eu-west-1:111122223333:log-group:Logs:*'],
  ['Table', 'Arn', undefined],
  ['Odd', 'Arn', undefined],
  ['Missing', 'Arn', undefined],
])('%s %s is %s', (logicalId, attribute, value) => {
  expect(valueFor({ stack: stack.path, logicalId, attribute })).toBe(value);
});

const reference = (path: string, logicalId: string, attribute?: string) => ({ stack: path, logicalId, attribute });

test('a resource of another stack is not one of this stack', () => {
  expect(valueFor(reference('dev/other', 'Pool'))).toBeUndefined();
});

test('every pool and client has an id of its own, those of nested and of other stacks too', () => {
  const nested = stackOf({ Pool: pool(), Web: client() }, {}, { path: 'dev/auth/Nested', region: 'us-east-1' });
  const values = valuesOf(stackOf(resources, {}, { nested: new Map([['Nested', nested]]) }), {
    ...stackOf({ Pool: pool() }),
    path: 'dev/other',
  });
  expect(values(reference('dev/auth', 'Pool'))).toBe('eu-west-1_Local0001');
  expect(values(reference('dev/auth/Nested', 'Pool'))).toBe('us-east-1_Local0002');
  expect(values(reference('dev/auth/Nested', 'Web'))).toBe('client00000000000000000003');
  expect(values(reference('dev/other', 'Pool'))).toBe('eu-west-1_Local0003');
});

test('functions of one logical id in two stacks are two functions', () => {
  const other = { ...stackOf({ Function: lambda(), Alone: lambda() }), path: 'dev/other' };
  const values = valuesOf(stack, other);
  expect(values(reference('dev/auth', 'Function'))).toBe('dev-auth-Function');
  expect(values(reference('dev/other', 'Function'))).toBe('dev-other-Function');
  expect(values(reference('dev/other', 'Alone'))).toBe('Alone');
});

test('a stack that can be deployed anywhere is somewhere', () => {
  const anywhere = stackOf({ Pool: pool() }, {}, { region: undefined, account: undefined });
  expect(valuesOf(anywhere)(reference('dev/auth', 'Pool', 'Arn'))).toBe(
    'arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Local0001',
  );
});
