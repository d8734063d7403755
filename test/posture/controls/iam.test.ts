import type { RawObject, RawValue } from '../../../lib/template/value';
import { smsRole } from '../../../lib/posture/controls/iam-01-sms-role';
import { triggerPermissions } from '../../../lib/posture/controls/iam-02-trigger-permissions';
import { triggerRoles } from '../../../lib/posture/controls/iam-03-trigger-roles';
import { namedUserPools } from '../../../lib/posture/controls/iam-04-named-user-pools';
import { groupRoles } from '../../../lib/posture/controls/iam-05-group-roles';
import { elsewhere, testControl, userPool } from '../test-control';
import { allow, identityTrust, role } from './policies';

const poolArn = { 'Fn::GetAtt': ['Pool', 'Arn'] };
const roleArn = { 'Fn::GetAtt': ['Role', 'Arn'] };

const sms = (ExternalId: RawValue | undefined, condition: RawValue | undefined): RawObject => ({
  ...userPool({ SmsConfiguration: { SnsCallerArn: roleArn, ...(ExternalId === undefined ? {} : { ExternalId }) } }),
  ...role({
    trust: {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { Service: 'cognito-idp.amazonaws.com' },
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  }),
});
const account = { StringEquals: { 'sts:ExternalId': 'pool', 'aws:SourceAccount': '111122223333' } };

testControl(smsRole, [
  ['the external id and the account pass', sms('pool', account), ['pass', 'pass', 'pass']],
  [
    'so do pools of the account by their ARN',
    sms('pool', {
      StringEquals: { 'sts:ExternalId': 'pool' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*' },
    }),
    ['pass', 'pass', 'pass'],
  ],
  ['another external id fails', sms('other', account), ['pass', 'fail', 'pass']],
  ['without a condition every user pool uses the role', sms('pool', undefined), ['pass', 'fail', 'fail']],
  [
    'a condition that holds without the key demands nothing',
    sms('pool', { StringEqualsIfExists: account.StringEquals }),
    ['pass', 'fail', 'fail'],
  ],
  [
    'pools of any account are everybody',
    sms('pool', {
      StringEquals: { 'sts:ExternalId': 'pool' },
      ArnLike: { 'aws:SourceArn': 'arn:aws:cognito-idp:*:*:userpool/*' },
    }),
    ['pass', 'pass', 'fail'],
  ],
  ['without an external id nothing can be demanded', sms(undefined, account), ['fail', 'fail', 'pass']],
  [
    'equal expressions are equal, whatever they are; another is unknown',
    sms(elsewhere, { StringEquals: { 'sts:ExternalId': elsewhere, 'aws:SourceAccount': elsewhere } }),
    ['unknown', 'pass', 'unknown'],
  ],
  ['a condition from elsewhere is unknown', sms('pool', elsewhere), ['pass', 'unknown', 'unknown']],
  [
    'a role from elsewhere is unknown',
    userPool({ SmsConfiguration: { SnsCallerArn: elsewhere, ExternalId: 'pool' } }),
    ['pass', 'unknown'],
  ],
  ['a pool without text messages has no such role', userPool(), []],
]);

const fn: RawObject = { Function: { Type: 'AWS::Lambda::Function', Properties: { Role: roleArn } } };
const alias: RawObject = {
  Alias: {
    Type: 'AWS::Lambda::Alias',
    Properties: { FunctionName: { Ref: 'Function' }, FunctionVersion: '1', Name: 'live' },
  },
};
const permission = (properties: RawObject): RawObject => ({
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      Principal: 'cognito-idp.amazonaws.com',
      FunctionName: { Ref: 'Function' },
      ...properties,
    },
  },
});
const trigger = (arn: RawValue = { 'Fn::GetAtt': ['Function', 'Arn'] }): RawObject => ({
  ...userPool({ LambdaConfig: { PreSignUp: arn } }),
  ...fn,
});
const byAlias = { ...trigger({ Ref: 'Alias' }), ...alias };

