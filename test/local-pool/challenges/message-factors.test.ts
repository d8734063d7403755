import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, signIn, type SignInReply } from '../sign-in-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const phone = '+4915112345678';
const every = ['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] as const;
const wrongCode = refusal('CodeMismatchException', 'Invalid code or auth state for the user.');

const on = { Enabled: true };
const preferred = { Enabled: true, PreferredMfa: true };

async function withAnna(
  preference: object = { SMSMfaSettings: preferred },
  options: Parameters<typeof buildPool>[0] = {},
): Promise<BuiltPool> {
  const built = buildPool({
    ...options,
    settings: { mfa: { mode: 'OPTIONAL', factors: every }, accountRecovery: ['admin_only'], ...options.settings },
  });
  await built.addConfirmedUser(name);
  await built.callAsAdmin('AdminUpdateUserAttributes', {
    Username: name,
    UserAttributes: [{ Name: 'phone_number', Value: phone }],
  });
  await built.callAsAdmin('AdminSetUserMFAPreference', { Username: name, ...preference });
  return built;
}

const codeOf = ({ inbox }: BuiltPool, to: string): string => inbox.latest(to, 'Authentication')?.code ?? '';
const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe.each([
  ['SMS_MFA', 'SMSMfaSettings', phone, 'SMS', '+*********5678', 'phone_number_verified'],
  ['EMAIL_OTP', 'EmailMfaSettings', name, 'EMAIL', 'a***@e***', 'email_verified'],
] as const)('%s', (factor, block, address, medium, shown, flag) => {
  const codeWith = (code: string) => ({ USERNAME: name, [`${factor}_CODE`]: code });

  test('sends six digits, says where they went, and they let the user in and verify the contact', async () => {
    const built = await withAnna({ [block]: preferred });
    const { username } = built.pool.users.update(built.pool.requireUser(name).username, (user) => ({
      attributes: { ...user.attributes, [flag]: 'false' },
    })) ?? { username: '' };
    const challenge = await signIn(built, name);
    expect(challenge).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: shown,
        USER_ID_FOR_SRP: username,
      },
    });
    const code = codeOf(built, address);
    expect(code).toMatch(/^\d{6}$/);
    expect(await answer(built, challenge, codeWith(code))).toHaveProperty('AuthenticationResult');
    expect(built.pool.requireUser(name).attributes[flag]).toBe('true');
  });

  test('a wrong code is refused and leaves the session; the right one counts once', async () => {
    const built = await withAnna({ [block]: preferred });
    const challenge = await signIn(built, name);
    const code = codeOf(built, address);
    expect(await refusalOf(answer(built, challenge, codeWith(wrong(code))))).toEqual(wrongCode);
    expect(await answer(built, challenge, codeWith(code))).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(answer(built, challenge, codeWith(code)))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });

  test('each session has its own code, and it ends with the session', async () => {
    const built = await withAnna({ [block]: preferred });
    const first = await signIn(built, name);
    const firstCode = codeOf(built, address);
    const second = await signIn(built, name);
    expect(await refusalOf(answer(built, second, codeWith(firstCode)))).toEqual(wrongCode);
    expect(await answer(built, first, codeWith(firstCode))).toHaveProperty('AuthenticationResult');
    built.clock.advance({ minutes: 4 });
    expect(await refusalOf(answer(built, second, codeWith(codeOf(built, address))))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
    );
  });

  test('a missing code is named', async () => {
    const built = await withAnna({ [block]: preferred });
    expect(await refusalOf(answer(built, await signIn(built, name), { USERNAME: name }))).toEqual(
      refusal('InvalidParameterException', `Missing required parameter ${factor}_CODE`),
    );
  });

  test('the CustomMessage trigger words the message', async () => {
    const built = await withAnna(
      { [block]: preferred },
      { triggers: { CustomMessage: () => ({ smsMessage: 'sms {####}', emailMessage: 'mail {####}' }) } },
    );
    await signIn(built, name);
    expect(built.events.at(-1)?.triggerSource).toBe('CustomMessage_Authentication');
    expect(built.inbox.latest(address)?.body).toBe(`${medium === 'SMS' ? 'sms' : 'mail'} ${codeOf(built, address)}`);
  });
});

