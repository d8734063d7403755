import { verificationDestination } from '../../../lib/local-pool/messages/verification-destination';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const phone = '+4915112345678';

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

test.each([
  ['the address alone', { email: name }, { medium: 'EMAIL', address: name }],
  ['an address and an empty number', { email: name, phone_number: '' }, { medium: 'EMAIL', address: name }],
  ['both', { email: name, phone_number: phone }, { medium: 'SMS', address: phone }],
  ['neither', {}, undefined],
])('where both can be verified, a user with %s gets the code there', (_what, attributes, destination) => {
  const { pool } = buildPool({ settings: { autoVerifiedAttributes: ['email', 'phone_number'] } });
  expect(verificationDestination(pool, attributes)).toEqual(destination);
});

test('a sign-up by phone number is confirmed by the code of its text message, which verifies the number', async () => {
  const { callAs, inbox, pool } = buildPool({ settings: { autoVerifiedAttributes: ['email', 'phone_number'] } });
  const reply = await callAs('app', 'SignUp', {
    Username: name,
    Password: password,
    UserAttributes: [{ Name: 'phone_number', Value: phone }],
  });
  expect(reply['CodeDeliveryDetails']).toEqual({
    Destination: '+*********5678',
    DeliveryMedium: 'SMS',
    AttributeName: 'phone_number',
  });
  const message = inbox.latest(phone, 'SignUp');
  expect(message).toMatchObject({ medium: 'SMS', subject: '', from: 'NOTICE', body: `Code ${message?.code ?? ''}` });
  await callAs('app', 'ConfirmSignUp', { Username: name, ConfirmationCode: message?.code });
  expect(pool.requireUser(name)).toMatchObject({
    status: 'CONFIRMED',
    attributes: { phone_number_verified: 'true', email_verified: 'false' },
  });
});

test('a text message has the words of the CustomMessage trigger for text messages', async () => {
  const { callAs, inbox } = buildPool({
    settings: { autoVerifiedAttributes: ['phone_number'] },
    triggers: { CustomMessage: () => ({ smsMessage: 'Hello {####}', emailMessage: 'Mail {####}' }) },
  });
  const UserAttributes = [{ Name: 'phone_number', Value: phone }];
  await callAs('app', 'SignUp', { Username: name, Password: password, UserAttributes });
  const { body, code = '' } = inbox.latest(phone) ?? {};
  expect(body).toBe(`Hello ${code}`);
});

test('an invitation goes by every medium that is asked for, in the words of each', async () => {
  const { callAsAdmin, inbox } = buildPool();
  await callAsAdmin('AdminCreateUser', {
    Username: name,
    TemporaryPassword: 'Temporary-Pass-1',
    DesiredDeliveryMediums: ['SMS', 'EMAIL'],
    UserAttributes: [{ Name: 'phone_number', Value: phone }],
  });
  expect(inbox.all().map(({ medium, to, body }) => [medium, to, body])).toEqual([
    ['SMS', phone, `${name}: Temporary-Pass-1`],
    ['EMAIL', name, `You are ${name}, your password is Temporary-Pass-1`],
  ]);
});
