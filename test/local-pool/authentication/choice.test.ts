import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, refresh, type SignInReply } from '../sign-in-steps';
import { passwordClaim, rememberDevice, SRP_A } from '../srp-steps';

const name = 'anna@example.com';
const phone = '+4915112345678';
const nobody = 'nobody@example.com';
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const wrongCode = refusal('CodeMismatchException', 'Invalid code or auth state for the user.');
const everyFactor = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'] as const;
const client = { explicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } as const;

function poolOf(options: Parameters<typeof buildPool>[0] = {}): BuiltPool {
  return buildPool({
    clients: { app: client, open: { ...client, preventUserExistenceErrors: false } },
    ...options,
    settings: { firstFactors: everyFactor, ...options.settings },
  });
}

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = poolOf(options);
  await built.addConfirmedUser(name);
  await built.callAsAdmin('AdminUpdateUserAttributes', {
    Username: name,
    UserAttributes: [
      { Name: 'phone_number', Value: phone },
      { Name: 'phone_number_verified', Value: 'true' },
    ],
  });
  return built;
}

interface ChoiceReply extends SignInReply {
  readonly AvailableChallenges?: readonly string[];
}

function begin(
  built: BuiltPool,
  parameters: Readonly<Record<string, string>> = {},
  body: object = {},
  clientName = 'app',
): Promise<ChoiceReply> {
  return built.call('InitiateAuth', {
    ClientId: built.client(clientName).id,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: name, ...parameters },
    ...body,
  });
}

const codeTo = ({ inbox }: BuiltPool, to: string): string => inbox.latest(to, 'Authentication')?.code ?? '';

describe('USER_AUTH offers', () => {
  const passwords = ['PASSWORD_SRP', 'PASSWORD'];

  test('every challenge that the pool allows and the user can meet', async () => {
    const reply = await begin(await withAnna());
    expect(reply).toMatchObject({ ChallengeName: 'SELECT_CHALLENGE', Session: expect.any(String) as unknown });
    expect(reply.AvailableChallenges).toEqual([...passwords, 'EMAIL_OTP', 'SMS_OTP']);
  });

  test.each([
    ['the password where a second factor is required', { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } }],
    ['the password where no code may come first', { firstFactors: ['PASSWORD'] }],
  ] as const)('only %s', async (_where, settings) => {
    expect((await begin(await withAnna({ settings }))).AvailableChallenges).toEqual(passwords);
  });

  test('only the password to a user with a second factor, and to one with a temporary password', async () => {
    const built = await withAnna({ settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    await enrolTotp(built, name);
    expect((await begin(built)).AvailableChallenges).toEqual(passwords);

    const invitation = { Username: 'bob@example.com', TemporaryPassword: password, MessageAction: 'SUPPRESS' };
    await built.callAsAdmin('AdminCreateUser', invitation);
    const asked = { USERNAME: 'bob@example.com', PREFERRED_CHALLENGE: 'EMAIL_OTP' };
    expect(await begin(built, asked)).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: passwords,
    });
  });

  test('the choice where the preferred challenge is not available', async () => {
    const built = await withAnna({ settings: { firstFactors: ['PASSWORD'] } });
    expect((await begin(built, { PREFERRED_CHALLENGE: 'SMS_OTP' })).ChallengeName).toBe('SELECT_CHALLENGE');
  });
});

