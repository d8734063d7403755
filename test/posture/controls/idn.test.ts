import type { RawObject, RawValue } from '../../../lib/template/value';
import { guestAccess } from '../../../lib/posture/controls/idn-01-guest-access';
import { classicFlow } from '../../../lib/posture/controls/idn-02-classic-flow';
import { roleTrust } from '../../../lib/posture/controls/idn-03-role-trust';
import { rolePermissions } from '../../../lib/posture/controls/idn-04-role-permissions';
import { serverSideTokenCheck } from '../../../lib/posture/controls/idn-05-server-side-token-check';
import { roleMapping } from '../../../lib/posture/controls/idn-06-role-mapping';
import { principalTags } from '../../../lib/posture/controls/idn-07-principal-tags';
import { guestRole } from '../../../lib/posture/controls/idn-08-guest-role';
import { developerProvider } from '../../../lib/posture/controls/idn-09-developer-provider';
import { client, elsewhere, testControl, userPool } from '../test-control';
import { allow, identityTrust, role } from './policies';

const pool = (properties: RawObject = {}, more: RawObject = {}): RawObject => ({
  IdentityPool: {
    Type: 'AWS::Cognito::IdentityPool',
    Properties: { AllowUnauthenticatedIdentities: false, ...properties },
    ...more,
  },
});
const roleArn = { 'Fn::GetAtt': ['Role', 'Arn'] };
const attachment = (properties: RawObject): RawObject => ({
  Attachment: {
    Type: 'AWS::Cognito::IdentityPoolRoleAttachment',
    Properties: { IdentityPoolId: { Ref: 'IdentityPool' }, ...properties },
  },
});

testControl(guestAccess, [
  ['false passes', pool(), ['pass']],
  ['true gives credentials to anybody', pool({ AllowUnauthenticatedIdentities: true }), ['fail']],
  ['it has to be written out', pool({ AllowUnauthenticatedIdentities: { Ref: 'AWS::NoValue' } }), ['fail']],
  ['a value from elsewhere is unknown', pool({ AllowUnauthenticatedIdentities: elsewhere }), ['unknown']],
  ['without an identity pool there is nothing to say', userPool(), []],
]);

testControl(classicFlow, [
  ['false passes', pool({ AllowClassicFlow: false }), ['pass']],
  ['what is not written is off', pool(), ['pass']],
  ['true lets the client choose its role', pool({ AllowClassicFlow: 'true' }), ['fail']],
  ['a value from elsewhere is unknown', pool({ AllowClassicFlow: elsewhere }), ['unknown']],
]);

const trusting = (trust: RawValue, kind = 'authenticated'): RawObject => ({
  ...pool(),
  ...attachment({ Roles: { [kind]: roleArn } }),
  ...role({ trust }),
});

testControl(roleTrust, [
  ['the pool and its signed-in users pass', trusting(identityTrust()), ['pass']],
  ['guests get a role for guests', trusting(identityTrust({ amr: 'unauthenticated' }), 'unauthenticated'), ['pass']],
  ['guests get the role of users', trusting(identityTrust({ amr: 'unauthenticated' })), ['fail']],
  ['users of any pool get the role', trusting(identityTrust({ aud: undefined })), ['fail']],
  [
    'users of another pool get the role',
    trusting(identityTrust({ aud: 'eu-west-1:00000000-0000-0000-0000-000000000000' })),
    ['fail'],
  ],
  ['anybody of the pool gets the role', trusting(identityTrust({ amr: undefined })), ['fail']],
  ['a pattern is more than signed-in users', trusting(identityTrust({ amr: '*' })), ['fail']],
  [
    'one statement that is too broad is enough',
    trusting([identityTrust(), identityTrust({ aud: undefined })]),
    ['fail'],
  ],
  [
    'a role that nobody of the pool can assume',
    trusting(allow('sts:AssumeRole', undefined, { Principal: { Service: 'ec2.amazonaws.com' } })),
    ['fail'],
  ],
  ['a condition from elsewhere is unknown', trusting(identityTrust({ aud: elsewhere })), ['unknown']],
  ['a trust policy from elsewhere is unknown', trusting(elsewhere), ['unknown']],
  [
    'a role from elsewhere is unknown',
    { ...pool(), ...attachment({ Roles: { authenticated: elsewhere } }) },
    ['unknown'],
  ],
  [
    'roles of rules are held to the same',
    {
      ...pool(),
      ...attachment({
        RoleMappings: { web: { Type: 'Rules', RulesConfiguration: { Rules: [{ RoleARN: roleArn }] } } },
      }),
      ...role({ trust: identityTrust({ aud: undefined }) }),
    },
    ['fail'],
  ],
  ['without an attachment there is nothing to say', pool(), []],
]);

