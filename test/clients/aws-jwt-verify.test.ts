import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import { CognitoJwtVerifier, JwtVerifier } from 'aws-jwt-verify';
import { validateCognitoJwtFields } from 'aws-jwt-verify/cognito-verifier';
import * as errors from 'aws-jwt-verify/error';
import { SimpleJwksCache } from 'aws-jwt-verify/jwk';
import type { JwtPayload } from 'aws-jwt-verify/jwt-model';
import { addUser, makeClient, makePool, startPrograms, tokensOf, type Programs } from './sdk-programs';

/**
 * aws-jwt-verify, unmodified: its generic verifier, with the checks of its Cognito verifier. The keys come from the pool by
 * the fetcher that the library lets its users give, as its own speaks https alone.
 */
let people: Programs;
/** Another pool of the same process, with keys of its own. */
let others: Programs;
let otherClientId: string;
let tokens: AuthenticationResultType;
let foreign: AuthenticationResultType;
const Username = 'ada@example.com';

// Both pools make their RSA keys here, which takes its time on a busy machine.
jest.setTimeout(60_000);

beforeAll(async () => {
  people = await startPrograms({ signingKeys: undefined });
  otherClientId = await makeClient(people.operator, people.UserPoolId, 'other');
  const UserPoolId = await makePool(people.operator, 'others');
  others = { ...people, UserPoolId, ClientId: await makeClient(people.operator, UserPoolId, 'web') };
  for (const programs of [people, others]) await addUser(programs, Username);
  [tokens, foreign] = [await tokensOf(people, Username), await tokensOf(others, Username)];
});
afterAll(() => people.close());

const issuerOf = ({ origin, UserPoolId }: Programs): string => `${origin}/${UserPoolId}`;

interface Expected {
  readonly tokenUse: 'id' | 'access';
  readonly clientId?: string;
  readonly groups?: string;
  readonly graceSeconds?: number;
  readonly scope?: string;
  readonly jwksUri?: string;
}

function verify(token: string | undefined, expected: Expected): Promise<JwtPayload> {
  const { tokenUse, groups = null, clientId = people.ClientId, ...properties } = expected;
  const verifier = JwtVerifier.create(
    {
      issuer: issuerOf(people),
      audience: null,
      customJwtCheck: ({ payload }) => validateCognitoJwtFields(payload, { tokenUse, clientId, groups }),
      ...properties,
    },
    { jwksCache: new SimpleJwksCache({ fetcher: { fetch: async (uri) => (await fetch(uri)).arrayBuffer() } }) },
  );
  return verifier.verify(token ?? '');
}

/** A token with parts of another one: nobody has signed it. */
function forge(token: string | undefined, header: object, payload: object = {}, signature?: string): string {
  const [itsHeader = '', itsPayload = '', itsSignature = ''] = (token ?? '').split('.');
  const changed = (part: string, change: object): string => {
    const claims = JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
    return Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url');
  };
  return [changed(itsHeader, header), changed(itsPayload, payload), signature ?? itsSignature].join('.');
}

const keyIdOf = (token: string | undefined): unknown =>
  (JSON.parse(Buffer.from(token?.split('.')[0] ?? '', 'base64url').toString()) as { readonly kid: unknown }).kid;

test('an ID token is one: issuer, signature, use, client', async () => {
  await expect(verify(tokens.IdToken, { tokenUse: 'id' })).resolves.toMatchObject({
    iss: issuerOf(people),
    aud: people.ClientId,
    token_use: 'id',
    email: Username,
    email_verified: true,
  });
});

test('an access token is one, and has its scope', async () => {
  const scope = 'aws.cognito.signin.user.admin';
  await expect(verify(tokens.AccessToken, { tokenUse: 'access', scope })).resolves.toMatchObject({
    iss: issuerOf(people),
    client_id: people.ClientId,
    token_use: 'access',
    scope,
  });
});

