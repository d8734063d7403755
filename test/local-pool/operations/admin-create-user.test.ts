import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { policyMiss } from '../../../lib/local-pool/passwords/password-policy';
import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const temporary = 'Temporary-Pass-1';
const email = (value: string) => ({ Name: 'email', Value: value });
const phone = { Name: 'phone_number', Value: '+4915112345678' };
const schema = standardAttributes.map((attribute) => {
  if (attribute.name === 'given_name') return { ...attribute, required: true };
  if (attribute.name === 'birthdate') return { ...attribute, required: true, mutable: false };
  return attribute;
});

test('an invitation holds the name to sign in with and the temporary password', async () => {
  const { callAsAdmin, inbox, pool } = buildPool();

  const reply = await callAsAdmin('AdminCreateUser', { Username: name, TemporaryPassword: temporary });

  const user = pool.requireUser(name);
  expect(reply).toEqual({
    User: {
      Username: user.sub,
      Attributes: [
        { Name: 'sub', Value: user.sub },
        { Name: 'email', Value: name },
      ],
      UserCreateDate: user.created / 1000,
      UserLastModifiedDate: user.created / 1000,
      Enabled: true,
      UserStatus: 'FORCE_CHANGE_PASSWORD',
    },
  });
  expect(inbox.all()).toEqual([
    {
      sentAt: '2026-11-21T09:00:00.000Z',
      kind: 'AdminCreateUser',
      medium: 'EMAIL',
      from: 'people@example.com',
      to: name,
      subject: 'Welcome',
      body: `You are ${name}, your password is ${temporary}`,
      code: temporary,
    },
  ]);
});

test('a password with a dollar sign arrives as it is', async () => {
  const { callAsAdmin, inbox } = buildPool();
  await callAsAdmin('AdminCreateUser', { Username: name, TemporaryPassword: "Tempo$&$'$1-Word" });
  expect(inbox.latest(name)?.body).toBe(`You are ${name}, your password is Tempo$&$'$1-Word`);
});

test('a password that nobody gave is generated, satisfies the policy and signs in', async () => {
  const { call, callAsAdmin, client, inbox, pool } = buildPool();

  await callAsAdmin('AdminCreateUser', { Username: name });

  const generated = inbox.latest(name)?.code ?? '';
  expect(policyMiss(generated, pool.settings.passwordPolicy)).toBeUndefined();
  expect(
    await call('InitiateAuth', {
      ClientId: client('app').id,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: name, PASSWORD: generated },
    }),
  ).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
});

test('SUPPRESS sends nothing and asks CustomMessage nothing', async () => {
  const { callAsAdmin, inbox, events } = buildPool({ triggers: { CustomMessage: () => ({}) } });
  await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'SUPPRESS' });
  expect(inbox.all()).toEqual([]);
  expect(events).toEqual([]);
});

test('an administrator may verify the address at once', async () => {
  const { callAsAdmin, pool } = buildPool();
  await callAsAdmin('AdminCreateUser', {
    Username: name,
    UserAttributes: [{ Name: 'email_verified', Value: 'true' }],
  });
  expect(pool.requireUser(name).attributes).toEqual({ email: name, email_verified: 'true' });
});

test('required attributes may come later, unless they cannot be changed later', async () => {
  const { callAsAdmin } = buildPool({ settings: { schema } });

  expect(await refusalOf(callAsAdmin('AdminCreateUser', { Username: name }))).toEqual(
    refusal(
      'InvalidParameterException',
      'Attributes did not conform to the schema: birthdate: The attribute is required',
    ),
  );
  expect(
    await callAsAdmin('AdminCreateUser', {
      Username: name,
      UserAttributes: [{ Name: 'birthdate', Value: '1990-01-31' }],
    }),
  ).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } });
});

