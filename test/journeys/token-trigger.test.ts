import { AdminAddUserToGroupCommand } from '@aws-sdk/client-cognito-identity-provider';
import { write } from '../../lambda/pre-token-generation/environment';
import type { StackArtifact } from '../../lib/template/assembly';
import { isObject, type RawObject, type RawValue } from '../../lib/template/value';
import { fixtureStack } from '../synthesis/assembly';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, signIn } from './people';

const email = 'tom@example.com';
type Version = 'V1_0' | 'V2_0' | 'V3_0';

/** The stack of dev, with every resource as a test would have it; undefined leaves one out. */
function devWith(change: (resource: RawObject, logicalId: string) => RawObject | undefined): StackArtifact {
  const stack = fixtureStack('dev');
  const resources = Object.entries(member(stack.template, 'Resources')).flatMap(([logicalId, resource]) => {
    const changed = change(asObject(resource), logicalId);
    return changed === undefined ? [] : [[logicalId, changed] as const];
  });
  return { ...stack, template: { ...stack.template, Resources: Object.fromEntries(resources) } };
}

function withProperties(resource: RawObject, properties: RawObject): RawObject {
  return { ...resource, Properties: { ...member(resource, 'Properties'), ...properties } };
}

function asObject(value: RawValue | undefined): RawObject {
  if (value === undefined || !isObject(value)) throw new TypeError('expected an object in the template of dev');
  return value;
}

const member = (of: RawObject, name: string): RawObject => asObject(of[name]);

const tokenTrigger = (pool: RawObject): RawObject =>
  member(member(member(pool, 'Properties'), 'LambdaConfig'), 'PreTokenGenerationConfig');

/** The pool of dev, whose token trigger is called with events of another version. */
const calledWith = (LambdaVersion: Version): StackArtifact =>
  devWith((resource) => {
    if (resource['Type'] !== 'AWS::Cognito::UserPool') return resource;
    const PreTokenGenerationConfig = { ...tokenTrigger(resource), LambdaVersion };
    const lambdaConfig = member(member(resource, 'Properties'), 'LambdaConfig');
    return withProperties(resource, { LambdaConfig: { ...lambdaConfig, PreTokenGenerationConfig } });
  });

/** The pool of dev, whose permission to invoke the token trigger is changed. */
function permitted(change: (permission: RawObject) => RawObject | undefined): StackArtifact {
  const pool = Object.values(member(fixtureStack('dev').template, 'Resources'))
    .map(asObject)
    .find((resource) => resource['Type'] === 'AWS::Cognito::UserPool');
  const { LambdaArn } = tokenTrigger(asObject(pool));
  return devWith((resource) => {
    const isPermission = resource['Type'] === 'AWS::Lambda::Permission';
    const isForIt = isPermission && same(member(resource, 'Properties')['FunctionName'], LambdaArn);
    return isForIt ? change(resource) : resource;
  });
}

const same = (one: RawValue | undefined, other: RawValue | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The function to which the alias of the token trigger points. */
function functionOfTokenTrigger(permission: RawObject): RawValue {
  const alias = member(member(permission, 'Properties'), 'FunctionName')['Ref'];
  if (typeof alias !== 'string') throw new TypeError('expected a permission for an alias in the template of dev');
  const live = member(member(fixtureStack('dev').template, 'Resources'), alias);
  expect(live['Type']).toBe('AWS::Lambda::Alias');
  return member(live, 'Properties')['FunctionName'] ?? '';
}

describe('the token trigger of an environment, which is invoked by its alias', () => {
  let journey: Journey;
  afterEach(() => journey.close());

  async function tokensOf(stack: StackArtifact, attributeClaims: Readonly<Record<string, string>>) {
    journey = await beginJourney(stack, {
      triggerEnvironment: { PreTokenGeneration: write({ groupsClaim: 'teams', attributeClaims }) },
    });
    const { UserPoolId } = journey;
    await createUser(journey, email);
    for (const GroupName of ['members', 'admins'])
      await journey.cognito.send(new AdminAddUserToGroupCommand({ UserPoolId, Username: email, GroupName }));
    const { AuthenticationResult } = await signIn(journey, email);
    return {
      id: await verified(journey, AuthenticationResult?.IdToken, 'id'),
      access: await verified(journey, AuthenticationResult?.AccessToken, 'access'),
    };
  }

  test('with events of version V1_0 changes the ID token alone, in which its claim is one text', async () => {
    const { id, access } = await tokensOf(calledWith('V1_0'), {});
    expect(id).toMatchObject({ teams: 'admins members', 'cognito:groups': ['admins', 'members'] });
    expect(access).not.toHaveProperty('teams');
  });

  test.each<Version>(['V2_0', 'V3_0'])('with events of version %s changes both tokens', async (version) => {
    const { id, access } = await tokensOf(calledWith(version), { address: 'email' });
    expect(id).toMatchObject({ teams: ['admins', 'members'] });
    expect(access).toMatchObject({ teams: ['admins', 'members'], address: email });
  });

  test.each<readonly [what: string, change: Parameters<typeof permitted>[0]]>([
    ['there is no permission', () => undefined],
    [
      'the permission is for the function, and not for its alias',
      (permission) => withProperties(permission, { FunctionName: functionOfTokenTrigger(permission) }),
    ],
    [
      'the permission is for another pool',
      (permission) =>
        withProperties(permission, {
          SourceArn: 'arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Another01',
        }),
    ],
  ])('where %s, nobody signs in', async (_, change) => {
    journey = await beginJourney(permitted(change));
    await createUser(journey, email);
    await expect(signIn(journey, email)).rejects.toEqual(
      refusal('UnexpectedLambdaException', 'PreTokenGeneration invocation failed due to error AccessDeniedException'),
    );
  });
});
