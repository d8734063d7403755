import fc from 'fast-check';
import { SignJWT } from 'jose';
import { operations } from '../../../lib/local-pool/operations/registry';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const invalid = refusal('NotAuthorizedException', 'Invalid Access Token');
const unknown = refusal('UserNotFoundException', 'User does not exist.');
const settings = { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } as const;

const DeviceKey = 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b';

/** Every operation that takes an access token, with what else it demands. */
const table: readonly (readonly [operation: string, members: object, whenDeleted: typeof unknown])[] = [
  ['AssociateSoftwareToken', {}, invalid],
  ['ChangePassword', { PreviousPassword: password, ProposedPassword: 'Better-Horse-10' }, unknown],
  ['ConfirmDevice', { DeviceKey }, unknown],
  ['DeleteUser', {}, unknown],
  ['DeleteUserAttributes', { UserAttributeNames: ['nickname'] }, unknown],
  ['ForgetDevice', { DeviceKey }, unknown],
  ['GetDevice', { DeviceKey }, unknown],
  ['GetUser', {}, unknown],
  ['GetUserAttributeVerificationCode', { AttributeName: 'email' }, unknown],
  ['GetUserAuthFactors', {}, unknown],
  ['GlobalSignOut', {}, invalid],
  ['ListDevices', {}, unknown],
  ['ListUserSessions', {}, unknown],
  ['RevokeUserSession', { SessionId: 'b1946ac9-2492-4d23-8f9a-000000000000' }, unknown],
  ['SetUserMFAPreference', {}, unknown],
  ['SetUserSettings', { MFAOptions: [] }, unknown],
  ['UpdateDeviceStatus', { DeviceKey }, unknown],
  ['UpdateUserAttributes', { UserAttributes: [{ Name: 'nickname', Value: 'A' }] }, unknown],
  ['VerifySoftwareToken', { UserCode: '123456' }, unknown],
  ['VerifyUserAttribute', { AttributeName: 'email', Code: '123456' }, unknown],
];

test('the table has every operation that takes an access token', () => {
  const taking = [...operations.values()].filter(({ authorisation }) => authorisation === 'access-token');
  expect(table.map(([operation]) => operation)).toEqual(taking.map(({ name: operation }) => operation).toSorted());
});

describe.each(table)('%s', (operation, members, whenDeleted) => {
  let built: BuiltPool;
  let AccessToken: string;
  let IdToken: string;

  beforeEach(async () => {
    built = buildPool({ settings });
    await built.addConfirmedUser(name);
    const { AuthenticationResult } = await signIn(built, name);
    ({ AccessToken, IdToken } = AuthenticationResult ?? { AccessToken: '', IdToken: '' });
  });
  const call = (token: string) => refusalOf(built.call(operation, { ...members, AccessToken: token }));

  test('refuses what is no access token of this pool', async () => {
    const [header, payload] = AccessToken.split('.');
    for (const token of ['abc', 'a.b.c', IdToken, `${header ?? ''}.${payload ?? ''}.AAAA`])
      expect(await call(token)).toEqual(invalid);
  });

  test('refuses a token that is expired', async () => {
    built.clock.advance({ hours: 1 });
    expect(await call(AccessToken)).toEqual(refusal('NotAuthorizedException', 'Access Token has expired'));
  });

  test.each(['AdminUserGlobalSignOut', 'AdminDisableUser'])('refuses a token after %s', async (end) => {
    await built.callAsAdmin(end, { Username: name });
    expect(await call(AccessToken)).toEqual(refusal('NotAuthorizedException', 'Access Token has been revoked'));
  });

  test('refuses the token of a user who was deleted, with an exception that it declares', async () => {
    await built.callAsAdmin('AdminDeleteUser', { Username: name });
    expect(await call(AccessToken)).toEqual(whenDeleted);
  });
});

test('a token without the scope of the user’s own operations is refused', async () => {
  const built = buildPool({
    triggers: {
      PreTokenGeneration: () => ({
        claimsAndScopeOverrideDetails: {
          accessTokenGeneration: { scopesToSuppress: ['aws.cognito.signin.user.admin'] },
        },
      }),
    },
  });
  await built.addConfirmedUser(name);
  const AccessToken = await built.accessToken(name, password);
  expect(await refusalOf(built.call('GetUser', { AccessToken }))).toEqual(
    refusal('NotAuthorizedException', 'Access Token does not have required scopes'),
  );
});

test.each<[string, Record<string, unknown>]>([
  ['an issuer that is no text', { iss: 5 }],
  ['another issuer', { iss: 'http://localhost:1/eu-west-1_other' }],
  ['an expiry that is no time', { exp: 'soon' }],
  ['no sign-in of this pool', { event_id: 'b1946ac9-2492-4d23-8f9a-000000000000' }],
])('a token that this pool signed, with %s, is refused', async (_what, claims) => {
  const built = buildPool();
  await built.addConfirmedUser(name);
  const { access } = await built.pool.keys;
  const token = await new SignJWT({ iss: built.pool.issuer, token_use: 'access', ...claims })
    .setProtectedHeader({ alg: 'RS256' })
    .sign(access.privateKey);
  expect(await refusalOf(built.call('GetUser', { AccessToken: token }))).toEqual(invalid);
});

test('whatever stands in the place of a token is refused, and breaks nothing', async () => {
  const built = buildPool();
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const header = fc.record(
    { alg: fc.constantFrom('RS256', 'none', 'HS256', 1), b64: fc.boolean(), crit: fc.constantFrom(['b64'], [], 'x') },
    { requiredKeys: [] },
  );
  const payload = fc.record(
    { iss: fc.constantFrom(built.pool.issuer, 5, null), exp: fc.jsonValue(), nbf: fc.jsonValue(), iat: fc.jsonValue() },
    { requiredKeys: [] },
  );
  const tokens = fc.oneof(
    fc.tuple(fc.oneof(header, fc.jsonValue()), fc.oneof(payload, fc.jsonValue())).map((parts) => parts.map(part)),
    fc.array(fc.stringMatching(/^[A-Za-z0-9_=-]*$/), { minLength: 1, maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(tokens, fc.stringMatching(/^[A-Za-z0-9_-]{1,400}$/), async (parts, signature) => {
      expect(await refusalOf(built.call('GetUser', { AccessToken: [...parts, signature].join('.') }))).toEqual(invalid);
    }),
    { numRuns: 500 },
  );
});

test('a fault of this program is no fault of the token', async () => {
  const built = buildPool();
  await built.addConfirmedUser(name);
  const AccessToken = await built.accessToken(name, password);
  Object.defineProperty(built.pool, 'keys', { get: () => Promise.reject(new RangeError('no keys')) });
  await expect(built.call('GetUser', { AccessToken })).rejects.toThrow(new RangeError('no keys'));
});