describe('a user is not created', () => {
  test.each([
    [
      'with a temporary password that misses the policy',
      { TemporaryPassword: 'Temporary-Password' },
      'InvalidPasswordException',
      'Password did not conform with password policy: Password must have numeric characters',
    ],
    [
      'with an attribute that the schema lacks',
      { UserAttributes: [{ Name: 'custom:team', Value: 'a' }] },
      'InvalidParameterException',
      'Attributes did not conform to the schema: custom:team: Attribute does not exist in the schema.',
    ],
    [
      'with a sub',
      { UserAttributes: [{ Name: 'sub', Value: 'x' }] },
      'InvalidParameterException',
      'Attributes did not conform to the schema: sub: Attribute cannot be updated.',
    ],
    [
      'with a name that is no address',
      { Username: 'anna' },
      'InvalidParameterException',
      'Username should be an email.',
    ],
    [
      'when the invitation goes to a phone number that is not given',
      { DesiredDeliveryMediums: ['SMS'] },
      'InvalidParameterException',
      'No phone number provided but desired delivery medium was SMS',
    ],
    [
      'with a medium that does not exist',
      { DesiredDeliveryMediums: ['FAX'] },
      'InvalidParameterException',
      "1 validation error detected: Value 'FAX' at 'desiredDeliveryMediums.1.member' failed to satisfy constraint: " +
        'Member must satisfy enum value set: [SMS, EMAIL]',
    ],
  ])('%s', async (_when, change, type, message) => {
    const { callAsAdmin, pool, inbox } = buildPool();

    expect(await refusalOf(callAsAdmin('AdminCreateUser', { Username: name, ...change }))).toEqual(
      refusal(type, message),
    );
    expect(pool.users.all()).toEqual([]);
    expect(inbox.all()).toEqual([]);
  });

  test('in a pool that does not exist', async () => {
    const { call } = buildPool();
    expect(await refusalOf(call('AdminCreateUser', { UserPoolId: 'eu-west-1_None', Username: name }))).toEqual(
      refusal('ResourceNotFoundException', 'User pool eu-west-1_None does not exist.'),
    );
  });

  test('a second time, however the name is written', async () => {
    const { callAsAdmin } = buildPool();
    await callAsAdmin('AdminCreateUser', { Username: name });
    expect(await refusalOf(callAsAdmin('AdminCreateUser', { Username: 'ANNA@EXAMPLE.COM' }))).toEqual(
      refusal('UsernameExistsException', 'User account already exists'),
    );
  });

  test('when PreSignUp fails', async () => {
    const fail = () => {
      throw new Error('no');
    };
    const { callAsAdmin, pool, inbox } = buildPool({ triggers: { PreSignUp: fail } });

    expect(await refusalOf(callAsAdmin('AdminCreateUser', { Username: name }))).toEqual(
      refusal('UserLambdaValidationException', 'PreSignUp failed with error no.'),
    );
    expect(pool.users.all()).toEqual([]);
    expect(inbox.all()).toEqual([]);
  });

  test('twice by two requests at once', async () => {
    const { callAsAdmin, pool } = buildPool({ triggers: { PreSignUp: async () => ({}) } });
    const create = () => callAsAdmin('AdminCreateUser', { Username: name });

    const outcomes = await Promise.allSettled([create(), create()]);

    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(pool.users.all()).toHaveLength(1);
  });
});

describe('a pool of user names', () => {
  const settings = { signInWith: 'username' } as const;

  test('invites by e-mail when that is the only contact, or the one that is asked for', async () => {
    const { callAsAdmin, inbox } = buildPool({ settings });

    await callAsAdmin('AdminCreateUser', { Username: 'anna', UserAttributes: [email('anna@example.com')] });
    await callAsAdmin('AdminCreateUser', {
      Username: 'bob',
      UserAttributes: [email('bob@example.com'), phone],
      DesiredDeliveryMediums: ['EMAIL'],
    });

    expect(inbox.all().map(({ to, body }) => [to, body.split(',')[0]])).toEqual([
      ['anna@example.com', 'You are anna'],
      ['bob@example.com', 'You are bob'],
    ]);
  });

  test('sends nothing to a user without a contact, unless e-mail was asked for', async () => {
    const { callAsAdmin, inbox } = buildPool({ settings });

    await callAsAdmin('AdminCreateUser', { Username: 'anna' });
    expect(inbox.all()).toEqual([]);
    expect(
      await refusalOf(callAsAdmin('AdminCreateUser', { Username: 'bob', DesiredDeliveryMediums: ['EMAIL'] })),
    ).toEqual(refusal('InvalidParameterException', 'No email provided but desired delivery medium was Email'));
  });
});

