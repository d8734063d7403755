import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const anna = { Username: 'anna@example.com', Password: password };
const schema = [
  ...standardAttributes.map((attribute) =>
    attribute.name === 'given_name' ? { ...attribute, required: true } : attribute,
  ),
  { name: 'custom:team', type: 'String', required: false, mutable: false, maxLength: 5 },
] as const;

test('a sign-up makes an unconfirmed user and sends the code to the address', async () => {
  const { callAs, inbox, pool } = buildPool();

  const reply = await callAs('app', 'SignUp', anna);

  const user = pool.requireUser('anna@example.com');
  expect(reply).toEqual({
    UserConfirmed: false,
    UserSub: user.sub,
    CodeDeliveryDetails: { Destination: 'a***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
  });
  expect(user).toMatchObject({
    username: user.sub,
    status: 'UNCONFIRMED',
    attributes: { email: 'anna@example.com', email_verified: 'false' },
  });
  expect(inbox.latest('anna@example.com', 'SignUp')).toMatchObject({
    medium: 'EMAIL',
    from: 'people@example.com',
    subject: 'Your code',
    body: expect.stringMatching(/^The code is \d{6}\.$/),
    code: expect.stringMatching(/^\d{6}$/),
  });
});

test('in a pool of user names the name is stored, and the e-mail attribute gets the code', async () => {
  const { callAs, inbox, pool } = buildPool({ settings: { signInWith: 'username' } });

  await callAs('app', 'SignUp', {
    Username: 'Anna',
    Password: password,
    UserAttributes: [{ Name: 'email', Value: 'Anna@Example.com' }],
  });

  expect(pool.requireUser('ANNA')).toMatchObject({ username: 'anna', attributes: { email: 'anna@example.com' } });
  expect(inbox.latest('anna@example.com')?.kind).toBe('SignUp');
});

test('nothing is sent where the pool verifies nothing, or the user gave no address', async () => {
  const unverified = buildPool({ settings: { autoVerifiedAttributes: [] } });
  const withoutAddress = buildPool({ settings: { signInWith: 'username' } });

  const replies = await Promise.all([
    unverified.callAs('app', 'SignUp', anna),
    withoutAddress.callAs('app', 'SignUp', { Username: 'anna', Password: password }),
  ]);

  for (const reply of replies) expect(reply).toEqual({ UserConfirmed: false, UserSub: expect.any(String) });
  expect([...unverified.inbox.all(), ...withoutAddress.inbox.all()]).toEqual([]);
});

describe('a sign-up is refused', () => {
  const table: readonly (readonly [string, Parameters<typeof buildPool>[0], object, string, string])[] = [
    [
      'where only administrators create users',
      { settings: { adminCreateUserOnly: true } },
      {},
      'NotAuthorizedException',
      'SignUp is not permitted for this user pool',
    ],
    [
      'for a user name that is no address where people sign in with e-mail',
      {},
      { Username: 'anna' },
      'InvalidParameterException',
      'Username should be an email.',
    ],
    [
      'for an e-mail attribute that is another address than the name',
      {},
      { UserAttributes: [{ Name: 'email', Value: 'bob@example.com' }] },
      'InvalidParameterException',
      'Username and email attribute must be the same address.',
    ],
    [
      'without a required attribute',
      { settings: { schema } },
      {},
      'InvalidParameterException',
      'Attributes did not conform to the schema: given_name: The attribute is required',
    ],
    [
      'with an attribute that the schema lacks',
      {},
      { UserAttributes: [{ Name: 'custom:unknown', Value: 'x' }] },
      'InvalidParameterException',
      'Attributes did not conform to the schema: custom:unknown: Attribute does not exist in the schema.',
    ],
    [
      'with an attribute that the client may not write',
      { clients: { app: { writeAttributes: ['email'] } } },
      { UserAttributes: [{ Name: 'given_name', Value: 'Anna' }] },
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ],
    [
      'with a verified flag, although the client may write every attribute',
      {},
      { UserAttributes: [{ Name: 'email_verified', Value: 'true' }] },
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ],
    [
      'with a sub of its own choice',
      {},
      { UserAttributes: [{ Name: 'sub', Value: 'somebody' }] },
      'NotAuthorizedException',
      'A client attempted to write unauthorized attribute',
    ],
    [
      'with a password that misses the policy',
      {},
      { Password: 'correct-horse-9' },
      'InvalidPasswordException',
      'Password did not conform with policy: Password must have uppercase characters',
    ],
    [
      'with a password that holds a space',
      {},
      { Password: 'Correct Horse 9' },
      'InvalidParameterException',
      "1 validation error detected: Value at 'password' failed to satisfy constraint: " +
        'Member must satisfy regular expression pattern: [\\S]+',
    ],
    [
      'without a password',
      {},
      { Password: null },
      'InvalidParameterException',
      "1 validation error detected: Value null at 'password' failed to satisfy constraint: Member must not be null",
    ],
  ];

  test.each(table)('%s', async (_when, options, change, type, message) => {
    const { callAs, pool, inbox } = buildPool(options);

    expect(await refusalOf(callAs('app', 'SignUp', { ...anna, ...change }))).toEqual(refusal(type, message));
    expect(pool.users.all()).toEqual([]);
    expect(inbox.all()).toEqual([]);
  });

  test('through an unknown client', async () => {
    const { call } = buildPool();
    expect(await refusalOf(call('SignUp', { ClientId: 'unknown', ...anna }))).toEqual(
      refusal('ResourceNotFoundException', 'User pool client unknown does not exist.'),
    );
  });

  test('without, or with a wrong, secret hash of a confidential client', async () => {
    const { call, callAs, client } = buildPool({ clients: { server: { generateSecret: true } } });
    const { id } = client('server');

    expect(await refusalOf(call('SignUp', { ClientId: id, ...anna }))).toEqual(
      refusal('NotAuthorizedException', `Client ${id} is configured with secret but SECRET_HASH was not received`),
    );
    expect(await refusalOf(call('SignUp', { ClientId: id, SecretHash: 'wrong', ...anna }))).toEqual(
      refusal('NotAuthorizedException', `Unable to verify secret hash for client ${id}`),
    );
    expect(await callAs('server', 'SignUp', anna)).toMatchObject({ UserConfirmed: false });
  });

  test.each([
    ['email', 'An account with the given email already exists.'],
    ['username', 'User already exists'],
  ] as const)(
    'for a taken name in a pool that signs in with %s, whatever the client masks',
    async (signInWith, message) => {
      const { callAs } = buildPool({ settings: { signInWith } });
      await callAs('app', 'SignUp', anna);

      const again = callAs('app', 'SignUp', { ...anna, Username: 'ANNA@example.com' });

      expect(await refusalOf(again)).toEqual(refusal('UsernameExistsException', message));
    },
  );
});

describe('PreSignUp', () => {
  test('sees the user to be, the validation data and the metadata', async () => {
    const { callAs, client, events } = buildPool({ triggers: { PreSignUp: () => ({}) } });

    const { UserSub } = await callAs('app', 'SignUp', {
      ...anna,
      ValidationData: [{ Name: 'captcha', Value: 'ok' }],
      ClientMetadata: { locale: 'ja' },
    });

    expect(events).toEqual([
      expect.objectContaining({
        triggerSource: 'PreSignUp_SignUp',
        userName: UserSub,
        callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: client('app').id },
        request: {
          userAttributes: { email: 'anna@example.com' },
          validationData: { captcha: 'ok' },
          clientMetadata: { locale: 'ja' },
        },
      }),
    ]);
  });

  test('that fails leaves nobody created', async () => {
    const fail = () => {
      throw new Error('not this domain');
    };
    const { callAs, pool, inbox } = buildPool({ triggers: { PreSignUp: fail } });

    expect(await refusalOf(callAs('app', 'SignUp', anna))).toEqual(
      refusal('UserLambdaValidationException', 'PreSignUp failed with error not this domain.'),
    );
    expect(pool.users.all()).toEqual([]);
    expect(inbox.all()).toEqual([]);
  });

  test('may confirm the user and verify the address: PostConfirmation runs and no code is sent', async () => {
    const { callAs, pool, inbox, events } = buildPool({
      triggers: {
        PreSignUp: () => ({ autoConfirmUser: true, autoVerifyEmail: true }),
        PostConfirmation: () => ({}),
      },
    });

    const reply = await callAs('app', 'SignUp', anna);

    expect(reply).toEqual({ UserConfirmed: true, UserSub: expect.any(String) });
    expect(pool.requireUser(anna.Username)).toMatchObject({
      status: 'CONFIRMED',
      attributes: { email_verified: 'true' },
    });
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
      'PreSignUp_SignUp',
      'PostConfirmation_ConfirmSignUp',
    ]);
    expect(events[1]?.request.userAttributes).toMatchObject({
      'cognito:user_status': 'CONFIRMED',
      email_verified: 'true',
    });
    expect(inbox.all()).toEqual([]);
  });

  test('that takes its time does not let two sign-ups for one name make two users', async () => {
    const { callAs, pool } = buildPool({ triggers: { PreSignUp: async () => ({}) } });

    const outcomes = await Promise.allSettled([callAs('app', 'SignUp', anna), callAs('app', 'SignUp', anna)]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(pool.users.all()).toHaveLength(1);
  });
});