test('a code that went to a number which is the user’s no more lets nobody in, and verifies nothing', async () => {
  const built = await withAnna();
  const challenge = await signIn(built, name);
  const number = '+4915187654321';
  await built.callAsAdmin('AdminUpdateUserAttributes', {
    Username: name,
    UserAttributes: [{ Name: 'phone_number', Value: number }],
  });
  const old = { USERNAME: name, SMS_MFA_CODE: codeOf(built, phone) };
  expect(await refusalOf(answer(built, challenge, old))).toEqual(wrongCode);
  expect(built.pool.requireUser(name).attributes['phone_number_verified']).toBe('false');
  const code = async () => ({ USERNAME: name, SMS_MFA_CODE: codeOf(built, number) });
  expect(await answer(built, await signIn(built, name), await code())).toHaveProperty('AuthenticationResult');
});

test('a code of a factor that the user is not asked for any more counts no more', async () => {
  const built = await withAnna();
  const challenge = await signIn(built, name);
  await built.callAsAdmin('AdminSetUserMFAPreference', { Username: name, EmailMfaSettings: preferred });
  const code = { USERNAME: name, SMS_MFA_CODE: codeOf(built, phone) };
  expect(await refusalOf(answer(built, challenge, code))).toEqual(wrongCode);
  expect((await signIn(built, name)).ChallengeName).toBe('EMAIL_OTP');
});

describe('SELECT_MFA_TYPE', () => {
  const choices = { SMSMfaSettings: on, EmailMfaSettings: on };

  test('names the factors under both names that the parameter has', async () => {
    const built = await withAnna(choices);
    const { ChallengeName, ChallengeParameters } = await signIn(built, name);
    expect(ChallengeName).toBe('SELECT_MFA_TYPE');
    expect(ChallengeParameters).toMatchObject({
      MFAS_CAN_CHOOSE: '["SMS_MFA","EMAIL_OTP"]',
      MFAS_CAN_SELECT: '["SMS_MFA","EMAIL_OTP"]',
    });
  });

  test.each([
    ['SMS_MFA', 'SMS_MFA', phone],
    ['EMAIL_OTP', 'EMAIL_OTP', name],
    ['EMAIL_MFA', 'EMAIL_OTP', name],
  ])('the answer %s leads to %s', async (ANSWER, factor, address) => {
    const built = await withAnna(choices);
    const challenge = await answer(built, await signIn(built, name), { USERNAME: name, ANSWER });
    expect(challenge.ChallengeName).toBe(factor);
    const code = { USERNAME: name, [`${factor}_CODE`]: codeOf(built, address) };
    expect(await answer(built, challenge, code)).toHaveProperty('AuthenticationResult');
  });

  test('leads to the authenticator too', async () => {
    const built = await withAnna({});
    const secret = await enrolTotp(built, name);
    await built.callAsAdmin('AdminSetUserMFAPreference', {
      Username: name,
      SMSMfaSettings: on,
      SoftwareTokenMfaSettings: on,
    });
    const select = await signIn(built, name);
    const totp = await answer(built, select, { USERNAME: name, ANSWER: 'SOFTWARE_TOKEN_MFA' });
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await answer(built, totp, code)).toHaveProperty('AuthenticationResult');
  });

  test.each([
    ['SOFTWARE_TOKEN_MFA', 'SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.'],
    ['CARRIER_PIGEON', 'InvalidParameterException', 'CARRIER_PIGEON is not a valid MFA type'],
    ['toString', 'InvalidParameterException', 'toString is not a valid MFA type'],
  ])('refuses %s, and the user may choose again', async (ANSWER, type, message) => {
    const built = await withAnna(choices);
    const select = await signIn(built, name);
    expect(await refusalOf(answer(built, select, { USERNAME: name, ANSWER }))).toEqual(refusal(type, message));
    const next = await answer(built, select, { USERNAME: name, ANSWER: 'SMS_MFA' });
    expect(next.ChallengeName).toBe('SMS_MFA');
  });

  test('refuses a factor by message that is not among the choices', async () => {
    const built = await withAnna({});
    await enrolTotp(built, name);
    await built.callAsAdmin('AdminSetUserMFAPreference', {
      Username: name,
      SMSMfaSettings: on,
      SoftwareTokenMfaSettings: on,
    });
    const select = await signIn(built, name);
    expect(await refusalOf(answer(built, select, { USERNAME: name, ANSWER: 'EMAIL_OTP' }))).toEqual(
      refusal('MFAMethodNotFoundException', 'User does not have delivery config set for EMAIL_OTP'),
    );
  });
});

