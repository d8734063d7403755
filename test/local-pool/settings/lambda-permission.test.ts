import type { RawObject, RawValue } from '../../../lib/template/value';
import { lambda, permission, pool, poolArn, settingsOf } from './pool-template';

function isInvocable(properties: RawObject | undefined): boolean | undefined {
  const resources = {
    Pool: pool({ LambdaConfig: { PreSignUp: { 'Fn::GetAtt': ['Function', 'Arn'] } } }),
    Function: lambda(),
    Other: lambda(),
    ...(properties && { Permission: permission(properties) }),
  };
  return settingsOf(resources).settings.triggers.PreSignUp?.invocable;
}

test.each<[string, RawObject]>([
  ['by ARN for this pool', {}],
  ['by name', { FunctionName: { Ref: 'Function' } }],
  ['for every pool', { SourceArn: { Ref: 'AWS::NoValue' } }],
  ['by a pattern', { SourceArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*' }],
  ['by a pattern with single characters', { SourceArn: poolArn.replace('Local0001', 'Local000?') }],
  ['for this account', { SourceAccount: '111122223333' }],
  ['for the account of the stack', { SourceAccount: { Ref: 'AWS::AccountId' } }],
  ['to do everything', { Action: 'lambda:*' }],
])('a permission %s lets Cognito in', (_, properties) => {
  expect(isInvocable(properties)).toBe(true);
});

test('no permission lets nobody in', () => {
  expect(isInvocable(undefined)).toBe(false);
});

test.each<[string, string, RawValue]>([
  ['another function', 'FunctionName', { Ref: 'Other' }],
  ['another service', 'Principal', 's3.amazonaws.com'],
  ['another action', 'Action', 'lambda:GetFunction'],
  ['another pool', 'SourceArn', poolArn.replace('Local0001', 'Local0002')],
  ['a pool whose ARN only looks alike', 'SourceArn', poolArn.replace('-', '.')],
  ['a pool that is known only after deployment', 'SourceArn', { 'Fn::ImportValue': 'pool' }],
  ['another account', 'SourceAccount', '999999999999'],
  ['an organization', 'PrincipalOrgID', 'o-1'],
])('a permission for %s does not count', (_, property, value) => {
  expect(isInvocable({ [property]: value })).toBe(false);
});
