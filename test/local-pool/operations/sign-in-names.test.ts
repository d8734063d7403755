import type { AliasAttribute, PoolSettings } from '../../../lib/local-pool/settings/pool-settings';
import { buildPool, password } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const address = 'anna@example.com';
const phone = '+4915112345678';
type Attributes = Readonly<Record<string, string>>;

const listOf = (attributes: Attributes) => Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }));

function poolOf(settings: Partial<PoolSettings>, options: Parameters<typeof buildPool>[0] = {}) {
  const built = buildPool({ ...options, settings: { signInWith: 'username', ...settings } });
  const update = (Username: string, attributes: Attributes) =>
    built.callAsAdmin('AdminUpdateUserAttributes', { Username, UserAttributes: listOf(attributes) });
  return {
    ...built,
    update,
    signUp: (Username: string, attributes: Attributes = {}) =>
      built.callAs('app', 'SignUp', { Username, Password: password, UserAttributes: listOf(attributes) }),
    confirm: (Username: string, to: string, more: object = {}) =>
      built.callAs('app', 'ConfirmSignUp', { Username, ConfirmationCode: built.inbox.latest(to)?.code, ...more }),
    create: (Username: string, attributes: Attributes, more: object = {}) =>
      built.callAsAdmin('AdminCreateUser', {
        Username,
        MessageAction: 'SUPPRESS',
        UserAttributes: listOf(attributes),
        ...more,
      }),
    /** A confirmed user with the address, verified. */
    async add(Username: string, email = address): Promise<void> {
      const UserAttributes = listOf({ email, email_verified: 'true' });
      await built.callAsAdmin('AdminCreateUser', { Username, MessageAction: 'SUPPRESS', UserAttributes });
      await built.callAsAdmin('AdminSetUserPassword', { Username, Password: password, Permanent: true });
    },
    signsIn: (name: string) =>
      built.accessToken(name, password).then(
        () => true,
        () => false,
      ),
    attributesOf: (username: string) => built.pool.users.get(username)?.attributes,
  };
}

const aliasOf = (...aliases: AliasAttribute[]) => ({ aliases });

describe('an alias', () => {
  test('signs in once it is verified, by e-mail in whatever case', async () => {
    const { confirm, signsIn, signUp, pool } = poolOf(aliasOf('email'));
    await signUp('anna', { email: address });
    expect(await signsIn(address)).toBe(false);

    await confirm('anna', address);

    expect(await signsIn('Anna@Example.com')).toBe(true);
    expect(await signsIn('anna')).toBe(true);
    expect(pool.requireUser(address).username).toBe('anna');
  });

  test('by phone number is one too', async () => {
    const { add, signsIn, update } = poolOf(aliasOf('phone_number'));
    await add('anna');
    await update('anna', { phone_number: phone, phone_number_verified: 'false' });
    expect(await signsIn(phone)).toBe(false);
    await update('anna', { phone_number_verified: 'true' });
    expect(await signsIn(phone)).toBe(true);
    expect(await signsIn(address)).toBe(false);
  });

  test('stops signing in when it changes, until the new one is verified', async () => {
    const { accessToken, add, call, inbox, signsIn } = poolOf(aliasOf('email'));
    await add('anna');
    const AccessToken = await accessToken('anna', password);
    await call('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ email: 'new@example.com' }) });
    expect(await Promise.all([address, 'new@example.com'].map(signsIn))).toEqual([false, false]);

    const Code = inbox.latest('new@example.com')?.code;
    await call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code });
    expect(await Promise.all([address, 'new@example.com'].map(signsIn))).toEqual([false, true]);
  });

  test('by preferred username needs no verification, and is unique, among usernames too', async () => {
    const { add, signsIn, update } = poolOf(aliasOf('preferred_username'));
    await add('anna');
    await add('bob', 'bob@example.com');
    await update('anna', { preferred_username: 'Annie' });
    expect(await signsIn('annie')).toBe(true);

    const taken = refusal('AliasExistsException', 'An account with the given preferred_username already exists.');
    expect(await refusalOf(update('bob', { preferred_username: 'ANNIE' }))).toEqual(taken);
    expect(await refusalOf(update('bob', { preferred_username: 'anna' }))).toEqual(taken);
  });

  test('by preferred username cannot be given at sign-up, but where it is no alias', async () => {
    const attributes = { email: address, preferred_username: 'annie' };
    expect(await refusalOf(poolOf(aliasOf('preferred_username')).signUp('anna', attributes))).toMatchObject({
      type: 'InvalidParameterException',
    });
    await expect(poolOf({}).signUp('anna', attributes)).resolves.toHaveProperty('UserSub');
  });
});