describe('USER_AUTH by password', () => {
  test('as preferred challenge gives tokens at once', async () => {
    const built = await withAnna();
    expect(await begin(built, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password })).toHaveProperty(
      'AuthenticationResult',
    );
    expect(await refusalOf(begin(built, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Wrong-Horse-99' }))).toEqual(
      incorrect,
    );
  });

  test('by SRP as preferred challenge has a Session', async () => {
    const built = await withAnna();
    const verifier = await begin(built, { PREFERRED_CHALLENGE: 'PASSWORD_SRP', SRP_A });
    expect(verifier).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) as unknown });
    expect(await answer(built, verifier, passwordClaim(built, verifier))).toHaveProperty('AuthenticationResult');
  });

  test('and by SRP can be selected', async () => {
    const built = await withAnna();
    const byPassword = { USERNAME: name, ANSWER: 'PASSWORD', PASSWORD: password };
    expect(await answer(built, await begin(built), byPassword)).toHaveProperty('AuthenticationResult');
    const bySrp = { USERNAME: name, ANSWER: 'PASSWORD_SRP', SRP_A };
    const verifier = await answer(built, await begin(built), bySrp);
    expect(await answer(built, verifier, passwordClaim(built, verifier))).toHaveProperty('AuthenticationResult');
  });

  test('a wrong password leaves the choice open', async () => {
    const built = await withAnna();
    const choice = await begin(built);
    const select = { USERNAME: name, ANSWER: 'PASSWORD' };
    expect(await refusalOf(answer(built, choice, { ...select, PASSWORD: 'Wrong-Horse-99' }))).toEqual(incorrect);
    expect(await answer(built, choice, { ...select, PASSWORD: password })).toHaveProperty('AuthenticationResult');
  });

  test('asks for the second factor', async () => {
    const built = await withAnna({ settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    await enrolTotp(built, name);
    const reply = await begin(built, { PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: password });
    expect(reply.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });
});

describe.each([
  ['as preferred challenge', true],
  ['when it is selected', false],
])('USER_AUTH by SRP, %s,', (_when, preferred) => {
  /** Comes as far as PASSWORD_VERIFIER. */
  async function verifierOf(
    built: BuiltPool,
    typed = name,
    more: (username: string) => Readonly<Record<string, string>> = () => ({}),
  ): Promise<SignInReply> {
    const bySrp = { USERNAME: typed, SRP_A, ...more(typed) };
    if (preferred) return begin(built, { ...bySrp, PREFERRED_CHALLENGE: 'PASSWORD_SRP' });
    const choice = await begin(built, { USERNAME: typed, ...more(typed) });
    return answer(built, choice, { ...bySrp, ANSWER: 'PASSWORD_SRP' });
  }

  test('refuses a wrong password, and takes the right one in the same session', async () => {
    const built = await withAnna();
    const verifier = await verifierOf(built);
    expect(verifier).toMatchObject({
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeParameters: { USER_ID_FOR_SRP: built.pool.requireUser(name).username },
    });
    expect(await refusalOf(answer(built, verifier, passwordClaim(built, verifier, 'Wrong-Horse-99')))).toEqual(
      incorrect,
    );
    expect(await answer(built, verifier, passwordClaim(built, verifier))).toHaveProperty('AuthenticationResult');
  });

  test('counts wrong claims as wrong passwords', async () => {
    const built = await withAnna();
    const verifier = await verifierOf(built);
    const wrong = passwordClaim(built, verifier, 'Wrong-Horse-99');
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await refusalOf(answer(built, verifier, wrong))).toEqual(incorrect);
    expect(await refusalOf(answer(built, verifier, passwordClaim(built, verifier)))).toEqual(
      refusal('NotAuthorizedException', 'Password attempts exceeded'),
    );
  });

  test('gives a name that nobody has one user id and salt, and takes no claim', async () => {
    const built = await withAnna();
    const [first, second] = [await verifierOf(built, nobody), await verifierOf(built, nobody)];
    const { SALT, USER_ID_FOR_SRP } = first.ChallengeParameters ?? {};
    expect(first).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) as unknown });
    expect(second.ChallengeParameters).toMatchObject({ SALT, USER_ID_FOR_SRP });
    expect(await refusalOf(answer(built, first, passwordClaim(built, first)))).toEqual(incorrect);
  });

  test('names an unknown user at the start to a client that is told', async () => {
    const clients = { app: { ...client, preventUserExistenceErrors: false } };
    expect(await refusalOf(verifierOf(await withAnna({ clients }), nobody))).toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });

  test('wants the secret hash of the name in each request, from a client with a secret', async () => {
    const built = await withAnna({ clients: { app: { ...client, generateSecret: true } } });
    const { id, secret = '' } = built.client('app');
    const hashed = (username: string) => ({ SECRET_HASH: secretHash(secret, username, id) });
    expect(await refusalOf(verifierOf(built))).toEqual(
      refusal('NotAuthorizedException', `Client ${id} is configured with secret but SECRET_HASH was not received`),
    );
    const verifier = await verifierOf(built, name, hashed);
    const claim = passwordClaim(built, verifier);
    expect(await refusalOf(answer(built, verifier, claim))).toMatchObject({ type: 'NotAuthorizedException' });
    // USERNAME of the answer is the stored one; the hash goes with it.
    expect(await refusalOf(answer(built, verifier, { ...claim, ...hashed(name) }))).toEqual(
      refusal('NotAuthorizedException', `Unable to verify secret hash for client ${id}`),
    );
    const { username } = built.pool.requireUser(name);
    expect(await answer(built, verifier, { ...claim, ...hashed(username) })).toHaveProperty('AuthenticationResult');
  });
});