testControl(triggerPermissions, [
  ['the pool itself may invoke', { ...trigger(), ...permission({ SourceArn: poolArn }) }, ['pass']],
  [
    'it may invoke an alias',
    { ...byAlias, ...permission({ SourceArn: poolArn, FunctionName: { Ref: 'Alias' } }) },
    ['pass'],
  ],
  [
    'what is permitted of the function is not of its alias',
    { ...byAlias, ...permission({ SourceArn: poolArn }) },
    ['pass', 'fail'],
  ],
  ['any pool of anybody may invoke', { ...trigger(), ...permission({}) }, ['fail']],
  ['an account is more than the pool', { ...trigger(), ...permission({ SourceAccount: '111122223333' }) }, ['fail']],
  [
    'a wildcard is more than the pool',
    { ...trigger(), ...permission({ SourceArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/*' }) },
    ['fail'],
  ],
  ['a trigger without a permission fails at every sign-up', trigger(), ['fail']],
  [
    'a permission for a function that is no trigger is left over',
    { ...userPool(), ...fn, ...permission({ SourceArn: poolArn }) },
    ['pass', 'fail'],
  ],
  ['a source from elsewhere is unknown', { ...trigger(), ...permission({ SourceArn: elsewhere }) }, ['unknown']],
  ['the permission of a function from elsewhere is unknown', trigger(elsewhere), ['unknown']],
  ['other services are not meant', { ...userPool(), ...fn, ...permission({ Principal: 'events.amazonaws.com' }) }, []],
]);

const trusted = allow('sts:AssumeRole', undefined, { Principal: { Service: 'lambda.amazonaws.com' } });
const permits = (...policies: RawValue[]): RawObject => ({ ...trigger(), ...role({ trust: trusted, policies }) });
const managed = (...arns: RawValue[]): RawObject => ({ ...trigger(), ...role({ trust: trusted, managed: arns }) });
const aws = (name: string): RawObject => ({ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` });
const attached = (statement: RawValue): RawObject => ({
  ...permits(),
  Policy: {
    Type: 'AWS::IAM::Policy',
    Properties: { PolicyName: 'p', Roles: [{ Ref: 'Role' }], PolicyDocument: { Statement: [statement] } },
  },
});

testControl(triggerRoles, [
  ['a named user pool passes', permits(allow('cognito-idp:AdminAddUserToGroup', poolArn)), ['pass']],
  ['every user pool fails', permits(allow('cognito-idp:AdminAddUserToGroup', '*')), ['fail']],
  ['a wildcard among the actions counts', permits(allow('cognito-idp:*', '*')), ['fail']],
  [
    'so does one in lower case',
    permits(allow('COGNITO-IDP:admin*', 'arn:aws:cognito-idp:eu-west-1:*:userpool/*')),
    ['fail'],
  ],
  ['reading every user pool changes none', permits(allow('cognito-idp:DescribeUserPool', '*')), ['pass']],
  ['IAM fails on whatever resource', permits(allow('iam:PassRole', roleArn)), ['fail']],
  ['everything but something is everything', permits({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }), ['fail']],
  ['what is denied is not permitted', permits({ Effect: 'Deny', Action: '*', Resource: '*' }), ['pass']],
  ['policies beside the role count', attached(allow('*', '*')), ['fail']],
  ['AdministratorAccess fails', managed(aws('AdministratorAccess')), ['fail']],
  ['writing logs passes', managed(aws('service-role/AWSLambdaBasicExecutionRole')), ['pass']],
  ['a managed policy that is not in the templates is unknown', managed(aws('Somebody')), ['unknown']],
  ['an action from elsewhere is unknown', permits(allow(elsewhere, '*')), ['unknown']],
  ['a resource from elsewhere is unknown', permits(allow('cognito-idp:AdminCreateUser', elsewhere)), ['unknown']],
  ['a statement from elsewhere is unknown', permits(elsewhere), ['unknown']],
  [
    'the role behind an alias counts',
    { ...permits(allow('iam:*', '*')), ...alias, ...userPool({ LambdaConfig: { PreSignUp: { Ref: 'Alias' } } }) },
    ['fail'],
  ],
  ['a function from elsewhere has an unknown role', userPool({ LambdaConfig: { PreSignUp: elsewhere } }), ['unknown']],
  ['without triggers there is nothing to say', userPool(), []],
]);

const policy = (statement: RawValue): RawObject => ({
  ...userPool(),
  Policy: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: statement } } },
});

testControl(namedUserPools, [
  ['the pool by its ARN passes', policy(allow(['cognito-idp:AdminResetUserPassword'], [poolArn])), ['pass']],
  [
    'so does an ARN that is written out',
    policy(allow('cognito-idp:Admin*', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc')),
    ['pass'],
  ],
  [
    'so does one with the id of the pool',
    policy(allow('cognito-idp:Admin*', { 'Fn::Sub': 'arn:aws:cognito-idp:*:*:userpool/${Pool}' })),
    ['pass'],
  ],
  [
    'every pool of the account fails',
    policy(
      allow('cognito-idp:UpdateUserPool', { 'Fn::Sub': 'arn:aws:cognito-idp:eu-west-1:${AWS::AccountId}:userpool/*' }),
    ),
    ['fail'],
  ],
  ['every resource fails', policy(allow('*', '*')), ['fail']],
  ['a pool from elsewhere is unknown', policy(allow('cognito-idp:AdminCreateUser', elsewhere)), ['unknown']],
  ['a document from elsewhere is unknown', policy(elsewhere), ['unknown']],
  ['a user pool that does not exist yet cannot be named', policy(allow('cognito-idp:CreateUserPool', '*')), []],
  ['other resources are not meant', policy(allow('*', 'arn:aws:s3:::bucket/*')), []],
  ['other actions are not meant', policy(allow('s3:*', '*')), []],
]);

const group = (more: RawObject, trust: RawValue, ...policies: RawValue[]): RawObject => ({
  ...userPool(),
  IdentityPool: { Type: 'AWS::Cognito::IdentityPool', Properties: { AllowUnauthenticatedIdentities: false } },
  Group: {
    Type: 'AWS::Cognito::UserPoolGroup',
    Properties: { UserPoolId: { Ref: 'Pool' }, RoleArn: roleArn, Precedence: 1, ...more },
  },
  ...role({ trust, policies }),
});
const adding: RawObject = {
  ...userPool({ LambdaConfig: { PostConfirmation: { 'Fn::GetAtt': ['Adds', 'Arn'] } } }),
  Adds: { Type: 'AWS::Lambda::Function', Properties: { Role: { 'Fn::GetAtt': ['AddsRole', 'Arn'] } } },
  ...role({ trust: trusted, policies: [allow('cognito-idp:AdminAddUserToGroup', poolArn)] }, 'AddsRole'),
};

testControl(groupRoles, [
  ['a role for signed-in users of one identity pool passes', group({}, identityTrust()), ['pass', 'pass']],
  [
    'without a precedence the role is a matter of chance',
    group({ Precedence: { Ref: 'AWS::NoValue' } }, identityTrust()),
    ['fail', 'pass'],
  ],
  ['users of any identity pool get the role', group({}, identityTrust({ aud: undefined })), ['pass', 'fail']],
  ['guests get the role', group({}, identityTrust({ amr: 'unauthenticated' })), ['pass', 'fail']],
  ['a role that is for nobody of an identity pool', group({}, trusted), ['pass', 'fail']],
  [
    'an administrator where a trigger adds users',
    { ...group({}, identityTrust(), allow('*', '*')), ...adding },
    ['pass', 'pass', 'fail'],
  ],
  [
    'no administrator where a trigger adds users',
    { ...group({}, identityTrust(), allow('s3:GetObject', '*')), ...adding },
    ['pass', 'pass', 'pass'],
  ],
  [
    'whether a trigger from elsewhere adds users is unknown',
    { ...group({}, identityTrust(), allow('*', '*')), ...userPool({ LambdaConfig: { PostConfirmation: elsewhere } }) },
    ['pass', 'pass', 'unknown'],
  ],
  ['an identity pool from elsewhere is unknown', group({}, identityTrust({ aud: elsewhere })), ['pass', 'unknown']],
  ['a role from elsewhere is unknown', group({ RoleArn: elsewhere }, identityTrust()), ['pass', 'unknown']],
  ['a group without a role is not meant', group({ RoleArn: { Ref: 'AWS::NoValue' } }, identityTrust()), []],
]);