describe('an alias that somebody else has verified', () => {
  const exists = refusal('AliasExistsException', 'An account with the email already exists.');

  test('does not hinder a sign-up and stops its confirmation; the code stays valid', async () => {
    const { add, confirm, pool, signUp } = poolOf(aliasOf('email'));
    await add('anna');
    await signUp('eve', { email: address });

    expect(await refusalOf(confirm('eve', address))).toEqual(exists);
    expect(await refusalOf(confirm('eve', address, { ForceAliasCreation: false }))).toEqual(exists);
    expect(pool.requireUser(address).username).toBe('anna');
    await expect(confirm('eve', address, { ForceAliasCreation: true })).resolves.toEqual({});
  });

  test('is moved by ForceAliasCreation, and the one who loses it keeps the address unverified', async () => {
    const { add, attributesOf, confirm, pool, signsIn, signUp } = poolOf(aliasOf('email'));
    await add('anna');
    await signUp('eve', { email: address });
    await confirm('eve', address, { ForceAliasCreation: true });

    expect(pool.requireUser(address).username).toBe('eve');
    expect(attributesOf('anna')).toMatchObject({ email: address, email_verified: 'false' });
    expect(await signsIn('anna')).toBe(true);
  });

  test('no longer resets the password of the one who lost it', async () => {
    const { add, callAs, confirm, inbox, signUp } = poolOf(aliasOf('email'));
    await add('anna');
    await callAs('app', 'ForgotPassword', { Username: 'anna' });
    const ConfirmationCode = inbox.latest(address, 'ForgotPassword')?.code;
    await signUp('eve', { email: address });
    await confirm('eve', address, { ForceAliasCreation: true });

    const reset = { Username: 'anna', ConfirmationCode, Password: 'Better-Horse-10' };
    expect(await refusalOf(callAs('app', 'ConfirmForgotPassword', reset))).toMatchObject({
      type: 'ExpiredCodeException',
    });
  });

  test('goes over to a user whom PreSignUp verifies', async () => {
    const { add, attributesOf, pool, signUp } = poolOf(aliasOf('email'), {
      triggers: { PreSignUp: () => ({ autoConfirmUser: true, autoVerifyEmail: true }) },
    });
    await add('anna');
    await signUp('eve', { email: address });

    expect(pool.requireUser(address).username).toBe('eve');
    expect(attributesOf('anna')).toMatchObject({ email_verified: 'false' });
  });

  test('cannot be verified, nor given by an administrator', async () => {
    const { accessToken, add, call, create, inbox, update } = poolOf(aliasOf('email'));
    const given = refusal('AliasExistsException', 'An account with the given email already exists.');
    await add('anna');
    await add('eve', 'eve@example.com');
    const AccessToken = await accessToken('eve', password);
    await call('UpdateUserAttributes', { AccessToken, UserAttributes: listOf({ email: address }) });

    const Code = inbox.latest(address)?.code;
    expect(await refusalOf(call('VerifyUserAttribute', { AccessToken, AttributeName: 'email', Code }))).toEqual(given);
    const verified = { email: address, email_verified: 'true' };
    expect(await refusalOf(update('eve', verified))).toEqual(given);
    expect(await refusalOf(create('carl', verified))).toEqual(given);
    await expect(create('carl', { email: address })).resolves.toHaveProperty('User');
  });

  test('is moved by an administrator who creates a user with ForceAliasCreation', async () => {
    const { add, attributesOf, create, pool } = poolOf(aliasOf('email'));
    await add('anna');
    await create('carl', { email: address, email_verified: 'true' }, { ForceAliasCreation: true });

    expect(pool.requireUser(address).username).toBe('carl');
    expect(attributesOf('anna')).toMatchObject({ email_verified: 'false' });
  });

  test.each([
    ['is moved by the migration trigger that says so', true, 'carl'],
    ['stops the migration otherwise', false, 'anna'],
  ])('%s', async (_what, forceAliasCreation, owner) => {
    const { add, pool, signsIn } = poolOf(aliasOf('email'), {
      triggers: {
        UserMigration: () => ({
          userAttributes: { email: address, email_verified: 'true' },
          finalUserStatus: 'CONFIRMED',
          forceAliasCreation,
        }),
      },
    });
    await add('anna');

    expect(await signsIn('carl')).toBe(forceAliasCreation);
    expect(pool.requireUser(address).username).toBe(owner);
  });
});

