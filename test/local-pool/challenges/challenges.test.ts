import { secretHash } from '../../../lib/local-pool/authentication/secret-hash';
import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, signIn } from '../sign-in-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const newPassword = 'Better-Horse-10';
const invalidSession = refusal('NotAuthorizedException', 'Invalid session for the user.');

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  return built;
}

const withMfa = (mode: 'OPTIONAL' | 'ON') =>
  ({ settings: { mfa: { mode, factors: ['SOFTWARE_TOKEN_MFA'] } } }) as const;

/** The enrolment of an authenticator in an MFA_SETUP challenge, up to the session that answers it. */
async function enrol({ call, clock }: BuiltPool, Session: unknown) {
  const associated = await call('AssociateSoftwareToken', { Session });
  const secret = String(associated['SecretCode']);
  const UserCode = totpCode(secret, clock, -1);
  const verified = await call('VerifySoftwareToken', { Session: associated['Session'], UserCode });
  return { secret, Session: String(verified['Session']) };
}

describe('an answer is held against the state of the user, not that of the start:', () => {
  test('a user who was disabled is refused, and loses neither session nor code', async () => {
    const built = await withAnna(withMfa('OPTIONAL'));
    const secret = await enrolTotp(built, name);
    const challenge = await signIn(built, name);
    await built.callAsAdmin('AdminDisableUser', { Username: name });
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await refusalOf(answer(built, challenge, code))).toEqual(
      refusal('NotAuthorizedException', 'User is disabled.'),
    );
    await built.callAsAdmin('AdminEnableUser', { Username: name });
    expect(await answer(built, challenge, code)).toHaveProperty('AuthenticationResult');
  });

  test('a user whose password was reset is refused', async () => {
    const built = await withAnna(withMfa('OPTIONAL'));
    const secret = await enrolTotp(built, name);
    const challenge = await signIn(built, name);
    await built.callAsAdmin('AdminResetUserPassword', { Username: name });
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await refusalOf(answer(built, challenge, code))).toEqual(
      refusal('PasswordResetRequiredException', 'Password reset required for the user'),
    );
  });
});

test.each([
  ['USERNAME', { USERNAME: '' }],
  ['SOFTWARE_TOKEN_MFA_CODE', {}],
])('a missing %s is named, and so is a missing session', async (parameter, responses) => {
  const built = await withAnna(withMfa('OPTIONAL'));
  await enrolTotp(built, name);
  const challenge = await signIn(built, name);
  expect(await refusalOf(answer(built, challenge, { USERNAME: name, ...responses }))).toEqual(
    refusal('InvalidParameterException', `Missing required parameter ${parameter}`),
  );
  expect(await refusalOf(answer(built, { ChallengeName: 'SOFTWARE_TOKEN_MFA' }, { USERNAME: name }))).toEqual(
    refusal('InvalidParameterException', 'Missing required parameter Session'),
  );
});

test('a session lives as long as its client says, from each answer anew', async () => {
  const built = buildPool({ ...withMfa('ON'), clients: { app: { authSessionSeconds: 600 } } });
  await built.addConfirmedUser(name);
  const almost = { minutes: 9, seconds: 59 };
  const { Session: first } = await signIn(built, name);
  built.clock.advance(almost);
  const { Session: second } = await built.call('AssociateSoftwareToken', { Session: first });
  built.clock.advance(almost);
  const { Session: third } = await built.call('AssociateSoftwareToken', { Session: second });
  built.clock.advance({ minutes: 10 });
  expect(await refusalOf(built.call('AssociateSoftwareToken', { Session: third }))).toEqual(
    refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
  );
});

describe('a session is bound', () => {
  test('to its user: nobody else answers it with a code of their own', async () => {
    const built = await withAnna(withMfa('OPTIONAL'));
    await enrolTotp(built, name);
    await built.addConfirmedUser('eve@example.com');
    const secret = await enrolTotp(built, 'eve@example.com');
    const challenge = await signIn(built, name);
    const code = { USERNAME: 'eve@example.com', SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await refusalOf(answer(built, challenge, code))).toEqual(invalidSession);
  });

  test('to its user, not to the name: who is invited under it next is safe', async () => {
    const built = buildPool({ settings: { signInWith: 'username' } });
    const invitation = { Username: name, MessageAction: 'SUPPRESS' };
    await built.callAsAdmin('AdminCreateUser', { ...invitation, TemporaryPassword: password });
    const challenge = await signIn(built, name);
    await built.callAsAdmin('AdminDeleteUser', { Username: name });
    await built.callAsAdmin('AdminCreateUser', { ...invitation, TemporaryPassword: 'Temporary-Horse-1' });
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, NEW_PASSWORD: newPassword }))).toMatchObject({
      type: 'NotAuthorizedException',
    });
    expect(built.pool.requireUser(name).status).toBe('FORCE_CHANGE_PASSWORD');
  });

  test('to its challenge: a right answer under another name is refused', async () => {
    const built = await withAnna(withMfa('OPTIONAL'));
    const secret = await enrolTotp(built, name);
    const { Session = '' } = await signIn(built, name);
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await refusalOf(answer(built, { ChallengeName: 'MFA_SETUP', Session }, code))).toEqual(invalidSession);
    expect(await refusalOf(built.call('AssociateSoftwareToken', { Session }))).toEqual(invalidSession);
  });
});