describe.each([
  ['EMAIL_OTP', name, 'EMAIL', 'a***@e***', /^\d{8}$/],
  ['SMS_OTP', phone, 'SMS', '+*********5678', /^\d{6}$/],
] as const)('USER_AUTH by %s', (challenge, to, medium, shown, form) => {
  test('sends a code, says where it went and what else there is, and the code gives tokens', async () => {
    const built = await withAnna();
    const reply = await begin(built, { PREFERRED_CHALLENGE: challenge });
    expect(reply).toMatchObject({
      ChallengeName: challenge,
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: medium, CODE_DELIVERY_DESTINATION: shown },
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    });
    const code = codeTo(built, to);
    expect(code).toMatch(form);
    const wrong = {
      USERNAME: name,
      [`${challenge}_CODE`]: code.replace(/./, (digit) => String((Number(digit) + 1) % 10)),
    };
    expect(await refusalOf(answer(built, reply, wrong))).toEqual(wrongCode);
    expect(await answer(built, reply, { USERNAME: name, [`${challenge}_CODE`]: code })).toHaveProperty(
      'AuthenticationResult',
    );
  });

  test('can be selected', async () => {
    const built = await withAnna();
    const otp = await answer(built, await begin(built), { USERNAME: name, ANSWER: challenge });
    expect(otp.ChallengeName).toBe(challenge);
    expect(await answer(built, otp, { USERNAME: name, [`${challenge}_CODE`]: codeTo(built, to) })).toHaveProperty(
      'AuthenticationResult',
    );
  });

  test('looks the same for a name that nobody has, sends nothing, and takes no code', async () => {
    const built = await withAnna();
    const choice = await begin(built, { USERNAME: nobody });
    expect(choice.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP']);
    const otp = await answer(built, choice, { USERNAME: nobody, ANSWER: challenge });
    expect(otp).toMatchObject({
      ChallengeName: challenge,
      ChallengeParameters: { CODE_DELIVERY_DELIVERY_MEDIUM: medium },
    });
    expect(built.inbox.all()).toEqual([]);
    const session = built.pool.sessions.open(otp.Session ?? '', built.client('app').id);
    const code = session.memory.messageCode?.code ?? '';
    expect(await refusalOf(answer(built, otp, { USERNAME: nobody, [`${challenge}_CODE`]: code }))).toEqual(wrongCode);
  });
});