describe('a username in a pool with aliases', () => {
  test.each([
    ['email', address, 'Username cannot be of email format, since user pool is configured for email alias.'],
    [
      'phone_number',
      phone,
      'Username cannot be of phone number format, since user pool is configured for phone number alias.',
    ],
  ] as const)('must not look like the alias %s', async (alias, username, message) => {
    const { create, signUp } = poolOf(aliasOf(alias));
    expect(await refusalOf(signUp(username))).toEqual(refusal('InvalidParameterException', message));
    expect(await refusalOf(create(username, {}))).toEqual(refusal('InvalidParameterException', message));
  });

  test('may look like what is no alias', async () => {
    await expect(poolOf(aliasOf('phone_number')).signUp(address)).resolves.toHaveProperty('UserSub');
  });
});

describe('where a phone number takes the place of the username', () => {
  test('the number signs in, confirmed by a text message, and the username is the sub', async () => {
    const { confirm, signsIn, signUp, pool } = poolOf({
      signInWith: 'phone_number',
      autoVerifiedAttributes: ['phone_number'],
    });
    const { UserSub } = await signUp(phone);
    await confirm(phone, phone);

    expect(await signsIn(phone)).toBe(true);
    expect(pool.requireUser(phone)).toMatchObject({
      username: UserSub,
      attributes: { phone_number: phone, phone_number_verified: 'true' },
    });
    expect(await refusalOf(signUp(phone))).toEqual(
      refusal('UsernameExistsException', 'An account with the given phone_number already exists.'),
    );
  });

  test.each([
    ['phone_number', address, 'Username should be a phone number.'],
    ['email', phone, 'Username should be an email.'],
    ['email-or-phone', 'anna', 'Username should be either an email or a phone number.'],
  ] as const)('with %s the name %s has the wrong form', async (signInWith, name, message) => {
    expect(await refusalOf(poolOf({ signInWith }).signUp(name))).toEqual(refusal('InvalidParameterException', message));
  });

  test('or an address, both sign in and neither can be taken', async () => {
    const { addConfirmedUser, signUp, signsIn, update } = poolOf({ signInWith: 'email-or-phone' });
    await addConfirmedUser(address);
    await update(address, { phone_number: phone, phone_number_verified: 'true' });

    expect(await Promise.all([address, phone].map(signsIn))).toEqual([true, true]);
    expect(await refusalOf(signUp(phone))).toMatchObject({ type: 'UsernameExistsException' });
    expect(await refusalOf(signUp('eve@example.com', { phone_number: phone }))).toEqual(
      refusal('UsernameExistsException', 'An account with the given phone_number already exists.'),
    );
  });

  test('the attribute must be the same number', async () => {
    const { signUp } = poolOf({ signInWith: 'phone_number' });
    expect(await refusalOf(signUp(phone, { phone_number: '+4915187654321' }))).toEqual(
      refusal('InvalidParameterException', 'Username and phone_number attribute must be the same number.'),
    );
  });
});