test('a confidential client proves its secret at every challenge', async () => {
  const built = buildPool({ ...withMfa('ON'), clients: { app: { generateSecret: true } } });
  await built.addConfirmedUser(name);
  const { id, secret = '' } = built.client('app');
  const setup = await signIn(built, name, { SECRET_HASH: secretHash(secret, name, id) });
  expect(await refusalOf(answer(built, setup, { USERNAME: name }))).toEqual(
    refusal('NotAuthorizedException', `Client ${id} is configured with secret but SECRET_HASH was not received`),
  );
  const wrong = { USERNAME: name, SECRET_HASH: secretHash(secret, 'bob@example.com', id) };
  expect(await refusalOf(answer(built, setup, wrong))).toEqual(
    refusal('NotAuthorizedException', `Unable to verify secret hash for client ${id}`),
  );
});

describe('SOFTWARE_TOKEN_MFA', () => {
  test.each(['12345', '1234567', 'abcdef', '１２３４５６'])('%s is a wrong code like any other', async (code) => {
    const built = await withAnna(withMfa('OPTIONAL'));
    await enrolTotp(built, name);
    const challenge = await signIn(built, name);
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: code }))).toEqual(
      refusal('CodeMismatchException', 'Invalid code received for user'),
    );
  });
});

describe('NEW_PASSWORD_REQUIRED', () => {
  async function invited(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
    const built = buildPool(options);
    await built.callAsAdmin('AdminCreateUser', {
      Username: name,
      MessageAction: 'SUPPRESS',
      TemporaryPassword: password,
    });
    return built;
  }

  test('is over once the user has a password, for every sign-in that was waiting for it', async () => {
    const built = await invited();
    const [first, second] = [await signIn(built, name), await signIn(built, name)];
    await answer(built, first, { USERNAME: name, NEW_PASSWORD: newPassword });
    expect(await refusalOf(answer(built, second, { USERNAME: name, NEW_PASSWORD: 'Somebody-Else-11' }))).toEqual(
      invalidSession,
    );
    expect(await signIn(built, name, { PASSWORD: newPassword })).toHaveProperty('AuthenticationResult');
  });

  test.each([
    ['has a blank in it', 'Better Horse-10'],
    ['ends with a blank', 'Better-Horse-10 '],
  ])('refuses a password that %s, as the operations do, and takes another', async (_what, unusable) => {
    const built = await invited();
    const challenge = await signIn(built, name);
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, NEW_PASSWORD: unusable }))).toEqual(
      refusal(
        'InvalidParameterException',
        "1 validation error detected: Value at 'password' failed to satisfy constraint: " +
          'Member must satisfy regular expression pattern: [\\S]+',
      ),
    );
    expect(await answer(built, challenge, { USERNAME: name, NEW_PASSWORD: newPassword })).toHaveProperty(
      'AuthenticationResult',
    );
  });

  test('refuses a password of more than 256 characters', async () => {
    const built = await invited();
    const long = { USERNAME: name, NEW_PASSWORD: `${newPassword}${'x'.repeat(256)}` };
    expect(await refusalOf(answer(built, await signIn(built, name), long))).toMatchObject({
      message: expect.stringContaining('Member must have length less than or equal to 256'),
    });
  });

  test('folds an address like every other way to write it', async () => {
    const schema = standardAttributes.map((each) => (each.name === 'email' ? { ...each, required: true } : each));
    const built = await invited({ settings: { schema, signInWith: 'username' } });
    const responses = { NEW_PASSWORD: newPassword, 'userAttributes.email': 'Anna@Example.com' };
    await answer(built, await signIn(built, name), { USERNAME: name, ...responses });
    expect(built.pool.requireUser(name).attributes['email']).toBe('anna@example.com');
  });

  test('is told to the token trigger, also when an enrolment comes between', async () => {
    const mfa = { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
    const built = await invited({ settings: { mfa }, triggers: { PreTokenGeneration: () => ({}) } });
    const setup = await answer(built, await signIn(built, name), { USERNAME: name, NEW_PASSWORD: newPassword });
    const { Session } = await enrol(built, setup.Session);
    await answer(built, { ...setup, Session }, { USERNAME: name });
    expect(built.events.map(({ triggerSource }) => triggerSource)).toEqual(['TokenGeneration_NewPasswordChallenge']);
  });

  test('lets nobody enrol an authenticator with its session', async () => {
    const built = await invited(withMfa('OPTIONAL'));
    const { Session } = await signIn(built, name);
    expect(await refusalOf(built.call('AssociateSoftwareToken', { Session }))).toEqual(invalidSession);
  });

  test('keeps an attribute from a client that may not write it', async () => {
    const schema = standardAttributes.map((each) => (each.name === 'name' ? { ...each, required: true } : each));
    const built = await invited({ settings: { schema }, clients: { app: { writeAttributes: ['email', 'name'] } } });
    const challenge = await signIn(built, name);
    const responses = { USERNAME: name, NEW_PASSWORD: newPassword, 'userAttributes.name': 'Anna' };
    expect(await refusalOf(answer(built, challenge, { ...responses, 'userAttributes.nickname': 'A' }))).toEqual(
      refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute'),
    );
    expect(await answer(built, challenge, responses)).toHaveProperty('AuthenticationResult');
  });
});

