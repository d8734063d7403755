import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const newPassword = 'Better-Horse-10';
const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const mismatch = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');
const notFound = refusal('UserNotFoundException', 'Username/client id combination not found.');
const disabled = refusal('NotAuthorizedException', 'User is disabled.');
const noContact = refusal(
  'InvalidParameterException',
  'Cannot reset password for the user as there is no registered/verified email or phone_number',
);
const sentTo = (Destination: string) => ({
  CodeDeliveryDetails: { Destination, DeliveryMedium: 'EMAIL', AttributeName: 'email' },
});

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  return built;
}

async function forgotten(built: BuiltPool): Promise<string> {
  await built.callAs('app', 'ForgotPassword', { Username: name });
  return built.inbox.latest(name, 'ForgotPassword')?.code ?? '';
}

describe('ForgotPassword', () => {
  test('sends a code to the verified address; the password works on', async () => {
    const built = await withAnna({ triggers: { CustomMessage: () => ({}) } });

    const reply = await built.callAs('app', 'ForgotPassword', { Username: name, ClientMetadata: { locale: 'en' } });

    expect(reply).toEqual(sentTo('a***@e***'));
    expect(built.events).toEqual([
      expect.objectContaining({
        triggerSource: 'CustomMessage_ForgotPassword',
        request: expect.objectContaining({ clientMetadata: { locale: 'en' } }),
      }),
    ]);
    expect(built.pool.requireUser(name).status).toBe('CONFIRMED');
    await expect(built.accessToken(name, password)).resolves.toEqual(expect.any(String));
  });

  test('is closed where only an administrator recovers accounts, for users and strangers alike', async () => {
    const { callAs } = await withAnna({ settings: { accountRecovery: ['admin_only'] } });
    const refused = refusal('NotAuthorizedException', 'Contact administrator to reset password.');

    for (const Username of [name, 'nobody@example.com'])
      expect(await refusalOf(callAs('app', 'ForgotPassword', { Username }))).toEqual(refused);
  });

  test('is refused for an invited user: the invitation is the way in', async () => {
    const { callAs, callAsAdmin } = buildPool();
    await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'SUPPRESS' });

    expect(await refusalOf(callAs('app', 'ForgotPassword', { Username: name }))).toEqual(
      refusal('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    );
  });

  const phoneFirst = { accountRecovery: ['verified_phone_number', 'verified_email'] } as const;
  const byPhone = { DeliveryMedium: 'SMS', Destination: '+*********5678', AttributeName: 'phone_number' };
  const byEmail = { DeliveryMedium: 'EMAIL', Destination: 'a***@e***', AttributeName: 'email' };
  test.each([
    ['to the verified phone number that goes first', phoneFirst, undefined, byPhone],
    ['to the phone number first where nothing is set', { accountRecovery: [] }, undefined, byPhone],
    ['not by SMS to a user of SMS_MFA', phoneFirst, { Enabled: true }, byEmail],
    ['by SMS to a user of SMS_MFA where nothing is set', { accountRecovery: [] }, { Enabled: true }, byPhone],
    ['not by SMS to who prefers SMS_MFA', { accountRecovery: [] }, { Enabled: true, PreferredMfa: true }, byEmail],
  ] as const)('sends the code %s', async (_where, settings, SMSMfaSettings, CodeDeliveryDetails) => {
    const { callAs, callAsAdmin } = await withAnna({ settings });
    await callAsAdmin('AdminUpdateUserAttributes', {
      Username: name,
      UserAttributes: [
        { Name: 'phone_number', Value: '+4915112345678' },
        { Name: 'phone_number_verified', Value: 'true' },
      ],
    });

    await callAsAdmin('AdminSetUserMFAPreference', { Username: name, SMSMfaSettings });

    expect(await callAs('app', 'ForgotPassword', { Username: name })).toEqual({ CodeDeliveryDetails });
  });

  test('uses e-mail where no phone number is verified and the pool names no mechanism', async () => {
    const { callAs } = await withAnna({ settings: { accountRecovery: [] } });
    expect(await callAs('app', 'ForgotPassword', { Username: name })).toEqual(sentTo('a***@e***'));
  });

  describe('tells users apart only for a client that does not mask existence:', () => {
    const unknown = async (): Promise<BuiltPool> => buildPool();
    const disabledUser = async (): Promise<BuiltPool> => {
      const built = await withAnna();
      await built.callAsAdmin('AdminDisableUser', { Username: name });
      return built;
    };
    const unverified = async (): Promise<BuiltPool> => {
      const built = await withAnna();
      await built.callAsAdmin('AdminUpdateUserAttributes', {
        Username: name,
        UserAttributes: [{ Name: 'email_verified', Value: 'false' }],
      });
      return built;
    };

    test.each([
      ['an unknown user', unknown, notFound, notFound],
      ['a disabled user', disabledUser, disabled, disabled],
      ['a user without a verified contact', unverified, noContact, expired],
    ])('%s', async (_who, build, refused, refusedConfirmation) => {
      const { callAs, inbox } = await build();
      const confirmation = { Username: name, ConfirmationCode: '123456', Password: newPassword };

      expect(await refusalOf(callAs('open', 'ForgotPassword', { Username: name }))).toEqual(refused);
      expect(await refusalOf(callAs('open', 'ConfirmForgotPassword', confirmation))).toEqual(refusedConfirmation);

      expect(await refusalOf(callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(expired);
      expect(await callAs('app', 'ForgotPassword', { Username: name })).toEqual(sentTo('a***@e***'));
      expect(await refusalOf(callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(mismatch);
      expect(inbox.all()).toEqual([]);
    });
  });

  describe('UserMigration', () => {
    const legacy = (attributes: object) => ({
      UserMigration: () => ({
        userAttributes: attributes,
        finalUserStatus: 'RESET_REQUIRED',
        messageAction: 'SUPPRESS',
      }),
    });

    test('brings in an unknown user, who then gets the code', async () => {
      const { callAs, inbox, pool, events } = buildPool({
        triggers: legacy({ email: name, email_verified: 'true', given_name: 'Anna' }),
      });

      expect(await callAs('app', 'ForgotPassword', { Username: name, ClientMetadata: { a: 'b' } })).toEqual(
        sentTo('a***@e***'),
      );

      expect(events[0]).toMatchObject({
        triggerSource: 'UserMigration_ForgotPassword',
        userName: name,
        request: { clientMetadata: { a: 'b' } },
      });
      expect(events[0]?.request).not.toHaveProperty('password');
      const code = inbox.latest(name)?.code;
      await callAs('app', 'ConfirmForgotPassword', {
        Username: name,
        ConfirmationCode: code,
        Password: newPassword,
      });
      expect(pool.requireUser(name)).toMatchObject({ status: 'CONFIRMED', attributes: { given_name: 'Anna' } });
    });

    test('that fails is the answer, and nobody is created', async () => {
      const fail = () => {
        throw new Error('legacy is down');
      };
      const { callAs, pool } = buildPool({ triggers: { UserMigration: fail } });

      expect(await refusalOf(callAs('app', 'ForgotPassword', { Username: name }))).toEqual(
        refusal('UserLambdaValidationException', 'UserMigration failed with error legacy is down.'),
      );
      expect(pool.users.all()).toEqual([]);
    });
  });
});

describe('ConfirmForgotPassword', () => {
  test('sets the new password, ends the old one and tells PostConfirmation', async () => {
    const built = await withAnna({ triggers: { PostConfirmation: () => ({}) } });
    const ConfirmationCode = await forgotten(built);

    const reply = await built.callAs('app', 'ConfirmForgotPassword', {
      Username: name,
      ConfirmationCode,
      Password: newPassword,
    });

    expect(reply).toEqual({});
    expect(built.events.map(({ triggerSource }) => triggerSource)).toEqual(['PostConfirmation_ConfirmForgotPassword']);
    expect(await refusalOf(built.accessToken(name, password))).toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await expect(built.accessToken(name, newPassword)).resolves.toEqual(expect.any(String));
  });

  test('takes a code once', async () => {
    const built = await withAnna();
    const confirmation = { Username: name, ConfirmationCode: await forgotten(built), Password: newPassword };
    await built.callAs('app', 'ConfirmForgotPassword', confirmation);

    expect(await refusalOf(built.callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(expired);
  });

  test('keeps the code valid when the policy refuses the password', async () => {
    const built = await withAnna();
    const ConfirmationCode = await forgotten(built);
    const confirm = (Password: string) =>
      built.callAs('app', 'ConfirmForgotPassword', { Username: name, ConfirmationCode, Password });

    expect(await refusalOf(confirm('Short-1'))).toEqual(
      refusal('InvalidPasswordException', 'Password does not conform to policy: Password not long enough'),
    );
    expect(await confirm(newPassword)).toEqual({});
  });

  test('refuses a wrong code, one of an hour ago, and the one before the newest', async () => {
    const built = await withAnna();
    const first = await forgotten(built);
    const second = await forgotten(built);
    const confirm = (ConfirmationCode: string) =>
      built.callAs('app', 'ConfirmForgotPassword', { Username: name, ConfirmationCode, Password: newPassword });

    expect(first).not.toBe(second);
    expect(await refusalOf(confirm(first))).toEqual(mismatch);
    built.clock.advance({ hours: 1 });
    expect(await refusalOf(confirm(second))).toEqual(expired);
  });

  test('does not let a sign-up code reset a password', async () => {
    const { callAs, inbox } = buildPool();
    await callAs('app', 'SignUp', { Username: name, Password: password });
    const ConfirmationCode = inbox.latest(name)?.code ?? '';
    const confirmation = { Username: name, ConfirmationCode, Password: newPassword };

    expect(await refusalOf(callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(
      refusal('UserNotConfirmedException', 'User is not confirmed.'),
    );
    await callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode });
    expect(await refusalOf(callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(expired);
  });

  test('is refused for a user to whom an administrator gave a temporary password meanwhile', async () => {
    const built = await withAnna();
    const ConfirmationCode = await forgotten(built);
    await built.callAsAdmin('AdminSetUserPassword', { Username: name, Password: 'Temporary-Horse-1' });
    const confirmation = { Username: name, ConfirmationCode, Password: newPassword };
    expect(await refusalOf(built.callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(
      refusal('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    );
  });

  test('refuses a password that was used before, as far as the policy remembers', async () => {
    const built = await withAnna({
      settings: { passwordPolicy: { ...buildPool().pool.settings.passwordPolicy, passwordHistorySize: 1 } },
    });
    const confirmation = { Username: name, ConfirmationCode: await forgotten(built), Password: password };

    expect(await refusalOf(built.callAs('app', 'ConfirmForgotPassword', confirmation))).toEqual(
      refusal('PasswordHistoryPolicyViolationException', 'Password has previously been used'),
    );
  });
});

describe('AdminResetUserPassword', () => {
  test('shuts the old password out until the user confirms a new one with the code', async () => {
    const built = await withAnna({ triggers: { CustomMessage: () => ({}) } });

    expect(await built.callAsAdmin('AdminResetUserPassword', { Username: name })).toEqual({});

    expect(built.events).toEqual([
      expect.objectContaining({
        triggerSource: 'CustomMessage_ForgotPassword',
        callerContext: expect.objectContaining({ clientId: 'CLIENT_ID_NOT_APPLICABLE' }),
      }),
    ]);
    expect(await refusalOf(built.accessToken(name, password))).toEqual(
      refusal('PasswordResetRequiredException', 'Password reset required for the user'),
    );
    const ConfirmationCode = built.inbox.latest(name)?.code ?? '';
    await built.callAs('app', 'ConfirmForgotPassword', { Username: name, ConfirmationCode, Password: newPassword });
    await expect(built.accessToken(name, newPassword)).resolves.toEqual(expect.any(String));
  });

  test('leaves tokens that are out alone', async () => {
    const built = await withAnna();
    const AccessToken = await built.accessToken(name, password);
    await built.callAsAdmin('AdminResetUserPassword', { Username: name });

    expect(await built.call('GetUser', { AccessToken })).toMatchObject({ Username: expect.any(String) });
  });

  test('changes nothing when the message cannot be made', async () => {
    const fail = () => {
      throw new Error('no text');
    };
    const built = await withAnna({ triggers: { CustomMessage: fail } });

    await refusalOf(built.callAsAdmin('AdminResetUserPassword', { Username: name }));

    expect(built.pool.requireUser(name).status).toBe('CONFIRMED');
  });

  test('is refused for unknown and invited users and for users without a verified contact', async () => {
    const { callAs, callAsAdmin } = buildPool();
    const reset = (Username: string) => refusalOf(callAsAdmin('AdminResetUserPassword', { Username }));
    await callAsAdmin('AdminCreateUser', { Username: 'invited@example.com', MessageAction: 'SUPPRESS' });
    await callAs('app', 'SignUp', { Username: 'new@example.com', Password: password });

    expect(await reset('nobody@example.com')).toEqual(refusal('UserNotFoundException', 'User does not exist.'));
    expect(await reset('invited@example.com')).toEqual(
      refusal('NotAuthorizedException', 'User password cannot be reset in the current state.'),
    );
    expect(await reset('new@example.com')).toEqual(noContact);
  });
});
