import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { z } from 'zod';
import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStack } from '../../lib/template/resolve';
import type { Resource } from '../../lib/template/resolved-stack';
import { templateFor } from '../stacks/template-for';
import { fixtureStack } from '../synthesis/assembly';
import { pagesRange } from '../synthesis/pages-range';
import { beginJourney, verified, type Journey } from './journey';
import { createUser } from './people';
import { signInBySrp } from './srp';

/** One string or several, as IAM writes them. */
const texts = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const identityPool = z.object({
  AllowClassicFlow: z.boolean(),
  AllowUnauthenticatedIdentities: z.boolean(),
  CognitoIdentityProviders: z.array(
    z.strictObject({ ClientId: z.string(), ProviderName: z.string(), ServerSideTokenCheck: z.boolean() }),
  ),
});
const attachment = z.object({
  IdentityPoolId: z.string(),
  Roles: z.record(z.string(), z.string()),
  RoleMappings: z.record(
    z.string(),
    z.object({ IdentityProvider: z.string(), Type: z.string(), AmbiguousRoleResolution: z.string() }),
  ),
});
/** Strict: what is not read here must not grant anything unseen. */
const role = z.strictObject({
  AssumeRolePolicyDocument: z.unknown(),
  Description: z.string(),
  Policies: z.array(
    z.strictObject({
      PolicyName: z.string(),
      PolicyDocument: z.strictObject({
        Version: z.literal('2012-10-17'),
        Statement: z.array(
          z.strictObject({
            Effect: z.literal('Allow'),
            Action: texts,
            Resource: texts,
            Condition: z.strictObject({ StringLike: z.strictObject({ 's3:prefix': z.string() }) }).optional(),
          }),
        ),
      }),
    }),
  ),
});

/** The resources of a stack as they are once deployed: the clients with the ids that a local pool gave them. */
function deployed({ client }: Pick<Journey, 'client'>, stack: StackArtifact): ReadonlyMap<string, Resource> {
  const ids: Readonly<Record<string, string>> = { ClientWeb: client('web').ClientId };
  return resolveStack(stack, {
    valueFor: ({ logicalId, attribute }) => ids[logicalId] ?? [logicalId, attribute].filter(Boolean).join('.'),
  }).resources;
}

interface Call {
  readonly action: string;
  readonly resource: string;
  /** Of s3:ListBucket. */
  readonly prefix?: string;
}

/** Whether the policies of a role let an identity make a call (IAM User Guide, "Policy evaluation logic"; no Deny here). */
function allows({ Policies }: z.infer<typeof role>, identityId: string, { action, resource, prefix }: Call): boolean {
  const matches = (pattern: string, value: string): boolean => {
    const filled = pattern.replaceAll('${cognito-identity.amazonaws.com:sub}', identityId);
    return new RegExp(`^${filled.split('*').map(escaped).join('.*')}$`).test(value);
  };
  return Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement).some(
    ({ Action, Resource: resources, Condition }) =>
      Action.some((each) => matches(each, action)) &&
      resources.some((each) => matches(each, resource)) &&
      (Condition === undefined || (prefix !== undefined && matches(Condition.StringLike['s3:prefix'], prefix))),
  );
}

const escaped = (text: string): string => text.replace(/[$()+.?[\\\]^{|}]/g, '\\$&');

