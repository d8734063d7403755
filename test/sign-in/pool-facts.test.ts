import { write } from '../../lambda/pre-token-generation/environment';
import { outputReferring, readPoolFacts } from '../../lib/sign-in/pool-facts';
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
    requiredAttributes: [],
    minimumPasswordLength: 15,
    mfa: 'OPTIONAL',
    softwareTokens: true,
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
  ['invitations', { requiredAttributes: ['name'] }],
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
    requiredAttributes: [],
    minimumPasswordLength: 8,
    mfa: 'OFF',
    softwareTokens: false,
    deviceTracking: undefined,
    groupsClaim: undefined,
    clients: [
      {
        logicalId: 'Client',
        name: 'Client',
        kind: undefined,
        confidential: false,
        authFlows: ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'],
        tokenRevocation: true,
        refreshTokenRotation: false,
        accessTokenSeconds: 3600,
        idTokenSeconds: 3600,
        readAttributes: undefined,
      },
    ],
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

test.each([
  [0, {}],
  [2, { One: { Type: 'AWS::Cognito::UserPool' }, Two: { Type: 'AWS::Cognito::UserPool' } }],
] as const)('a stack with %i user pools is refused', (count, resources) => {
  expect(() => readPoolFacts(resolveStack(foreignStack(resources)))).toThrow(`foreign has ${count} user pools.`);
});

test('ids are found by what an output refers to, not by how it is called', () => {
  const stack = resolveStack(fixtureStack('dev'));
  expect(outputReferring(stack, 'UserPool')).toBe('UserPoolId');
  expect(outputReferring(stack, 'UserPool', 'ProviderURL')).toBe('Issuer');
  expect(outputReferring(stack, 'ClientBackend')).toBe('ClientIdBackend');
  expect(outputReferring(stack, 'Nothing')).toBeUndefined();
});
