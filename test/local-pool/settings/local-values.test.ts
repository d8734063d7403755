import { clientLogicalIds, localValues } from '../../../lib/local-pool/settings/local-values';
import type { RawObject } from '../../../lib/template/value';
import { client, group, identity, lambda, pool, stackOf } from './pool-template';

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
  Table: { Type: 'AWS::DynamoDB::Table' },
  Odd: { Type: 'constructor' },
};
const stack = stackOf(resources);
const valueFor = localValues(stack, identity);

test.each<[string, string | undefined, string | undefined]>([
  ['Pool', undefined, 'eu-west-1_Local0001'],
  ['Pool', 'UserPoolId', 'eu-west-1_Local0001'],
  ['Pool', 'Arn', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Local0001'],
  ['Pool', 'ProviderName', 'cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Local0001'],
  ['Pool', 'ProviderURL', 'http://localhost:9229/eu-west-1_Local0001'],
  ['Pool', 'Unheard', undefined],
  ['Web', undefined, 'webclient0000000000000000a'],
  ['Web', 'ClientId', 'webclient0000000000000000a'],
  ['Web', 'ClientSecret', undefined],
  ['Late', undefined, undefined],
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
  ['Logs', undefined, 'Logs'],
  ['Logs', 'Arn', 'arn:aws:logs:eu-west-1:111122223333:log-group:Logs:*'],
  ['Table', 'Arn', undefined],
  ['Odd', 'Arn', undefined],
  ['Missing', 'Arn', undefined],
])('%s %s is %s', (logicalId, attribute, value) => {
  expect(valueFor({ stack: stack.path, logicalId, attribute })).toBe(value);
});

test('a resource of another stack is not one of this stack', () => {
  expect(valueFor({ stack: 'dev/other', logicalId: 'Pool', attribute: undefined })).toBeUndefined();
});

test('the clients that need an id are found in the template', () => {
  expect(clientLogicalIds(stack)).toEqual(['Web', 'Late']);
});