test.each<[string, string, (built: BuiltPool) => Promise<unknown>]>([
  ['an authenticator', 'SOFTWARE_TOKEN_MFA', (built) => enrolTotp(built, name)],
  [
    'e-mail',
    'EMAIL_OTP',
    ({ callAsAdmin }) =>
      callAsAdmin('AdminSetUserMFAPreference', { Username: name, EmailMfaSettings: { Enabled: true } }),
  ],
])('a code in the place of the password is no second factor: %s is asked for beside it', async (_what, factor, on) => {
  const built = await withAnna({
    settings: { mfa: { mode: 'OPTIONAL', factors: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] } },
  });
  const otp = await begin(built, { PREFERRED_CHALLENGE: 'SMS_OTP' });
  const code = codeTo(built, phone);
  await on(built);
  const second = await answer(built, otp, { USERNAME: name, SMS_OTP_CODE: code });
  expect(second.ChallengeName).toBe(factor);
  if (factor === 'EMAIL_OTP')
    expect(await answer(built, second, { USERNAME: name, EMAIL_OTP_CODE: codeTo(built, name) })).toHaveProperty(
      'AuthenticationResult',
    );
});

test('a code in the place of the password makes no device, and leaves one that is known in force', async () => {
  const deviceTracking = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true };
  const flows = ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] as const;
  const built = await withAnna({ settings: { deviceTracking }, clients: { app: { explicitAuthFlows: flows } } });
  const { DEVICE_KEY } = await rememberDevice(built, name);
  const byCode = async (device: Readonly<Record<string, string>>) => {
    const otp = await begin(built, { PREFERRED_CHALLENGE: 'SMS_OTP', ...device });
    const { AuthenticationResult } = await answer(built, otp, { USERNAME: name, SMS_OTP_CODE: codeTo(built, phone) });
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
    return AuthenticationResult?.RefreshToken ?? '';
  };
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token.');
  expect(await refusalOf(refresh(built, { REFRESH_TOKEN: await byCode({}), DEVICE_KEY }))).toEqual(invalid);
  expect(await refresh(built, { REFRESH_TOKEN: await byCode({ DEVICE_KEY }), DEVICE_KEY })).toHaveProperty(
    'AuthenticationResult',
  );
});

describe('USER_AUTH of a name that nobody has', () => {
  test('ends as a wrong password does', async () => {
    const built = await withAnna();
    const choice = await begin(built, { USERNAME: nobody });
    const byPassword = { USERNAME: nobody, ANSWER: 'PASSWORD', PASSWORD: password };
    expect(await refusalOf(answer(built, choice, byPassword))).toEqual(incorrect);
    const verifier = await answer(built, choice, { USERNAME: nobody, ANSWER: 'PASSWORD_SRP', SRP_A });
    expect(verifier.ChallengeName).toBe('PASSWORD_VERIFIER');
    expect(await refusalOf(answer(built, verifier, passwordClaim(built, verifier)))).toEqual(incorrect);
  });

  test('is named where the client is told', async () => {
    expect(await refusalOf(begin(await withAnna(), { USERNAME: nobody }, {}, 'open'))).toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });

  test.each([name, nobody])('wrong passwords lock the password of %s, not the choice', async (typed) => {
    const built = await withAnna();
    const byPassword = { USERNAME: typed, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: 'Wrong-Horse-99' };
    for (let attempt = 0; attempt < 5; attempt += 1) await refusalOf(begin(built, byPassword));
    expect(await refusalOf(begin(built, byPassword))).toEqual(
      refusal('NotAuthorizedException', 'Password attempts exceeded'),
    );
    expect((await begin(built, { USERNAME: typed })).ChallengeName).toBe('SELECT_CHALLENGE');
  });
});

