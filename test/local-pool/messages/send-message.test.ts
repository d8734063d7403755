import { verificationAddress } from '../../../lib/local-pool/messages/verification-address';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';

test('a message to a user who was deleted while it was made is not sent, and no code is made', async () => {
  let during = async (): Promise<unknown> => undefined;
  const { callAs, callAsAdmin, inbox } = buildPool({
    settings: { signInWith: 'username' },
    triggers: {
      CustomMessage: async () => {
        await during();
        return {};
      },
    },
  });
  const signUp = { Username: 'anna', Password: password, UserAttributes: [{ Name: 'email', Value: name }] };
  await callAs('app', 'SignUp', signUp);
  const { length } = inbox.all();
  during = async () => {
    during = async () => undefined;
    await callAsAdmin('AdminDeleteUser', { Username: 'anna' });
    await callAs('app', 'SignUp', signUp);
  };

  expect(await refusalOf(callAs('app', 'ResendConfirmationCode', { Username: 'anna' }))).toEqual(
    refusal('UserNotFoundException', 'User does not exist.'),
  );

  // The one message is that of the new user, whose code is good.
  expect(inbox.all()).toHaveLength(length + 1);
  const ConfirmationCode = inbox.latest(name)?.code;
  expect(await callAs('app', 'ConfirmSignUp', { Username: 'anna', ConfirmationCode })).toEqual({});
});

test('a placeholder in the name of a user is not filled', async () => {
  const { callAsAdmin, inbox } = buildPool({ settings: { signInWith: 'username' } });

  await callAsAdmin('AdminCreateUser', {
    Username: 'x{username}{####}',
    TemporaryPassword: 'Temporary-Pass-1',
    UserAttributes: [{ Name: 'email', Value: name }],
  });

  expect(inbox.latest(name)?.body).toBe('You are x{username}{####}, your password is Temporary-Pass-1');
});

test('only an invitation names the user, and other braces stay as they are', async () => {
  const { callAs, inbox, pool } = buildPool({
    triggers: { CustomMessage: () => ({ emailMessage: 'a { color: red } {username} {####} {####}' }) },
  });

  await callAs('app', 'SignUp', { Username: name, Password: password });

  const { body, code } = inbox.latest(name) ?? {};
  expect(body).toBe(`a { color: red } {username} ${code ?? ''} ${code ?? ''}`);
  expect(pool.requireUser(name).status).toBe('UNCONFIRMED');
});

test('a code that would go to a phone number is refused by the name of the feature', async () => {
  const { pool } = buildPool({ settings: { autoVerifiedAttributes: ['email', 'phone_number'] } });

  expect(verificationAddress(pool, { email: name })).toBe(name);
  expect(verificationAddress(pool, { email: name, phone_number: '' })).toBe(name);
  expect(
    await refusalOf(() => verificationAddress(pool, { email: name, phone_number: '+4915112345678' })),
  ).toMatchObject({ type: 'NotSimulatedException', message: expect.stringMatching(/^SMS is not simulated/) });
});