describe('MFA_SETUP', () => {
  test('is not met by a secret that no code has proved', async () => {
    const built = await withAnna(withMfa('ON'));
    const setup = await signIn(built, name);
    const { Session } = await built.call('AssociateSoftwareToken', { Session: setup.Session });
    expect(await refusalOf(answer(built, { ...setup, Session: String(Session) }, { USERNAME: name }))).toEqual(
      invalidSession,
    );
  });

  test('a sign-in that still waits for it cannot replace the authenticator that another one registered', async () => {
    const built = await withAnna(withMfa('ON'));
    const [first, second, third] = [await signIn(built, name), await signIn(built, name), await signIn(built, name)];
    const waiting = await built.call('AssociateSoftwareToken', { Session: third.Session });
    const { secret } = await enrol(built, first.Session);

    expect(await refusalOf(built.call('AssociateSoftwareToken', { Session: second.Session }))).toEqual(invalidSession);
    const code = { Session: waiting['Session'], UserCode: totpCode(String(waiting['SecretCode']), built.clock) };
    expect(await refusalOf(built.call('VerifySoftwareToken', code))).toEqual(invalidSession);
    const next = await signIn(built, name);
    expect(
      await answer(built, next, { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) }),
    ).toHaveProperty('AuthenticationResult');
  });

  const bothFactors = {
    settings: {
      signInWith: 'username',
      accountRecovery: ['admin_only'],
      mfa: { mode: 'ON', factors: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'] },
    },
  } as const;

  /** Two sign-ins that wait for a factor of a user who has none. */
  async function twoWaiting() {
    const built = buildPool(bothFactors);
    await built.callAsAdmin('AdminCreateUser', { Username: 'bob', MessageAction: 'SUPPRESS' });
    await built.callAsAdmin('AdminSetUserPassword', { Username: 'bob', Password: password, Permanent: true });
    return { built, first: await signIn(built, 'bob'), second: await signIn(built, 'bob') };
  }

  const address = 'bob@example.com';
  const codeTo = ({ inbox }: BuiltPool) => inbox.latest(address, 'Authentication')?.code ?? '';

  test('takes no address from a sign-in that still waits once another one registered an authenticator', async () => {
    const { built, first, second } = await twoWaiting();
    const third = await answer(built, await signIn(built, 'bob'), { USERNAME: 'bob', EMAIL: address });
    const code = { USERNAME: 'bob', EMAIL_OTP_CODE: codeTo(built) };
    await enrol(built, first.Session);
    expect(await refusalOf(answer(built, second, { USERNAME: 'bob', EMAIL: address }))).toEqual(invalidSession);
    expect(await refusalOf(answer(built, third, code))).toEqual(
      refusal('CodeMismatchException', 'Invalid code or auth state for the user.'),
    );
    expect(built.pool.requireUser('bob')).toMatchObject({ attributes: {}, mfa: { enabled: ['SOFTWARE_TOKEN_MFA'] } });
  });

  test('registers no authenticator for a sign-in that still waits once another one set e-mail up', async () => {
    const { built, first, second } = await twoWaiting();
    const otp = await answer(built, first, { USERNAME: 'bob', EMAIL: address });
    await answer(built, otp, { USERNAME: 'bob', EMAIL_OTP_CODE: codeTo(built) });
    expect(await refusalOf(built.call('AssociateSoftwareToken', { Session: second.Session }))).toEqual(invalidSession);
  });

  test('registers no authenticator for a user who was disabled', async () => {
    const built = await withAnna(withMfa('ON'));
    const { Session } = await signIn(built, name);
    const associated = await built.call('AssociateSoftwareToken', { Session });
    const UserCode = totpCode(String(associated['SecretCode']), built.clock);
    await built.callAsAdmin('AdminDisableUser', { Username: name });
    const disabled = refusal('NotAuthorizedException', 'User is disabled.');
    const verify = built.call('VerifySoftwareToken', { Session: associated['Session'], UserCode });
    expect(await refusalOf(verify)).toEqual(disabled);
    const again = built.call('AssociateSoftwareToken', { Session: associated['Session'] });
    expect(await refusalOf(again)).toEqual(disabled);
    expect(built.pool.requireUser(name).softwareToken).toBeUndefined();
  });

  test('the session of the verification ends it, once', async () => {
    const built = await withAnna(withMfa('ON'));
    const setup = await signIn(built, name);
    const { Session } = await enrol(built, setup.Session);
    expect(await answer(built, { ...setup, Session }, { USERNAME: name })).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(answer(built, { ...setup, Session }, { USERNAME: name }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });
});