test.each<[string, () => string | undefined, Expected, new (...args: never[]) => Error]>([
  ['an access token as ID token', () => tokens.AccessToken, { tokenUse: 'id' }, errors.CognitoJwtInvalidTokenUseError],
  ['an ID token as access token', () => tokens.IdToken, { tokenUse: 'access' }, errors.CognitoJwtInvalidTokenUseError],
  [
    'a token of somebody in no group',
    () => tokens.IdToken,
    { tokenUse: 'id', groups: 'admins' },
    errors.CognitoJwtInvalidGroupError,
  ],
  [
    'a scope that was not granted',
    () => tokens.AccessToken,
    { tokenUse: 'access', scope: 'orders/read' },
    errors.JwtInvalidScopeError,
  ],
  ['a token of another pool', () => foreign.IdToken, { tokenUse: 'id' }, errors.KidNotFoundInJwksError],
  [
    'one that says it were of this pool',
    () => forge(foreign.IdToken, {}, { iss: issuerOf(people) }),
    { tokenUse: 'id' },
    errors.KidNotFoundInJwksError,
  ],
  [
    'one that also says that a key of this pool signed it',
    () => forge(foreign.IdToken, { kid: keyIdOf(tokens.IdToken) }, { iss: issuerOf(people) }),
    { tokenUse: 'id' },
    errors.JwtInvalidSignatureError,
  ],
  [
    'an unknown key id',
    () => forge(tokens.IdToken, { kid: 'unknown' }),
    { tokenUse: 'id' },
    errors.KidNotFoundInJwksError,
  ],
  [
    'the key of the other kind of token',
    () => forge(tokens.IdToken, { kid: keyIdOf(tokens.AccessToken) }),
    { tokenUse: 'id' },
    errors.JwtInvalidSignatureError,
  ],
  [
    'a changed claim',
    () => forge(tokens.IdToken, {}, { email: 'eve@example.com' }),
    { tokenUse: 'id' },
    errors.JwtInvalidSignatureError,
  ],
  [
    'the signature of another token',
    () => forge(tokens.IdToken, {}, {}, tokens.AccessToken?.split('.')[2]),
    { tokenUse: 'id' },
    errors.JwtInvalidSignatureError,
  ],
  [
    'no signature',
    () => forge(tokens.IdToken, { alg: 'none' }),
    { tokenUse: 'id' },
    errors.JwtInvalidSignatureAlgorithmError,
  ],
])('%s is refused', async (_what, token, expected, error) => {
  await expect(verify(token(), expected)).rejects.toBeInstanceOf(error);
});

test('a token of another client of the pool is refused', async () => {
  for (const [token, tokenUse] of [
    [tokens.IdToken, 'id'],
    [tokens.AccessToken, 'access'],
  ] as const)
    await expect(verify(token, { tokenUse, clientId: otherClientId })).rejects.toBeInstanceOf(
      errors.CognitoJwtInvalidClientIdError,
    );
});

test('a token ends when it says: an hour after it was issued', async () => {
  const now = people.clock.now();
  people.clock.advance({ hours: -1, seconds: -30 });
  const { IdToken, AccessToken } = await tokensOf(people, Username);
  people.clock.advance({ hours: 1, seconds: 30 });
  expect(people.clock.now()).toBe(now);
  await expect(verify(IdToken, { tokenUse: 'id' })).rejects.toBeInstanceOf(errors.JwtExpiredError);
  await expect(verify(AccessToken, { tokenUse: 'access' })).rejects.toBeInstanceOf(errors.JwtExpiredError);
  await expect(verify(IdToken, { tokenUse: 'id', graceSeconds: 3600 })).resolves.toHaveProperty('email', Username);
});

test('a token names its own pool as issuer, also where the keys of both are trusted', async () => {
  const trusting = { tokenUse: 'id', jwksUri: `${issuerOf(others)}/.well-known/jwks.json` } as const;
  await expect(verify(foreign.IdToken, trusting)).rejects.toBeInstanceOf(errors.JwtInvalidIssuerError);
});

test('one verifier for both pools finds the keys of each by the issuer', async () => {
  const fetched: string[] = [];
  const fetcher = {
    async fetch(uri: string) {
      fetched.push(uri);
      return (await fetch(uri)).arrayBuffer();
    },
  };
  const verifier = JwtVerifier.create(
    [people, others].map((programs) => ({ issuer: issuerOf(programs), audience: programs.ClientId })),
    { jwksCache: new SimpleJwksCache({ fetcher }) },
  );
  await expect(verifier.verify(tokens.IdToken ?? '')).resolves.toMatchObject({ iss: issuerOf(people) });
  await expect(verifier.verify(foreign.IdToken ?? '')).resolves.toMatchObject({ iss: issuerOf(others) });
  expect(fetched).toEqual([people, others].map((programs) => `${issuerOf(programs)}/.well-known/jwks.json`));
});

test('the verifier of an app on AWS takes no token of the local pool, whatever the id of its pool', async () => {
  const { UserPoolId: userPoolId, ClientId: clientId } = people;
  const verifier = CognitoJwtVerifier.create({ userPoolId, clientId, tokenUse: 'id' });
  await expect(verifier.verify(tokens.IdToken ?? '')).rejects.toThrow(`issuer not configured: ${issuerOf(people)}`);
});
