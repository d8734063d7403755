import { buildPool, password, settings, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, type SignInReply } from '../sign-in-steps';

const name = 'anna@example.com';
const next = 'Better-Horse-10';

async function signedIn(passwordHistorySize = 0): Promise<BuiltPool & { readonly AccessToken: string }> {
  const built = buildPool({ settings: { passwordPolicy: { ...settings.passwordPolicy, passwordHistorySize } } });
  await built.addConfirmedUser(name);
  return { ...built, AccessToken: await built.accessToken(name, password) };
}

test('ChangePassword replaces the password; tokens that are out stay valid', async () => {
  const { accessToken, call, AccessToken } = await signedIn();

  expect(await call('ChangePassword', { AccessToken, PreviousPassword: password, ProposedPassword: next })).toEqual({});

  await expect(accessToken(name, next)).resolves.toEqual(expect.any(String));
  expect(await call('GetUser', { AccessToken })).toMatchObject({ Username: expect.any(String) });
});

test.each([
  ['a wrong previous password', { PreviousPassword: 'Wrong-Horse-99' }],
  ['no previous password, although the user has one', {}],
])('ChangePassword is refused with %s', async (_with, change) => {
  const { accessToken, call, AccessToken } = await signedIn();

  expect(await refusalOf(call('ChangePassword', { AccessToken, ProposedPassword: next, ...change }))).toEqual(
    refusal('NotAuthorizedException', 'Incorrect username or password.'),
  );
  await expect(accessToken(name, password)).resolves.toEqual(expect.any(String));
});

test('ChangePassword holds the new password against the policy and the history', async () => {
  const { call, AccessToken } = await signedIn(2);
  const change = (PreviousPassword: string, ProposedPassword: string) =>
    call('ChangePassword', { AccessToken, PreviousPassword, ProposedPassword });

  expect(await refusalOf(change(password, 'betterhorse-10'))).toEqual(
    refusal('InvalidPasswordException', 'Password does not conform to policy: Password must have uppercase characters'),
  );
  await change(password, next);
  expect(await refusalOf(change(next, password))).toEqual(
    refusal('PasswordHistoryPolicyViolationException', 'Password has previously been used'),
  );
});

test('ChangePassword is refused while an administrator demands a reset', async () => {
  const { call, callAsAdmin, AccessToken } = await signedIn();
  await callAsAdmin('AdminResetUserPassword', { Username: name });

  expect(
    await refusalOf(call('ChangePassword', { AccessToken, PreviousPassword: password, ProposedPassword: next })),
  ).toEqual(refusal('PasswordResetRequiredException', 'Password reset required for the user'));
});

test('ChangePassword gives a first password to a user who signs in by code alone and brings none', async () => {
  const built = buildPool({
    settings: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
    clients: { app: { explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } },
  });
  const { accessToken, call, callAsAdmin, client, inbox } = built;
  await callAsAdmin('AdminCreateUser', { Username: name, UserAttributes: [{ Name: 'email', Value: name }] });
  const otp: SignInReply = await call('InitiateAuth', {
    ClientId: client('app').id,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: name, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  });
  const code = { USERNAME: name, EMAIL_OTP_CODE: inbox.latest(name, 'Authentication')?.code ?? '' };
  const { AccessToken } = (await answer(built, otp, code)).AuthenticationResult ?? {};

  const change = { AccessToken, ProposedPassword: next };
  expect(await refusalOf(call('ChangePassword', { ...change, PreviousPassword: password }))).toEqual(
    refusal('NotAuthorizedException', 'Incorrect username or password.'),
  );
  expect(await call('ChangePassword', change)).toEqual({});
  await expect(accessToken(name, next)).resolves.toEqual(expect.any(String));
  expect(await refusalOf(call('ChangePassword', { AccessToken, ProposedPassword: password }))).toEqual(
    refusal('NotAuthorizedException', 'Incorrect username or password.'),
  );
});

test('ChangePassword wants an access token', async () => {
  const { call } = await signedIn();
  expect(await refusalOf(call('ChangePassword', { AccessToken: 'a.b.c', ProposedPassword: next }))).toEqual(
    refusal('NotAuthorizedException', 'Invalid Access Token'),
  );
});