describe('MFA_SETUP with e-mail', () => {
  const bob = 'bob';
  const address = 'bob@example.com';

  async function setup(): Promise<{ readonly built: BuiltPool; readonly challenge: SignInReply }> {
    const built = buildPool({
      settings: {
        signInWith: 'username',
        accountRecovery: ['admin_only'],
        mfa: { mode: 'ON', factors: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] },
      },
    });
    await built.callAsAdmin('AdminCreateUser', { Username: bob, MessageAction: 'SUPPRESS' });
    await built.callAsAdmin('AdminSetUserPassword', { Username: bob, Password: 'Correct-Horse-9', Permanent: true });
    return { built, challenge: await signIn(built, bob) };
  }

  test('an address and its code set the factor up, and the next sign-in asks for it', async () => {
    const { built, challenge } = await setup();
    expect(challenge.ChallengeParameters?.['MFAS_CAN_SETUP']).toBe('["EMAIL_OTP","SOFTWARE_TOKEN_MFA"]');
    const otp = await answer(built, challenge, { USERNAME: bob, EMAIL: address });
    expect(otp.ChallengeName).toBe('EMAIL_OTP');
    expect(built.pool.requireUser(bob).attributes).not.toHaveProperty('email');
    const code = { USERNAME: bob, EMAIL_OTP_CODE: codeOf(built, address) };
    expect(await answer(built, otp, code)).toHaveProperty('AuthenticationResult');
    expect(built.pool.requireUser(bob)).toMatchObject({
      attributes: { email: address, email_verified: 'true' },
      mfa: { enabled: ['EMAIL_OTP'] },
    });
    expect((await signIn(built, bob)).ChallengeName).toBe('EMAIL_OTP');
  });

  test('is refused to a user who has an address by now', async () => {
    const { built, challenge } = await setup();
    await built.callAsAdmin('AdminUpdateUserAttributes', {
      Username: bob,
      UserAttributes: [
        { Name: 'email', Value: address },
        { Name: 'email_verified', Value: 'true' },
      ],
    });
    expect(await refusalOf(answer(built, challenge, { USERNAME: bob, EMAIL: 'eve@example.com' }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
  });

  test('an address that is none is refused, and another may be given', async () => {
    const { built, challenge } = await setup();
    expect(await refusalOf(answer(built, challenge, { USERNAME: bob, EMAIL: 'bob' }))).toEqual(
      refusal('InvalidParameterException', 'Invalid email address format.'),
    );
    expect((await answer(built, challenge, { USERNAME: bob, EMAIL: address })).ChallengeName).toBe('EMAIL_OTP');
  });
});

test('a required factor that only the contact of the recovery could be is refused', async () => {
  const built = await withAnna(
    {},
    { settings: { mfa: { mode: 'ON', factors: ['EMAIL_OTP'] }, accountRecovery: ['verified_email'] } },
  );
  expect(await refusalOf(signIn(built, name))).toEqual(
    refusal(
      'InvalidParameterException',
      'Another factor must be set up: the only contact of the user is needed to recover the account.',
    ),
  );
});
