import { buildPool, password, settings } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const next = 'Better-Horse-10';
const unknown = refusal('UserNotFoundException', 'User does not exist.');

test.each([
  ['AdminGetUser', {}],
  ['AdminSetUserPassword', { Password: next }],
  ['AdminDeleteUser', {}],
  ['AdminConfirmSignUp', {}],
  ['AdminEnableUser', {}],
  ['AdminDisableUser', {}],
  ['AdminUpdateUserAttributes', { UserAttributes: [] }],
  ['AdminDeleteUserAttributes', { UserAttributeNames: ['nickname'] }],
  ['AdminAddUserToGroup', { GroupName: 'admins' }],
  ['AdminRemoveUserFromGroup', { GroupName: 'admins' }],
  ['AdminListGroupsForUser', {}],
])('%s names an unknown user, and an unknown pool', async (operation, body) => {
  const { call, callAsAdmin } = buildPool();

  expect(await refusalOf(callAsAdmin(operation, { Username: 'nobody', ...body }))).toEqual(unknown);
  expect(await refusalOf(call(operation, { UserPoolId: 'eu-west-1_None', Username: name, ...body }))).toEqual(
    refusal('ResourceNotFoundException', 'User pool eu-west-1_None does not exist.'),
  );
});

test('AdminGetUser shows every attribute, the times, the state and the second factors', async () => {
  const { addConfirmedUser, callAsAdmin, clock, pool } = buildPool();
  const username = await addConfirmedUser(name);
  const { created } = pool.requireUser(name);
  clock.advance({ seconds: 1.5 });
  pool.users.update(username, { mfa: { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' } });

  expect(await callAsAdmin('AdminGetUser', { Username: name })).toEqual({
    Username: username,
    UserAttributes: [
      { Name: 'sub', Value: username },
      { Name: 'email', Value: name },
      { Name: 'email_verified', Value: 'true' },
    ],
    UserCreateDate: created / 1000,
    UserLastModifiedDate: created / 1000 + 1.5,
    Enabled: true,
    UserStatus: 'CONFIRMED',
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
  });
});

describe('AdminSetUserPassword', () => {
  test('confirms the user with a permanent password', async () => {
    const { accessToken, callAs, callAsAdmin, pool } = buildPool();
    await callAs('app', 'SignUp', { Username: name, Password: password });

    expect(await callAsAdmin('AdminSetUserPassword', { Username: name, Password: next, Permanent: true })).toEqual({});

    expect(pool.requireUser(name).status).toBe('CONFIRMED');
    await expect(accessToken(name, next)).resolves.toEqual(expect.any(String));
  });

  test.each([{}, { Permanent: false }])(
    'makes the user choose a new one after a temporary password %j',
    async (form) => {
      const { accessToken, addConfirmedUser, callAsAdmin, clock } = buildPool();
      await addConfirmedUser(name);

      await callAsAdmin('AdminSetUserPassword', { Username: name, Password: next, ...form });

      await expect(accessToken(name, next)).rejects.toThrow('NEW_PASSWORD_REQUIRED');
      clock.advance({ days: 7 });
      expect(await refusalOf(accessToken(name, next))).toEqual(
        refusal('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
      );
    },
  );

  test('holds the password against the policy and the history', async () => {
    const passwordPolicy = { ...settings.passwordPolicy, passwordHistorySize: 1 };
    const { addConfirmedUser, callAsAdmin } = buildPool({ settings: { passwordPolicy } });
    await addConfirmedUser(name);
    const set = (Password: string) =>
      refusalOf(callAsAdmin('AdminSetUserPassword', { Username: name, Password, Permanent: true }));

    expect(await set('Better-Horse-Ten')).toEqual(
      refusal('InvalidPasswordException', 'Password does not conform to policy: Password must have numeric characters'),
    );
    expect(await set(password)).toEqual(
      refusal('PasswordHistoryPolicyViolationException', 'Password has previously been used'),
    );
  });
});

test('AdminConfirmSignUp confirms without verifying, tells PostConfirmation, and ends the code', async () => {
  const { callAs, callAsAdmin, events, inbox, pool } = buildPool({ triggers: { PostConfirmation: () => ({}) } });
  await callAs('app', 'SignUp', { Username: name, Password: password });

  expect(await callAsAdmin('AdminConfirmSignUp', { Username: name, ClientMetadata: { by: 'admin' } })).toEqual({});

  expect(pool.requireUser(name)).toMatchObject({ status: 'CONFIRMED', attributes: { email_verified: 'false' } });
  expect(events).toEqual([
    expect.objectContaining({
      triggerSource: 'PostConfirmation_ConfirmSignUp',
      callerContext: expect.objectContaining({ clientId: 'CLIENT_ID_NOT_APPLICABLE' }),
      request: expect.objectContaining({ clientMetadata: { by: 'admin' } }),
    }),
  ]);
  const { username } = pool.requireUser(name);
  expect(
    await refusalOf(() => {
      pool.codes.require(username, 'sign-up', inbox.latest(name)?.code ?? '');
    }),
  ).toMatchObject({ type: 'ExpiredCodeException' });
  expect(await refusalOf(callAsAdmin('AdminConfirmSignUp', { Username: name }))).toEqual(
    refusal('NotAuthorizedException', 'User cannot be confirmed. Current status is CONFIRMED'),
  );
});

test('AdminDisableUser shuts out and revokes; AdminEnableUser lets in again but revives no token', async () => {
  const { accessToken, addConfirmedUser, call, callAsAdmin } = buildPool();
  await addConfirmedUser(name);
  const AccessToken = await accessToken(name, password);
  const revoked = refusal('NotAuthorizedException', 'Access Token has been revoked');

  expect(await callAsAdmin('AdminDisableUser', { Username: name })).toEqual({});
  expect(await refusalOf(call('GetUser', { AccessToken }))).toEqual(revoked);
  expect(await refusalOf(accessToken(name, password))).toEqual(refusal('NotAuthorizedException', 'User is disabled.'));
  expect(await callAsAdmin('AdminGetUser', { Username: name })).toMatchObject({ Enabled: false });

  expect(await callAsAdmin('AdminEnableUser', { Username: name })).toEqual({});
  expect(await refusalOf(call('GetUser', { AccessToken }))).toEqual(revoked);
  await expect(accessToken(name, password)).resolves.toEqual(expect.any(String));
});

describe.each(['AdminDeleteUser', 'DeleteUser'])('%s', (operation) => {
  async function deleted() {
    const built = buildPool({ settings: { signInWith: 'username' } });
    await built.addConfirmedUser(name);
    const AccessToken = await built.accessToken(name, password);
    const { RefreshToken } = (
      (await built.call('InitiateAuth', {
        ClientId: built.client('app').id,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: name, PASSWORD: password },
      })) as { readonly AuthenticationResult: { readonly RefreshToken: string } }
    ).AuthenticationResult;
    await built.callAs('app', 'ForgotPassword', { Username: name });
    const remove = () =>
      operation === 'DeleteUser'
        ? built.call(operation, { AccessToken })
        : built.callAsAdmin(operation, { Username: name });
    return { ...built, AccessToken, RefreshToken, remove };
  }

  test('removes the user with every token', async () => {
    const { accessToken, call, callAsAdmin, remove, AccessToken } = await deleted();

    expect(await remove()).toEqual({});

    expect(await refusalOf(callAsAdmin('AdminGetUser', { Username: name }))).toEqual(unknown);
    expect(await refusalOf(call('GetUser', { AccessToken }))).toEqual(unknown);
    expect(await refusalOf(accessToken(name, password))).toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
  });

  test('leaves nothing to the next user of that name: no token, no session, no code', async () => {
    const { addConfirmedUser, call, callAs, callAsAdmin, client, inbox, remove, ...tokens } = await deleted();
    const code = inbox.latest(name, 'ForgotPassword')?.code;
    await callAsAdmin('AdminSetUserPassword', { Username: name, Password: next });
    const { Session } = await call('InitiateAuth', {
      ClientId: client('app').id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: name, PASSWORD: next },
    });
    await remove();
    await addConfirmedUser(name);

    expect(await refusalOf(call('GetUser', { AccessToken: tokens.AccessToken }))).toEqual(unknown);
    expect(
      await refusalOf(
        call('InitiateAuth', {
          ClientId: client('app').id,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: { REFRESH_TOKEN: tokens.RefreshToken },
        }),
      ),
    ).toEqual(refusal('NotAuthorizedException', 'Refresh Token has been revoked'));
    expect(
      await refusalOf(
        call('RespondToAuthChallenge', {
          ClientId: client('app').id,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          Session,
          ChallengeResponses: { USERNAME: name, NEW_PASSWORD: 'Stolen-Horse-11' },
        }),
      ),
    ).toMatchObject({ type: 'NotAuthorizedException' });
    expect(
      await refusalOf(
        callAs('app', 'ConfirmForgotPassword', { Username: name, ConfirmationCode: code, Password: next }),
      ),
    ).toMatchObject({ type: 'ExpiredCodeException' });
  });
});

test.each(['email', 'username'] as const)(
  'an administrator may name a user by the sub, where people sign in with their %s; an app may not, if that is no name',
  async (signInWith) => {
    const { addConfirmedUser, accessToken, callAsAdmin, pool } = buildPool({ settings: { signInWith } });
    const { sub, username } = pool.requireUser(await addConfirmedUser('anna@example.com'));
    expect(await callAsAdmin('AdminGetUser', { Username: sub })).toMatchObject({ Username: username });
    const signedIn = accessToken(sub, password).then(
      () => 'signed in',
      () => 'refused',
    );
    expect(await signedIn).toBe(signInWith === 'email' ? 'signed in' : 'refused');
  },
);
