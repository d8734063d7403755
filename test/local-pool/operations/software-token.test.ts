import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';
import { totpCode, wrongTotpCode } from '../totp-code';

const name = 'anna@example.com';
const mfa = { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
const used = refusal('EnableSoftwareTokenMFAException', 'Your software token has already been used once.');
const mismatch = refusal('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA');

async function signedIn(): Promise<{ readonly built: BuiltPool; readonly AccessToken: string }> {
  const built = buildPool({ settings: { mfa } });
  await built.addConfirmedUser(name);
  return { built, AccessToken: await built.accessToken(name, password) };
}

const associate = async ({ call }: BuiltPool, AccessToken: string): Promise<string> =>
  String((await call('AssociateSoftwareToken', { AccessToken }))['SecretCode']);

describe.each(['AssociateSoftwareToken', 'VerifySoftwareToken'])('%s', (operation) => {
  const code = operation === 'VerifySoftwareToken' ? { UserCode: '123456' } : {};

  test('takes an access token or a session, not both and not neither', async () => {
    const { built, AccessToken } = await signedIn();
    const Session = 'S'.repeat(400);
    for (const by of [{}, { AccessToken, Session }])
      expect(await refusalOf(built.call(operation, { ...by, ...code }))).toEqual(
        refusal('InvalidParameterException', 'Exactly one of AccessToken and Session must be given.'),
      );
  });

  test('is refused where the pool has no TOTP', async () => {
    const { built, AccessToken } = await signedIn();
    built.pool.settings = { ...built.pool.settings, mfa: { mode: 'OFF', factors: [] } };
    expect(await refusalOf(built.call(operation, { AccessToken, ...code }))).toEqual(
      refusal('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool'),
    );
  });
});

test('an authenticator that was verified with an access token is asked for once the user prefers it', async () => {
  const { built, AccessToken } = await signedIn();
  const secret = await associate(built, AccessToken);
  await built.call('VerifySoftwareToken', { AccessToken, UserCode: totpCode(secret, built.clock) });
  expect(await built.call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList');
  expect(await signIn(built, name)).toHaveProperty('AuthenticationResult');
});

test('there is nothing to verify before AssociateSoftwareToken', async () => {
  const { built, AccessToken } = await signedIn();
  expect(await refusalOf(built.call('VerifySoftwareToken', { AccessToken, UserCode: '123456' }))).toEqual(
    refusal('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.'),
  );
});

test('a new secret replaces one that was not verified, and leaves one that was in force until it is verified', async () => {
  const { built, AccessToken } = await signedIn();
  const verify = (UserCode: string) => built.call('VerifySoftwareToken', { AccessToken, UserCode });
  const first = await associate(built, AccessToken);
  const second = await associate(built, AccessToken);
  expect(await refusalOf(verify(totpCode(first, built.clock)))).toEqual(mismatch);
  await verify(totpCode(second, built.clock));

  await associate(built, AccessToken);
  const { softwareToken } = built.pool.requireUser(name);
  expect(softwareToken?.secret).toBe(second);
});

test('a code counts once for a secret, however often it is verified', async () => {
  const { built, AccessToken } = await signedIn();
  const verify = (UserCode: string) => built.call('VerifySoftwareToken', { AccessToken, UserCode });
  const secret = await associate(built, AccessToken);
  expect(await refusalOf(verify(wrongTotpCode(secret, built.clock)))).toEqual(mismatch);
  await verify(totpCode(secret, built.clock));
  expect(await refusalOf(verify(totpCode(secret, built.clock)))).toEqual(used);
  expect(await verify(totpCode(secret, built.clock, 1))).toEqual({ Status: 'SUCCESS' });
});
