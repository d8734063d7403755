import type { RawObject } from '../../../lib/template/value';
import { group, pool, problemsOf, settingsOf } from './pool-template';

const groups = (properties: RawObject, more: RawObject = {}) =>
  settingsOf({ Pool: pool(), Members: group(properties), ...more }).settings.groups;

test('a group that says nothing but its name', () => {
  expect(groups({})).toEqual([{ name: 'members', description: undefined, precedence: undefined, roleArn: undefined }]);
});

test('everything of a group, its role by reference', () => {
  const role = { Role: { Type: 'AWS::IAM::Role', Properties: {} } };
  expect(groups({ Description: 'All.', Precedence: '0', RoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] } }, role)).toEqual([
    { name: 'members', description: 'All.', precedence: 0, roleArn: 'arn:aws:iam::111122223333:role/Role' },
  ]);
});

test.each<[string, RawObject, string]>([
  ['without a name', { GroupName: { Ref: 'AWS::NoValue' } }, 'GroupName'],
  ['with a name that is known only after deployment', { GroupName: { 'Fn::ImportValue': 'name' } }, 'GroupName'],
  ['with a negative precedence', { Precedence: -1 }, 'Precedence'],
  ['with the role of another stack', { RoleArn: { 'Fn::ImportValue': 'role' } }, 'RoleArn'],
  ['of a pool that is known only after deployment', { UserPoolId: { 'Fn::ImportValue': 'pool' } }, 'UserPoolId'],
])('a group %s stops the start', (_, properties, path) => {
  const problems = problemsOf({ Pool: pool(), Members: group(properties) });
  expect(problems).toEqual([expect.objectContaining({ logicalId: 'Members', path })]);
});

test('two groups of one name stop the start', () => {
  const problems = problemsOf({ Pool: pool(), First: group(), Second: group() });
  expect(problems).toEqual([expect.objectContaining({ logicalId: 'Second', path: 'GroupName' })]);
});
