import { write } from '../../lambda/pre-token-generation/environment';
import { findUserPool, pathOf } from '../../lib/sign-in/find-user-pool';
import { outputReferring, placeOf, readPoolFacts } from '../../lib/sign-in/pool-facts';
import { UnreadablePoolError } from '../../lib/sign-in/unreadable-pool-error';
import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStack } from '../../lib/template/resolve';
import type { RawValue } from '../../lib/template/value';
import { fixtureStack } from '../synthesis/assembly';

const factsOf = (environment: string) => readPoolFacts(resolveStack(fixtureStack(environment)));

/** A stack that some other app made. */
function foreignStack(resources: { readonly [logicalId: string]: RawValue }): StackArtifact {
  const { parameters, nested, ...rest } = fixtureStack('dev');
  return { ...rest, path: 'foreign', assets: [], template: { Resources: resources } };
}

test('dev has optional TOTP, remembers devices without asking, and writes the groups into a claim', () => {
  expect(factsOf('dev')).toMatchObject({
    environmentClass: 'sandbox',
    issuerType: 'ORIGINAL',
    signInWith: 'email',
    selfSignUp: true,
    autoVerified: ['email'],
    requiredAttributes: [],
    minimumPasswordLength: 15,
    mfa: 'OPTIONAL',
    factors: ['SOFTWARE_TOKEN_MFA'],
    softwareTokens: true,
    recovery: ['verified_email'],
    triggers: expect.arrayContaining(['PreSignUp', 'PostConfirmation']),
    deviceTracking: { asksUser: false, standsInForMfa: true },
    groupsClaim: 'groups',
  });
});

test('the groups claim is found under the variable that the trigger reads', () => {
  expect(write({ groupsClaim: 'groups', attributeClaims: {} })).toMatchObject({
    GROUPS_CLAIM: factsOf('dev').groupsClaim,
  });
});

test.each([
  ['prod', { environmentClass: 'production' }],
  ['mfa-required', { mfa: 'ON', softwareTokens: true }],
  ['mfa-off', { mfa: 'OFF', softwareTokens: false, deviceTracking: undefined, groupsClaim: undefined }],
  ['opt-in-devices', { deviceTracking: { asksUser: true, standsInForMfa: true } }],
  ['invitations', { requiredAttributes: ['name'], immutableAttributes: [], selfSignUp: false }],
  ['legacy-errors', { clients: expect.arrayContaining([expect.objectContaining({ hidesUnknownUsers: false })]) }],
])('%s differs by what its name says', (environment, facts) => {
  expect(factsOf(environment)).toMatchObject(facts);
});

test('an app client is told by name, kind, flows and lifetimes in seconds', () => {
  expect(factsOf('dev').clients).toContainEqual({
    logicalId: 'ClientBackend',
    name: 'backend',
    kind: 'server',
    confidential: true,
    authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'],
    oauthFlows: [],
    oauthScopes: [],
    hidesUnknownUsers: true,
    tokenRevocation: true,
    refreshTokenRotation: false,
    accessTokenSeconds: 3600,
    idTokenSeconds: 3600,
    readAttributes: expect.arrayContaining(['email', 'email_verified']),
  });
});

test('what a foreign template leaves out is what the service makes of it', () => {
  const facts = readPoolFacts(
    resolveStack(
      foreignStack({
        Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
        Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' } } },
      }),
    ),
  );
  expect(facts).toEqual({
    logicalId: 'Pool',
    environmentClass: undefined,
    issuerType: 'ORIGINAL',
    signInWith: 'username',
    selfSignUp: true,
    autoVerified: [],
    requiredAttributes: [],
    immutableAttributes: [],
    minimumPasswordLength: 8,
    mfa: 'OFF',
    factors: [],
    softwareTokens: false,
    recovery: undefined,
    deviceTracking: undefined,
    triggers: [],
    groupsClaim: undefined,
    domain: false,
    clients: [
      {
        logicalId: 'Client',
        name: 'Client',
        kind: undefined,
        confidential: false,
        authFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
        oauthFlows: [],
        oauthScopes: [],
        hidesUnknownUsers: false,
        tokenRevocation: true,
        refreshTokenRotation: false,
        accessTokenSeconds: 3600,
        idTokenSeconds: 3600,
        readAttributes: undefined,
      },
    ],
  });
});