describe('a user without a password', () => {
  const UserAttributes = [{ Name: 'email', Value: name }];

  test('signs up, is confirmed by a code at the sign-in, and gets tokens', async () => {
    const built = poolOf({ triggers: { PostConfirmation: () => ({}) } });
    await built.callAs('app', 'SignUp', { Username: name, UserAttributes });
    const otp = await begin(built, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    expect(otp).toMatchObject({ ChallengeName: 'EMAIL_OTP', AvailableChallenges: ['EMAIL_OTP'] });
    expect(await answer(built, otp, { USERNAME: name, EMAIL_OTP_CODE: codeTo(built, name) })).toHaveProperty(
      'AuthenticationResult',
    );
    expect(built.pool.requireUser(name)).toMatchObject({ status: 'CONFIRMED', attributes: { email_verified: 'true' } });
    expect(built.events.map(({ triggerSource }) => triggerSource)).toEqual(['PostConfirmation_ConfirmSignUp']);
  });

  test('who is not confirmed and may have no code is told so', async () => {
    const built = poolOf({ settings: { firstFactors: ['PASSWORD'] } });
    await built.callAs('app', 'SignUp', { Username: name, Password: password, UserAttributes });
    expect(await refusalOf(begin(built))).toEqual(refusal('UserNotConfirmedException', 'User is not confirmed.'));
  });

  test('is made by an administrator as confirmed, without an invitation', async () => {
    const built = poolOf();
    const { User } = await built.callAsAdmin('AdminCreateUser', { Username: name, UserAttributes });
    expect(User).toMatchObject({ UserStatus: 'CONFIRMED' });
    expect(built.inbox.all()).toEqual([]);
    expect((await begin(built)).AvailableChallenges).toEqual(['EMAIL_OTP']);
    const resend = built.callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'RESEND' });
    expect(await refusalOf(resend)).toMatchObject({ type: 'UnsupportedUserStateException' });
  });

  test('is not made where users need one', async () => {
    const built = poolOf({ settings: { firstFactors: ['PASSWORD'] } });
    expect(await refusalOf(built.callAs('app', 'SignUp', { Username: name, UserAttributes }))).toEqual(
      refusal(
        'InvalidParameterException',
        "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
      ),
    );
  });
});