describe('J17: AWS credentials for a signed-in user, as far as the template says it', () => {
  const email = 'ines@example.com';
  let journey: Journey;
  let resources: ReadonlyMap<string, Resource>;
  const propertiesOf = (id: string): unknown => resources.get(id)?.properties;

  describe('of dev', () => {
    beforeAll(async () => {
      journey = await beginJourney('dev');
      resources = deployed(journey, fixtureStack('dev'));
    });
    afterAll(() => journey.close());

    test('the ID token of the browser client is what the identity pool takes, after asking the user pool', async () => {
      await createUser(journey, email);
      const { AuthenticationResult } = await signInBySrp(journey, email);
      const { aud } = await verified(journey, AuthenticationResult?.IdToken, 'id');
      expect(identityPool.parse(propertiesOf('IdentityPool')).CognitoIdentityProviders).toEqual([
        { ClientId: aud, ProviderName: 'UserPool.ProviderName', ServerSideTokenCheck: true },
      ]);
    });

    test('GetCredentialsForIdentity is the only way to them: the enhanced flow, and nothing for guests', () => {
      expect(identityPool.parse(propertiesOf('IdentityPool'))).toMatchObject({
        AllowClassicFlow: false,
        AllowUnauthenticatedIdentities: false,
      });
      const { IdentityPoolId, Roles } = attachment.parse(propertiesOf('IdentityPoolRoles'));
      expect({ IdentityPoolId, Roles }).toEqual({
        IdentityPoolId: 'IdentityPool',
        Roles: { authenticated: 'IdentityPoolRoleAuthenticated.Arn' },
      });
    });

    test('the role is taken by signed-in identities of this identity pool, and by nobody else', () => {
      expect(role.parse(propertiesOf('IdentityPoolRoleAuthenticated')).AssumeRolePolicyDocument).toEqual({
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { Federated: 'cognito-identity.amazonaws.com' },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: { 'cognito-identity.amazonaws.com:aud': 'IdentityPool' },
              'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
            },
          },
        ],
      });
    });

    const bucket = 'arn:aws:s3:::example-userpool-dev-documents';
    const [own, other] = ['eu-west-1:11111111-aaaa', 'eu-west-1:22222222-bbbb'];

    test.each<[string, Call, boolean]>([
      ['reads its own object', { action: 's3:GetObject', resource: `${bucket}/users/${own}/a.txt` }, true],
      ['writes its own object', { action: 's3:PutObject', resource: `${bucket}/users/${own}/b/c.txt` }, true],
      ['deletes its own object', { action: 's3:DeleteObject', resource: `${bucket}/users/${own}/a.txt` }, true],
      ['lists its own', { action: 's3:ListBucket', resource: bucket, prefix: `users/${own}/` }, true],
      ["reads another's object", { action: 's3:GetObject', resource: `${bucket}/users/${other}/a.txt` }, false],
      ['reads an object of nobody', { action: 's3:GetObject', resource: `${bucket}/a.txt` }, false],
      [
        'reads where a name begins like its own',
        { action: 's3:GetObject', resource: `${bucket}/users/${own}0/a.txt` },
        false,
      ],
      ["lists another's", { action: 's3:ListBucket', resource: bucket, prefix: `users/${other}/` }, false],
      ['lists the whole bucket', { action: 's3:ListBucket', resource: bucket }, false],
      ['lists every user', { action: 's3:ListBucket', resource: bucket, prefix: 'users/' }, false],
      ['reads another bucket', { action: 's3:GetObject', resource: `arn:aws:s3:::x/users/${own}/a.txt` }, false],
      ['opens its object to all', { action: 's3:PutObjectAcl', resource: `${bucket}/users/${own}/a.txt` }, false],
      ['lists buckets', { action: 's3:ListAllMyBuckets', resource: '*' }, false],
      ['asks the user pool', { action: 'cognito-idp:ListUsers', resource: '*' }, false],
      ['takes another role', { action: 'sts:AssumeRole', resource: 'arn:aws:iam::111122223333:role/x' }, false],
    ])('whoever has the credentials %s: %j is allowed: %s', (_what, call, expected) => {
      const authenticated = role.parse(propertiesOf('IdentityPoolRoleAuthenticated'));
      expect(allows(authenticated, own, call)).toBe(expected);
    });
  });

  describe('where the token names the role', () => {
    const editors = 'arn:aws:iam::111122223333:role/editors';

    beforeAll(async () => {
      const template = templateFor(pagesRange['group-credentials']).toJSON();
      const stack = { ...fixtureStack('dev'), template };
      journey = await beginJourney(stack);
      resources = deployed(journey, stack);
    });
    afterAll(() => journey.close());

    test('it is that of the group, which the ID token brings, and a token that leaves it open gets none', async () => {
      const Username = await createUser(journey, email);
      const { cognito, UserPoolId } = journey;
      await cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username, GroupName: 'editors' }));
      const { AuthenticationResult } = await signInBySrp(journey, email);
      const claims = await verified(journey, AuthenticationResult?.IdToken, 'id');
      expect(claims).toMatchObject({ 'cognito:roles': [editors], 'cognito:preferred_role': editors });
      const { RoleMappings } = attachment.parse(propertiesOf('IdentityPoolRoles'));
      expect(RoleMappings).toEqual({
        web: {
          IdentityProvider: `UserPool.ProviderName:${String(claims['aud'])}`,
          Type: 'Token',
          AmbiguousRoleResolution: 'Deny',
        },
      });
    });
  });
});