test('a required attribute that cannot change is told from one that the user can give later', () => {
  const Schema = [
    { Name: 'email', Required: true, Mutable: false },
    { Name: 'birthdate', Required: true, Mutable: false },
    { Name: 'name', Required: true },
    { Name: 'locale', Mutable: false },
  ];
  const pool = { Pool: { Type: 'AWS::Cognito::UserPool', Properties: { Schema } } };
  expect(readPoolFacts(resolveStack(foreignStack(pool)))).toMatchObject({
    requiredAttributes: ['birthdate', 'name'],
    immutableAttributes: ['birthdate'],
  });
});

test('the updated issuer is told, where the template asks for it', () => {
  const Properties = { IssuerConfiguration: { Type: 'UPDATED' } };
  const stack = foreignStack({ Pool: { Type: 'AWS::Cognito::UserPool', Properties } });
  expect(readPoolFacts(resolveStack(stack)).issuerType).toBe('UPDATED');
});

test('a property that is known only after deployment is refused by name', () => {
  const stack = resolveStack(
    foreignStack({
      Other: { Type: 'AWS::SNS::Topic' },
      Pool: {
        Type: 'AWS::Cognito::UserPool',
        Properties: { MfaConfiguration: { 'Fn::GetAtt': ['Other', 'TopicName'] } },
      },
    }),
  );
  expect(() => readPoolFacts(stack)).toThrow(UnreadablePoolError);
  expect(() => readPoolFacts(stack)).toThrow(/foreign: Pool .*\n {2}MfaConfiguration: /);
});

const two = foreignStack({
  One: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'people' } },
  Two: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'machines' } },
  Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'One' } } },
  Api: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Two' } } },
});

describe('the pool of a stack', () => {
  test('there is none', () => {
    expect(() => findUserPool(resolveStack(foreignStack({})))).toThrow(
      'foreign has no user pool to sign in to. Name another stack with --env.',
    );
  });

  test('one of several is chosen by path, logical id or name, and has its own clients', () => {
    const stack = resolveStack(two);
    for (const name of ['foreign/Two', 'Two', 'machines']) {
      const { logicalId, clients } = readPoolFacts(stack, findUserPool(stack, name));
      expect([logicalId, ...clients.map((client) => client.logicalId)]).toEqual(['Two', 'Api']);
    }
  });

  test('several and none chosen is an error that lists them', () => {
    expect(() => readPoolFacts(resolveStack(two))).toThrow(UnreadablePoolError);
    expect(() => readPoolFacts(resolveStack(two))).toThrow(
      'foreign has 2 user pools: foreign/One, foreign/Two. Name one of them with --pool.',
    );
    expect(() => findUserPool(resolveStack(two), 'people-2')).toThrow('Exactly one must be called people-2.');
  });

  test('one of a nested stack is found, with the clients that its parent has for it', () => {
    const Inner = {
      ...two,
      path: 'foreign/Inner',
      template: {
        Resources: { Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} } },
        Outputs: { Id: { Value: { Ref: 'Pool' } } },
      },
    };
    const id = { 'Fn::GetAtt': ['Inner', 'Outputs.Id'] };
    const outer = {
      ...foreignStack({
        Inner: { Type: 'AWS::CloudFormation::Stack', Properties: {} },
        Web: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: id } },
      }),
      nested: new Map([['Inner', Inner]]),
    };
    const stack = resolveStack(outer);
    const pool = findUserPool(stack);
    const [web] = readPoolFacts(stack, pool).clients;
    expect(pathOf(pool)).toBe('foreign/Inner/Pool');
    expect(web?.logicalId).toBe('foreign/Web');
    expect(placeOf(pool, 'foreign/Web')).toEqual({ stack: 'foreign', logicalId: 'Web' });
    expect(placeOf(pool, 'Pool')).toEqual({ stack: 'foreign/Inner', logicalId: 'Pool' });
  });
});

test('ids are found by what an output refers to, not by how it is called', () => {
  const stack = resolveStack(fixtureStack('dev'));
  const output = (logicalId: string, attribute?: string) =>
    outputReferring(stack, { stack: stack.artifact.path, logicalId, attribute });
  expect(output('UserPool')).toBe('UserPoolId');
  expect(output('UserPool', 'ProviderURL')).toBe('Issuer');
  expect(output('ClientBackend')).toBe('ClientIdBackend');
  expect(output('Nothing')).toBeUndefined();
  expect(outputReferring(stack, { stack: 'other', logicalId: 'UserPool', attribute: undefined })).toBeUndefined();
});
