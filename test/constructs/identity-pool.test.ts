import { dev } from '../environments/plain';
import { metadataKeys } from '../../lib/template/metadata';
import { propertiesOf, resourcesFor, templateFor } from '../stacks/template-for';
import { pagesRange } from '../synthesis/pages-range';
import type { TemplateResource } from '../synthesis/template-resource';

type Name = 'credentials' | 'group-credentials' | 'ruled-credentials';
type Resources = Readonly<Record<string, TemplateResource>>;

const resources = new Map<Name, Resources>();
beforeAll(() => {
  for (const name of ['credentials', 'group-credentials', 'ruled-credentials'] as const) {
    resources.set(name, resourcesFor(pagesRange[name]));
  }
});

const of = (name: Name, id: string): TemplateResource | undefined => resources.get(name)?.[id];

const providerName = { 'Fn::GetAtt': ['UserPool', 'ProviderName'] };
const taken = (client: string) => ({
  ClientId: { Ref: client },
  ProviderName: providerName,
  ServerSideTokenCheck: true,
});

describe('the identity pool', () => {
  test('takes tokens of the named clients by the enhanced flow alone, and asks whether they still count', () => {
    const { IdentityPoolTags, ...properties } = of('credentials', 'IdentityPool')?.Properties ?? {};
    expect(properties).toEqual({
      IdentityPoolName: 'userpool-credentials',
      AllowClassicFlow: false,
      AllowUnauthenticatedIdentities: false,
      CognitoIdentityProviders: [taken('ClientBackend'), taken('ClientWeb')],
    });
    expect(IdentityPoolTags).toContainEqual({ Key: 'owner', Value: 'identity-team' });
  });

  test('lets guests in where that is declared, and says why', () => {
    const pool = of('ruled-credentials', 'IdentityPool');
    expect(pool?.Properties).toMatchObject({ AllowUnauthenticatedIdentities: true });
    expect(pool?.Metadata[metadataKeys.reasons]).toEqual({
      AllowUnauthenticatedIdentities: 'Visitors upload their first drawing before they sign up.',
    });
  });

  test('is not there where nobody gets credentials', () => {
    expect(resourcesFor(dev)['IdentityPool']).toBeUndefined();
  });

  test('is told to applications', () => {
    templateFor(pagesRange.credentials).hasOutput('IdentityPoolId', { Value: { Ref: 'IdentityPool' } });
    expect(of('credentials', 'ParameterIdentityPoolId')?.Properties).toMatchObject({
      Name: '/userpool/credentials/identity-pool-id',
    });
  });

  test.each([
    [pagesRange.credentials.removal, 'Delete'],
    [{ deletionProtection: { enabled: true }, policy: 'retain' } as const, 'Retain'],
  ])('is kept or deleted with its roles as the user pool is (%j)', (removal, policy) => {
    const made = resourcesFor({ ...pagesRange['ruled-credentials'], removal });
    const ids = [
      'IdentityPool',
      'IdentityPoolRoles',
      'IdentityPoolRoleAuthenticated',
      'IdentityPoolRoleUnauthenticated',
    ];
    for (const id of ['UserPool', ...ids]) {
      expect({ id, ...made[id] }).toMatchObject({ id, DeletionPolicy: policy, UpdateReplacePolicy: policy });
    }
  });

  test('means the same in whichever order its clients are named', () => {
    const { identityPool } = pagesRange.credentials;
    const turned = { ...identityPool, clients: identityPool.clients.toReversed() };
    expect(resourcesFor({ ...pagesRange.credentials, identityPool: turned })).toEqual(resources.get('credentials'));
  });
});

describe('a role of the identity pool', () => {
  test.each<readonly [name: Name, id: string, identities: string, bucket: string, prefix: string]>([
    ['credentials', 'IdentityPoolRoleAuthenticated', 'authenticated', 'example-documents', 'users/'],
    ['ruled-credentials', 'IdentityPoolRoleUnauthenticated', 'unauthenticated', 'example-drafts', 'guests/drawings/'],
  ])('of %s (%s) is for its own %s identities, and for what is theirs', (name, id, identities, bucket, prefix) => {
    const { AssumeRolePolicyDocument, Policies } = of(name, id)?.Properties ?? {};
    const own = `${prefix}\${cognito-identity.amazonaws.com:sub}/*`;
    expect(AssumeRolePolicyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: 'cognito-identity.amazonaws.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: { 'cognito-identity.amazonaws.com:aud': { Ref: 'IdentityPool' } },
            'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': identities },
          },
        },
      ],
    });
    expect(Policies).toEqual([
      {
        PolicyName: 'own-objects',
        PolicyDocument: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
              Resource: `arn:aws:s3:::${bucket}/${own}`,
            },
            {
              Effect: 'Allow',
              Action: 's3:ListBucket',
              Resource: `arn:aws:s3:::${bucket}`,
              Condition: { StringLike: { 's3:prefix': own } },
            },
          ],
        },
      },
    ]);
  });

  test('for guests is not there where there are none', () => {
    expect(of('credentials', 'IdentityPoolRoleUnauthenticated')).toBeUndefined();
    expect(of('credentials', 'IdentityPoolRoles')?.Properties).toEqual({
      IdentityPoolId: { Ref: 'IdentityPool' },
      Roles: { authenticated: { 'Fn::GetAtt': ['IdentityPoolRoleAuthenticated', 'Arn'] } },
      RoleMappings: {},
    });
  });
});

describe('the role of a user', () => {
  const identityProvider = { 'Fn::Join': [':', [providerName, { Ref: 'ClientWeb' }]] };

  test('is that of the group, where the token decides', () => {
    expect(of('group-credentials', 'IdentityPoolRoles')?.Properties['RoleMappings']).toEqual({
      web: { IdentityProvider: identityProvider, Type: 'Token', AmbiguousRoleResolution: 'Deny' },
    });
    expect(of('group-credentials', 'GroupEditors')?.Properties['RoleArn']).toBe(
      'arn:aws:iam::111122223333:role/editors',
    );
    expect(propertiesOf(pagesRange['group-credentials'], 'GroupAdmins')).not.toHaveProperty('RoleArn');
  });

  test('is that of the first rule that matches, where rules decide', () => {
    expect(of('ruled-credentials', 'IdentityPoolRoles')?.Properties['RoleMappings']).toEqual({
      web: {
        IdentityProvider: identityProvider,
        Type: 'Rules',
        AmbiguousRoleResolution: 'AuthenticatedRole',
        RulesConfiguration: {
          Rules: [
            {
              Claim: 'cognito:groups',
              MatchType: 'Contains',
              Value: 'admins',
              RoleARN: 'arn:aws:iam::111122223333:role/editors',
            },
          ],
        },
      },
    });
  });
});
