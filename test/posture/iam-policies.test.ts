import {
  demanded,
  equality,
  everyPolicy,
  permits,
  policiesOf,
  principals,
  statementsOf,
} from '../../lib/posture/iam-policies';
import type { Statement } from '../../lib/posture/iam-policies';
import { Token } from '../../lib/template/value';
import type { RawObject, RawValue } from '../../lib/template/value';
import { resolvedProperty } from '../template/stack-artifact';
import { subjectFrom } from './subject-from';
import { elsewhere } from './test-control';

function statement(raw: RawObject): Statement {
  const [only] = statementsOf(resolvedProperty({ Statement: raw }));
  if (only === undefined || only instanceof Token) throw new Error(`no statement but ${JSON.stringify(only)}`);
  return only;
}

test('a statement and a list of one are the same', () => {
  const raw = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
  expect(statementsOf(resolvedProperty({ Statement: [raw] }))).toEqual(
    statementsOf(resolvedProperty({ Statement: raw })),
  );
});

test.each<[string, RawValue]>([
  ['a document', elsewhere],
  ['the statements', { Statement: elsewhere }],
  ['one statement', { Statement: [elsewhere] }],
])('%s from elsewhere stays a token', (_, document) => {
  expect(statementsOf(resolvedProperty(document))).toEqual([expect.any(Token)]);
});

test.each<[string, RawObject, boolean]>([
  ['an action by a wildcard', { Effect: 'Allow', Action: 'iam:*' }, true],
  ['one of several', { Effect: 'Allow', Action: ['s3:*', 'iam:PassRole'] }, true],
  ['another service', { Effect: 'Allow', Action: 's3:*' }, false],
  ['all but another service', { Effect: 'Allow', NotAction: 's3:*' }, true],
  ['all but this service', { Effect: 'Allow', NotAction: ['iam:*', 's3:*'] }, false],
  ['all but a part of this service', { Effect: 'Allow', NotAction: 'iam:Get*' }, true],
  ['what is denied', { Effect: 'Deny', Action: '*' }, false],
  ['an action from elsewhere beside one that is known', { Effect: 'Allow', Action: ['iam:*', elsewhere] }, true],
])('actions of IAM, by %s: %s', (_, raw, expected) => {
  expect(permits(statement(raw), ['iam:*'])).toBe(expected);
});

test.each<[string, RawObject]>([
  ['an action', { Effect: 'Allow', Action: elsewhere }],
  ['an effect', { Effect: elsewhere, Action: 'iam:*' }],
  ['an exception', { Effect: 'Allow', NotAction: ['s3:*', elsewhere] }],
])('%s from elsewhere leaves it unknown what is permitted', (_, raw) => {
  expect(permits(statement(raw), ['iam:*'])).toBeInstanceOf(Token);
});

test.each<[string, RawObject, readonly RawValue[] | undefined]>([
  ['one value', { StringEquals: { 'sts:ExternalId': 'a' } }, ['a']],
  ['several values', { StringLike: { 'STS:externalid': ['a', 'b'] } }, ['a', 'b']],
  ['an operator that holds without the key', { StringEqualsIfExists: { 'sts:ExternalId': 'a' } }, undefined],
  ['a set that may be empty', { 'ForAllValues:StringEquals': { 'sts:ExternalId': 'a' } }, undefined],
  ['the opposite', { StringNotEquals: { 'sts:ExternalId': 'a' } }, undefined],
  ['another key', { StringEquals: { 'aws:SourceAccount': 'a' } }, undefined],
])('what is demanded of a key: %s', (_, Condition, expected) => {
  expect(demanded(statement({ Condition }), 'sts:ExternalId', equality)).toEqual(expected);
});

test('a condition from elsewhere demands something that is unknown', () => {
  expect(demanded(statement({ Condition: elsewhere }), 'sts:ExternalId', equality)).toEqual([expect.any(Token)]);
});

test.each<[RawObject, readonly RawValue[]]>([
  [{ Principal: { Service: 'lambda.amazonaws.com' } }, ['lambda.amazonaws.com']],
  [{ Principal: '*' }, ['*']],
  [{ NotPrincipal: { AWS: 'arn' } }, ['*']],
  [{ Principal: { AWS: 'arn' } }, []],
])('services in %j are %j', (raw, expected) => {
  expect(principals(statement(raw), 'Service')).toEqual(expected);
});

test('the policies of a role are its own, those that name it, and those that it names', () => {
  const document = { PolicyDocument: { Statement: [] } };
  const ref = [{ Ref: 'Role' }];
  const subject = subjectFrom({
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: 'role',
        Policies: [{ PolicyName: 'inline', ...document }],
        ManagedPolicyArns: [{ Ref: 'Named' }, 'arn:aws:iam::aws:policy/AdministratorAccess'],
      },
    },
    Beside: { Type: 'AWS::IAM::Policy', Properties: { Roles: ref, ...document } },
    ByName: { Type: 'AWS::IAM::RolePolicy', Properties: { RoleName: 'role', ...document } },
    Named: { Type: 'AWS::IAM::ManagedPolicy', Properties: { Roles: ref, ...document } },
    Other: { Type: 'AWS::IAM::Policy', Properties: { Roles: ['other'], ...document } },
  });
  const [role] = subject.ofType('AWS::IAM::Role');
  if (role === undefined) throw new Error('the template has a role');
  const named = (policies: ReturnType<typeof policiesOf>) =>
    policies.map(({ at, property, content }) => `${at.resource.logicalId} ${property} ${content.kind}`);
  expect(named(policiesOf(role, subject))).toEqual([
    'Role Policies.0.PolicyDocument document',
    'Role ManagedPolicyArns.1 managed',
    'Beside PolicyDocument document',
    'Named PolicyDocument document',
    'ByName PolicyDocument document',
  ]);
  expect(named(everyPolicy(subject))).toContain('Other PolicyDocument document');
});