const permitting = (statement: RawValue, kind = 'authenticated'): RawObject => ({
  ...pool(),
  ...attachment({ Roles: { [kind]: roleArn } }),
  ...role({ trust: identityTrust(), policies: [statement] }),
});
const objects = 'arn:aws:s3:::bucket/users/${cognito-identity.amazonaws.com:sub}/*';

testControl(rolePermissions, [
  ['objects of the identity pass', permitting(allow(['s3:GetObject', 's3:PutObject'], objects)), ['pass']],
  ['reading everything is not writing', permitting(allow('s3:ListAllMyBuckets', '*')), ['pass']],
  ['writing everywhere fails', permitting(allow('mobileanalytics:PutEvents', '*')), ['fail']],
  ['so does every bucket by its ARN', permitting(allow('s3:PutObject', 'arn:aws:s3:::*')), ['fail']],
  ['every action fails', permitting(allow('*', objects)), ['fail']],
  ['IAM fails', permitting(allow('iam:PassRole', 'arn:aws:iam::111122223333:role/a')), ['fail']],
  [
    'administration of user pools fails',
    permitting(allow('cognito-idp:AdminGetUser', 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/a')),
    ['fail'],
  ],
  [
    'what guests may do is for somebody to confirm',
    permitting(allow('s3:GetObject', objects), 'unauthenticated'),
    ['manual'],
  ],
  ['guests who may nothing need nobody', permitting([], 'unauthenticated'), ['pass']],
  ['an action from elsewhere is unknown', permitting(allow(elsewhere, objects)), ['unknown']],
  ['a resource from elsewhere is unknown', permitting(allow('s3:PutObject', elsewhere)), ['unknown']],
  [
    'a role from elsewhere is unknown',
    { ...pool(), ...attachment({ Roles: { authenticated: elsewhere } }) },
    ['unknown'],
  ],
]);

const checking = (ServerSideTokenCheck: RawValue): RawObject =>
  pool({ CognitoIdentityProviders: [{ ClientId: elsewhere, ProviderName: elsewhere, ServerSideTokenCheck }] });

testControl(serverSideTokenCheck, [
  ['true passes', checking(true), ['pass']],
  ['false fails', checking(false), ['fail']],
  ['what is not written is false', checking({ Ref: 'AWS::NoValue' }), ['fail']],
  ['a value from elsewhere is unknown', checking(elsewhere), ['unknown']],
  ['a pool without user pools asks nobody', pool(), []],
]);

const rule = (Claim: RawValue, MatchType: RawValue = 'Equals'): RawObject => ({
  Claim,
  MatchType,
  Value: 'admin',
  RoleARN: roleArn,
});
const mapping = (AmbiguousRoleResolution: RawValue, ...Rules: RawValue[]): RawObject => ({
  ...userPool({
    Schema: [
      { Name: 'tenant', Mutable: true },
      { Name: 'plan', Mutable: false },
    ],
  }),
  ...client({ WriteAttributes: ['email', 'custom:tenant', 'custom:plan'] }),
  ...pool(),
  ...attachment({ RoleMappings: { web: { Type: 'Rules', AmbiguousRoleResolution, RulesConfiguration: { Rules } } } }),
});

testControl(roleMapping, [
  ['groups, compared as a whole, pass', mapping('Deny', rule('cognito:preferred_role')), ['pass', 'pass', 'pass']],
  ['who matches nothing gets the role of everybody', mapping('AuthenticatedRole'), ['fail']],
  ['it has to be written', mapping({ Ref: 'AWS::NoValue' }), ['fail']],
  ['a part of a claim is not the claim', mapping('Deny', rule('cognito:groups', 'Contains')), ['pass', 'fail', 'pass']],
  ['users write the claim themselves', mapping('Deny', rule('custom:tenant')), ['pass', 'pass', 'fail']],
  ['an immutable attribute cannot be written again', mapping('Deny', rule('custom:plan')), ['pass', 'pass', 'pass']],
  ['an attribute that no client writes passes', mapping('Deny', rule('custom:other')), ['pass', 'pass', 'pass']],
  [
    'a client without a list writes standard attributes',
    { ...mapping('Deny', rule('name')), ...client() },
    ['pass', 'pass', 'fail'],
  ],
  [
    'what is from elsewhere is unknown',
    mapping(elsewhere, rule(elsewhere, elsewhere)),
    ['unknown', 'unknown', 'unknown'],
  ],
  ['mappings from elsewhere are unknown', { ...pool(), ...attachment({ RoleMappings: elsewhere }) }, ['unknown']],
  ['without mappings there is nothing to say', { ...pool(), ...attachment({}) }, []],
]);

const tags = (properties: RawObject): RawObject => ({
  ...mapping('Deny'),
  Tags: {
    Type: 'AWS::Cognito::IdentityPoolPrincipalTag',
    Properties: { IdentityPoolId: { Ref: 'IdentityPool' }, IdentityProviderName: 'web', ...properties },
  },
});

testControl(principalTags, [
  ['the defaults come from the service', tags({ UseDefaults: true }), ['pass']],
  ['claims of the service pass', tags({ UseDefaults: false, PrincipalTags: { user: 'sub' } }), ['pass', 'pass']],
  [
    'users write the claim themselves',
    tags({ UseDefaults: false, PrincipalTags: { tenant: 'custom:tenant' } }),
    ['pass', 'fail'],
  ],
  [
    'it has to be written whether they are the defaults',
    tags({ PrincipalTags: { plan: 'custom:plan' } }),
    ['fail', 'pass'],
  ],
  [
    'what is from elsewhere is unknown',
    tags({ UseDefaults: elsewhere, PrincipalTags: { user: elsewhere } }),
    ['unknown', 'unknown'],
  ],
  ['tags from elsewhere are unknown', tags({ UseDefaults: true, PrincipalTags: elsewhere }), ['pass', 'unknown']],
  ['without tags there is nothing to say', pool(), []],
]);

const guests = { Roles: { unauthenticated: roleArn } };

testControl(guestRole, [
  ['no role for nobody passes', { ...pool(), ...attachment({ Roles: {} }) }, ['pass']],
  ['a role for nobody waits', { ...pool(), ...attachment(guests), ...role({ trust: [] }) }, ['fail']],
  [
    'where guests get credentials they need one',
    { ...pool({ AllowUnauthenticatedIdentities: true }), ...attachment(guests), ...role({ trust: [] }) },
    [],
  ],
  [
    'whether guests get credentials is unknown',
    { ...pool({ AllowUnauthenticatedIdentities: elsewhere }), ...attachment(guests), ...role({ trust: [] }) },
    ['unknown'],
  ],
  ['roles from elsewhere are unknown', { ...pool(), ...attachment({ Roles: elsewhere }) }, ['unknown']],
  [
    'of an identity pool from elsewhere it is unknown',
    attachment({ IdentityPoolId: elsewhere, Roles: { unauthenticated: elsewhere } }),
    ['unknown'],
  ],
]);

testControl(developerProvider, [
  ['a developer provider alone passes', pool({ DeveloperProviderName: 'login.example' }), ['pass']],
  [
    'beside an empty list it is alone',
    pool({ DeveloperProviderName: 'login.example', CognitoIdentityProviders: [] }),
    ['pass'],
  ],
  [
    'beside a public provider it fails',
    pool({ DeveloperProviderName: 'login.example', SupportedLoginProviders: { 'graph.facebook.com': '1' } }),
    ['fail'],
  ],
  [
    'providers from elsewhere are unknown',
    pool({ DeveloperProviderName: 'login.example', SupportedLoginProviders: elsewhere }),
    ['unknown'],
  ],
  ['without one there is nothing to say', pool({ SupportedLoginProviders: { 'graph.facebook.com': '1' } }), []],
]);
