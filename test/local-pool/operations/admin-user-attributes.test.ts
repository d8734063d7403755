import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const schema = [
  ...standardAttributes.map((attribute) =>
    attribute.name === 'given_name' ? { ...attribute, required: true } : attribute,
  ),
  { name: 'custom:id', type: 'String', required: false, mutable: false },
] as const;

async function withAnna(options: Parameters<typeof buildPool>[0] = {}) {
  const built: BuiltPool = buildPool(options);
  await built.addConfirmedUser(name);
  const update = (attributes: Readonly<Record<string, string>>) =>
    built.callAsAdmin('AdminUpdateUserAttributes', {
      Username: name,
      UserAttributes: Object.entries(attributes).map(([Name, Value]) => ({ Name, Value })),
    });
  const remove = (...UserAttributeNames: readonly string[]) =>
    built.callAsAdmin('AdminDeleteUserAttributes', { Username: name, UserAttributeNames });
  return { ...built, update, remove, attributes: () => built.pool.requireUser(name).attributes };
}

describe('AdminUpdateUserAttributes', () => {
  test('writes, replaces and, with an empty value, deletes', async () => {
    const { update, attributes } = await withAnna();

    expect(await update({ nickname: 'Ann', locale: 'en' })).toEqual({});
    await update({ nickname: '', locale: 'ja' });

    expect(attributes()).toEqual({ email: name, email_verified: 'true', locale: 'ja' });
  });

  test('unverifies a changed address and sends it a code; the sign-in name follows', async () => {
    const { accessToken, callAsAdmin, events, inbox, pool, update } = await withAnna({
      triggers: { CustomMessage: () => ({}) },
    });

    await update({ email: 'Anna.New@example.com' });

    expect(pool.requireUser('anna.new@example.com').attributes).toEqual({
      email: 'anna.new@example.com',
      email_verified: 'false',
    });
    expect(inbox.all()).toEqual([expect.objectContaining({ kind: 'UpdateUserAttribute', to: 'anna.new@example.com' })]);
    expect(events[0]).toMatchObject({
      triggerSource: 'CustomMessage_UpdateUserAttribute',
      request: { userAttributes: { email: 'anna.new@example.com', email_verified: 'false' } },
    });
    expect(await refusalOf(callAsAdmin('AdminGetUser', { Username: name }))).toMatchObject({
      type: 'UserNotFoundException',
    });
    await expect(accessToken('anna.new@example.com', password)).resolves.toEqual(expect.any(String));
  });

  test.each([
    ['the verified flag is given too', {}, { email: 'new@example.com', email_verified: 'true' }, 'true'],
    ['the address stays the same', {}, { email: name }, 'true'],
    ['the pool verifies nothing', { autoVerifiedAttributes: [] }, { email: 'new@example.com' }, 'false'],
  ] as const)('sends no code when %s', async (_when, settings, change, verified) => {
    const { inbox, pool, update } = await withAnna({ settings });

    await update(change);

    expect(pool.requireUser(change.email).attributes['email_verified']).toBe(verified);
    expect(inbox.all()).toEqual([]);
  });

  test('changes nothing when the message cannot be made', async () => {
    const fail = () => {
      throw new Error('no text');
    };
    const { attributes, update } = await withAnna({ triggers: { CustomMessage: fail } });

    expect(await refusalOf(update({ email: 'new@example.com' }))).toEqual(
      refusal('UserLambdaValidationException', 'CustomMessage failed with error no text.'),
    );
    expect(attributes()).toMatchObject({ email: name, email_verified: 'true' });
  });

  test('keeps what another request wrote while the message was made', async () => {
    let during = async (): Promise<unknown> => undefined;
    const { pool, update } = await withAnna({
      triggers: {
        CustomMessage: async () => {
          await during();
          return {};
        },
      },
    });
    during = () => update({ nickname: 'Ann' });

    await update({ email: 'new@example.com' });

    expect(pool.requireUser('new@example.com').attributes).toMatchObject({ nickname: 'Ann', email: 'new@example.com' });
  });

  test('ends the codes that went to the old address', async () => {
    const { callAs, inbox, update } = await withAnna();
    await callAs('app', 'ForgotPassword', { Username: name });
    const confirmation = { ConfirmationCode: inbox.latest(name)?.code, Password: 'Better-Horse-10' };

    await update({ email: 'new@example.com', email_verified: 'true' });

    expect(
      await refusalOf(callAs('app', 'ConfirmForgotPassword', { Username: 'new@example.com', ...confirmation })),
    ).toMatchObject({ type: 'ExpiredCodeException' });
  });

  test.each([
    ['an unknown attribute', { 'custom:x': '1' }, 'custom:x: Attribute does not exist in the schema.'],
    ['an attribute that never changes', { 'custom:id': '2' }, 'custom:id: Attribute cannot be updated.'],
    ['the sub', { sub: 'x' }, 'sub: Attribute cannot be updated.'],
    ['a flag that is neither true nor false', { email_verified: 'yes' }, 'email_verified: Value must be true or false'],
  ])('refuses %s', async (_what, change, miss) => {
    const { attributes, update } = await withAnna({ settings: { schema } });
    const before = attributes();

    expect(await refusalOf(update(change as Record<string, string>))).toEqual(
      refusal('InvalidParameterException', `Attributes did not conform to the schema: ${miss}`),
    );
    expect(attributes()).toEqual(before);
  });

  test('refuses an address of somebody else, as it is a name to sign in with', async () => {
    const { addConfirmedUser, update } = await withAnna();
    await addConfirmedUser('bob@example.com');

    expect(await refusalOf(update({ email: 'BOB@example.com', email_verified: 'true' }))).toEqual(
      refusal('AliasExistsException', 'An account with the given email already exists.'),
    );
  });

  test('refuses an address that somebody else took while the message was made', async () => {
    let during = async (): Promise<unknown> => undefined;
    const { addConfirmedUser, attributes, inbox, update } = await withAnna({
      triggers: {
        CustomMessage: async () => {
          await during();
          return {};
        },
      },
    });
    during = () => addConfirmedUser('bob@example.com');

    expect(await refusalOf(update({ email: 'bob@example.com' }))).toMatchObject({ type: 'AliasExistsException' });
    expect(attributes()['email']).toBe(name);
    expect(inbox.all()).toEqual([]);
  });

  test('allows it in a pool of user names', async () => {
    const { addConfirmedUser, update } = await withAnna({ settings: { signInWith: 'username' } });
    await addConfirmedUser('bob@example.com');

    expect(await update({ email: 'bob@example.com', email_verified: 'true' })).toEqual({});
  });

  test('leaves the old address in force until the new one is verified, where the pool says so', async () => {
    const { accessToken, attributes, inbox, pool, update } = await withAnna({
      settings: { requireVerificationBeforeUpdate: ['email'] },
    });

    await update({ email: 'new@example.com' });

    expect(attributes()).toEqual({ email: name, email_verified: 'true' });
    expect(inbox.latest('new@example.com')).toMatchObject({ kind: 'UpdateUserAttribute' });
    await expect(accessToken(name, password)).resolves.toEqual(expect.any(String));

    await update({ email: 'new@example.com', email_verified: 'true' });
    expect(pool.requireUser('new@example.com').attributes).toEqual({
      email: 'new@example.com',
      email_verified: 'true',
    });
  });
});