describe('CustomMessage', () => {
  test('gives the texts, with the code in the place that they leave', async () => {
    const { callAs, inbox, events } = buildPool({
      triggers: {
        CustomMessage: ({ request }) => ({
          emailSubject: 'ようこそ',
          emailMessage: `<b>${String(request['codeParameter'])}</b>`,
        }),
      },
    });

    await callAs('app', 'SignUp', { ...anna, ClientMetadata: { locale: 'ja' } });

    const message = inbox.latest(anna.Username);
    expect(message).toMatchObject({ subject: 'ようこそ', body: `<b>${message?.code ?? ''}</b>` });
    expect(events[0]).toMatchObject({
      triggerSource: 'CustomMessage_SignUp',
      request: { codeParameter: '{####}', usernameParameter: null, clientMetadata: { locale: 'ja' } },
    });
  });

  test('that fails sends no code; the user is there, and a new code can be asked for', async () => {
    let broken = true;
    const { callAs, pool, inbox } = buildPool({
      triggers: {
        CustomMessage: () => {
          if (broken) throw new Error('no text');
          return {};
        },
      },
    });

    expect(await refusalOf(callAs('app', 'SignUp', anna))).toEqual(
      refusal('UserLambdaValidationException', 'CustomMessage failed with error no text.'),
    );
    expect(pool.requireUser(anna.Username).status).toBe('UNCONFIRMED');
    expect(inbox.all()).toEqual([]);

    broken = false;
    await callAs('app', 'ResendConfirmationCode', { Username: anna.Username });
    expect(inbox.latest(anna.Username)?.kind).toBe('ResendCode');
  });
});

test.each([
  [false, 'signs in with any spelling of the name', true],
  [true, 'signs in with that spelling alone', false],
])('in a pool of user names that is case-sensitive: %s, a user %s', async (caseSensitive, _what, others) => {
  const built = buildPool({ settings: { signInWith: 'username', caseSensitive } });
  await built.callAs('app', 'SignUp', { Username: 'Anna', Password: password });
  await built.callAsAdmin('AdminConfirmSignUp', { Username: 'Anna' });
  await expect(built.accessToken('Anna', password)).resolves.toEqual(expect.any(String));
  const spelled = built.accessToken('aNNa', password).then(
    () => true,
    () => false,
  );
  expect(await spelled).toBe(others);
});