describe('the session of a sign-up', () => {
  const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.');

  async function signedUp(
    options: Parameters<typeof buildPool>[0] = {},
  ): Promise<{ readonly built: BuiltPool; readonly Session: string }> {
    const built = poolOf(options);
    const { Session } = await built.callAs('app', 'SignUp', { Username: name, Password: password });
    return { built, Session: String(Session) };
  }

  const confirm = (built: BuiltPool, Session: string) =>
    built.callAs('app', 'ConfirmSignUp', {
      Username: name,
      Session,
      ConfirmationCode: built.inbox.latest(name, 'SignUp')?.code,
    });

  test('goes over ConfirmSignUp to tokens, once', async () => {
    const { built, Session } = await signedUp();
    const confirmed = String((await confirm(built, Session))['Session']);
    expect(await begin(built, {}, { Session: confirmed })).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(begin(built, {}, { Session: confirmed }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });

  test('signs nobody in before the confirmation, nor anybody else after it', async () => {
    const { built, Session } = await signedUp();
    await built.addConfirmedUser('eve@example.com');
    expect(await refusalOf(begin(built, {}, { Session }))).toEqual(invalid);
    const confirmed = String((await confirm(built, Session))['Session']);
    expect(await refusalOf(begin(built, { USERNAME: 'eve@example.com' }, { Session: confirmed }))).toEqual(invalid);
  });

  test('must be that of the user whom it confirms', async () => {
    const { built } = await signedUp();
    const { Session } = await built.callAs('app', 'SignUp', { Username: 'eve@example.com', Password: password });
    expect(await refusalOf(confirm(built, String(Session)))).toEqual(invalid);
    expect(built.pool.requireUser(name).status).toBe('UNCONFIRMED');
  });

  test('signs nobody in whose password was reset meanwhile', async () => {
    const { built, Session } = await signedUp();
    const confirmed = String((await confirm(built, Session))['Session']);
    await built.callAsAdmin('AdminResetUserPassword', { Username: name });
    expect(await refusalOf(begin(built, {}, { Session: confirmed }))).toEqual(
      refusal('PasswordResetRequiredException', 'Password reset required for the user'),
    );
  });

  test('signs nobody in whom PreAuthentication refuses, and is as good as before', async () => {
    let refuses = true;
    const PreAuthentication = () => {
      if (refuses) throw new Error('not now');
      return {};
    };
    const { built, Session } = await signedUp({ triggers: { PreAuthentication } });
    const confirmed = String((await confirm(built, Session))['Session']);
    expect(await refusalOf(begin(built, {}, { Session: confirmed }))).toEqual(
      refusal('UserLambdaValidationException', 'PreAuthentication failed with error not now.'),
    );
    refuses = false;
    expect(await begin(built, {}, { Session: confirmed })).toHaveProperty('AuthenticationResult');
  });

  test('is not given to a client without USER_AUTH', async () => {
    const reply = await buildPool().callAs('app', 'SignUp', { Username: name, Password: password });
    expect(reply).not.toHaveProperty('Session');
  });
});

describe('USER_AUTH is refused', () => {
  test('on the Lite plan and to a client without it', async () => {
    expect(await refusalOf(begin(await withAnna({ settings: { featurePlan: 'LITE' } })))).toEqual(
      refusal('InvalidParameterException', 'USER_AUTH is not available in the Lite tier'),
    );
    expect(await refusalOf(begin(await withAnna({ clients: { app: {} } })))).toEqual(
      refusal('InvalidParameterException', 'USER_AUTH is not enabled for the client.'),
    );
  });

  test('with a passkey, by that name', async () => {
    const built = await withAnna();
    const notSimulated = {
      type: 'NotSimulatedException',
      message: expect.stringMatching(/^WEB_AUTHN is not simulated/),
    };
    expect(await refusalOf(begin(built, { PREFERRED_CHALLENGE: 'WEB_AUTHN' }))).toMatchObject(notSimulated);
    const choice = await begin(built);
    expect(await refusalOf(answer(built, choice, { USERNAME: name, ANSWER: 'WEB_AUTHN' }))).toMatchObject(notSimulated);
  });

  test('with a challenge that the user cannot select', async () => {
    const built = await withAnna();
    const select = await begin(built);
    expect(await refusalOf(answer(built, select, { USERNAME: name, ANSWER: 'RIDDLE' }))).toEqual(
      refusal('InvalidParameterException', 'RIDDLE is not a challenge that the user can select'),
    );
  });

  test('to a disabled user, who is told so with the right code only', async () => {
    const built = await withAnna();
    const otp = await begin(built, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    await built.callAsAdmin('AdminDisableUser', { Username: name });
    expect(await refusalOf(answer(built, otp, { USERNAME: name, EMAIL_OTP_CODE: '0' }))).toEqual(wrongCode);
    expect(await refusalOf(answer(built, otp, { USERNAME: name, EMAIL_OTP_CODE: codeTo(built, name) }))).toEqual(
      refusal('NotAuthorizedException', 'User is disabled.'),
    );
  });

  test('from a device that is not the user’s, which only the right code is told', async () => {
    const deviceTracking = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false };
    const built = await withAnna({ settings: { deviceTracking } });
    const otp = await begin(built, { PREFERRED_CHALLENGE: 'EMAIL_OTP' });
    const from = { USERNAME: name, DEVICE_KEY: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b' };
    expect(await refusalOf(answer(built, otp, { ...from, EMAIL_OTP_CODE: '0' }))).toEqual(wrongCode);
    const code = { EMAIL_OTP_CODE: codeTo(built, name) };
    expect(await refusalOf(answer(built, otp, { ...from, ...code }))).toEqual(
      refusal('ResourceNotFoundException', 'Device does not exist.'),
    );
    const { AuthenticationResult } = await answer(built, otp, { USERNAME: name, ...code });
    expect(AuthenticationResult).toHaveProperty('AccessToken');
    // Without a password there is no device.
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
  });

  test('to an answer to WEB_AUTHN, by that name', async () => {
    const built = await withAnna();
    const { Session } = await begin(built);
    expect(
      await refusalOf(answer(built, { ChallengeName: 'WEB_AUTHN', Session: Session ?? '' }, { USERNAME: name })),
    ).toMatchObject({ type: 'NotSimulatedException', message: expect.stringMatching(/^WEB_AUTHN is not simulated/) });
  });
});