describe('triggers', () => {
  test('PreSignUp may refuse but not confirm, and PostConfirmation does not run', async () => {
    const { callAsAdmin, pool, events } = buildPool({
      triggers: {
        PreSignUp: () => ({ autoConfirmUser: true, autoVerifyEmail: true }),
        PostConfirmation: () => ({}),
        CustomMessage: () => ({}),
      },
    });

    await callAsAdmin('AdminCreateUser', {
      Username: name,
      ClientMetadata: { by: 'admin' },
      ValidationData: [{ Name: 'ticket', Value: '1' }],
    });

    expect(pool.requireUser(name)).toMatchObject({ status: 'FORCE_CHANGE_PASSWORD', attributes: { email: name } });
    expect(pool.requireUser(name).attributes).not.toHaveProperty('email_verified');
    expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
      'PreSignUp_AdminCreateUser',
      'CustomMessage_AdminCreateUser',
    ]);
    expect(events[0]?.request).toMatchObject({ validationData: { ticket: '1' }, clientMetadata: { by: 'admin' } });
    for (const { callerContext } of events) expect(callerContext.clientId).toBe('CLIENT_ID_NOT_APPLICABLE');
  });

  test('CustomMessage writes the invitation with both placeholders', async () => {
    const { callAsAdmin, inbox } = buildPool({
      triggers: {
        CustomMessage: ({ request }) => ({
          emailSubject: 'Hello',
          emailMessage: `${String(request['usernameParameter'])} / ${String(request['codeParameter'])}`,
        }),
      },
    });

    await callAsAdmin('AdminCreateUser', { Username: name, TemporaryPassword: temporary });

    expect(inbox.latest(name)).toMatchObject({ subject: 'Hello', body: `${name} / ${temporary}` });
  });
});

describe('RESEND', () => {
  test('sends a new password with a new validity; the one before stops working', async () => {
    const { accessToken, callAsAdmin, clock, inbox, pool } = buildPool();
    await callAsAdmin('AdminCreateUser', { Username: name });
    const first = inbox.latest(name)?.code ?? '';
    clock.advance({ days: 8 });
    expect(await refusalOf(accessToken(name, first))).toEqual(
      refusal('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
    );

    const reply = await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'RESEND' });

    expect(reply).toMatchObject({ User: { UserStatus: 'FORCE_CHANGE_PASSWORD' } });
    const second = inbox.latest(name)?.code ?? '';
    expect(second).not.toBe(first);
    expect(await refusalOf(accessToken(name, first))).toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await expect(accessToken(name, second)).rejects.toThrow('NEW_PASSWORD_REQUIRED');
    expect(pool.users.all()).toHaveLength(1);
  });

  test('takes the password that the administrator gives', async () => {
    const { callAsAdmin, inbox } = buildPool();
    await callAsAdmin('AdminCreateUser', { Username: name });
    await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'RESEND', TemporaryPassword: temporary });
    expect(inbox.latest(name)?.code).toBe(temporary);
  });

  test('does not ask PreSignUp', async () => {
    const { callAsAdmin, events } = buildPool({ triggers: { PreSignUp: () => ({}) } });
    await callAsAdmin('AdminCreateUser', { Username: name });
    await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'RESEND' });
    expect(events).toHaveLength(1);
  });

  test('is refused for a user who is unknown, past the invitation, or without a contact', async () => {
    const { addConfirmedUser, callAsAdmin } = buildPool({ settings: { signInWith: 'username' } });
    await addConfirmedUser(name);
    await callAsAdmin('AdminCreateUser', { Username: 'bob' });
    const resend = (Username: string) =>
      refusalOf(callAsAdmin('AdminCreateUser', { Username, MessageAction: 'RESEND' }));

    expect(await resend('nobody')).toEqual(refusal('UserNotFoundException', 'User does not exist.'));
    expect(await resend(name)).toEqual(
      refusal('UnsupportedUserStateException', `Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`),
    );
    expect(await resend('bob')).toEqual(
      refusal('InvalidParameterException', 'No email provided but desired delivery medium was Email'),
    );
  });

  test('leaves a user alone who chose a password while the message was made', async () => {
    let during = async (): Promise<unknown> => undefined;
    const { accessToken, callAsAdmin } = buildPool({
      triggers: {
        CustomMessage: async () => {
          await during();
          return {};
        },
      },
    });
    await callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'SUPPRESS' });
    during = () =>
      callAsAdmin('AdminSetUserPassword', { Username: name, Password: 'Chosen-Meanwhile-1', Permanent: true });

    expect(await refusalOf(callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'RESEND' }))).toMatchObject({
      type: 'UnsupportedUserStateException',
    });
    await expect(accessToken(name, 'Chosen-Meanwhile-1')).resolves.toEqual(expect.any(String));
  });
});