describe('AdminDeleteUserAttributes', () => {
  test('deletes, and takes the verified flag of a contact along', async () => {
    const { attributes, remove, update } = await withAnna({ settings: { signInWith: 'username' } });
    await update({ nickname: 'Ann' });
    expect(await remove('email', 'nickname')).toEqual({});
    expect(attributes()).toEqual({});
  });

  test('ends the sign-up code that went to a deleted address', async () => {
    const { callAs, callAsAdmin, inbox } = buildPool({ settings: { signInWith: 'username' } });
    await callAs('app', 'SignUp', {
      Username: 'anna',
      Password: password,
      UserAttributes: [{ Name: 'email', Value: name }],
    });
    await callAsAdmin('AdminDeleteUserAttributes', { Username: 'anna', UserAttributeNames: ['email'] });

    const confirmation = { Username: 'anna', ConfirmationCode: inbox.latest(name)?.code };
    expect(await refusalOf(callAs('app', 'ConfirmSignUp', confirmation))).toMatchObject({
      type: 'ExpiredCodeException',
    });
  });

  test.each([
    ['a required attribute', 'given_name', 'given_name: Required attribute cannot be deleted.'],
    ['the sub', 'sub', 'sub: Required attribute cannot be deleted.'],
    ['an attribute that never changes', 'custom:id', 'custom:id: Attribute cannot be updated.'],
    ['an unknown attribute', 'custom:x', 'custom:x: Attribute does not exist in the schema.'],
  ])('refuses %s', async (_what, attribute, miss) => {
    const { attributes, remove } = await withAnna({ settings: { schema } });

    expect(await refusalOf(remove('email', attribute))).toEqual(
      refusal('InvalidParameterException', `Invalid user attributes: ${miss}`),
    );
    expect(attributes()).toHaveProperty('email');
  });
});
