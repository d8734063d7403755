import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const wrong = { PASSWORD: 'Wrong-Horse-9' };
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const disabled = refusal('NotAuthorizedException', 'User is disabled.');
const unconfirmed = refusal('UserNotConfirmedException', 'User is not confirmed.');
const resetRequired = refusal('PasswordResetRequiredException', 'Password reset required for the user');

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  return built;
}

describe('a state that keeps a user out is told before the password is looked at:', () => {
  const states: readonly (readonly [string, Parameters<BuiltPool['pool']['users']['update']>[1], object])[] = [
    ['unconfirmed', { status: 'UNCONFIRMED' }, unconfirmed],
    ['reset required', { status: 'RESET_REQUIRED' }, resetRequired],
    ['disabled before unconfirmed', { enabled: false, status: 'UNCONFIRMED' }, disabled],
  ];
  test.each(states)('%s', async (_state, change, expected) => {
    const built = await withAnna();
    built.pool.users.update(built.pool.requireUser(name).username, change);
    expect(await refusalOf(signIn(built, name, wrong, 'open'))).toEqual(expected);
    expect(await refusalOf(signIn(built, name, {}, 'open'))).toEqual(expected);
  });
});

test('a disabled user looks like a wrong password until the password is right, where existence is masked', async () => {
  const built = await withAnna();
  await built.callAsAdmin('AdminDisableUser', { Username: name });
  expect(await refusalOf(signIn(built, name, wrong, 'open'))).toEqual(disabled);
  expect(await refusalOf(signIn(built, name, wrong))).toEqual(incorrect);
  expect(await refusalOf(signIn(built, name))).toEqual(disabled);
});

test('an unknown user is told from a wrong password by a client that does not mask existence', async () => {
  const built = await withAnna();
  expect(await refusalOf(signIn(built, 'bob@example.com'))).toEqual(incorrect);
  expect(await refusalOf(signIn(built, 'bob@example.com', {}, 'open'))).toEqual(
    refusal('UserNotFoundException', 'User does not exist.'),
  );
});

test('whom UserMigration does not name stays unknown, and looks like a wrong password where existence is masked', async () => {
  const built = buildPool({ triggers: { UserMigration: () => ({}) } });
  expect(await refusalOf(signIn(built, name))).toEqual(incorrect);
  expect(await refusalOf(signIn(built, name, {}, 'open'))).toEqual(
    refusal('UserNotFoundException', 'User does not exist.'),
  );
  expect(built.pool.users.all()).toEqual([]);
});

test('PreAuthentication is told of an unknown user only where existence is masked', async () => {
  const built = buildPool({ triggers: { PreAuthentication: () => ({}) } });
  await refusalOf(signIn(built, 'bob@example.com', {}, 'open'));
  expect(built.events).toEqual([]);
  await refusalOf(signIn(built, 'bob@example.com'));
  expect(built.events).toEqual([
    expect.objectContaining({
      triggerSource: 'PreAuthentication_Authentication',
      userName: 'bob@example.com',
      request: expect.objectContaining({ userNotFound: true, userAttributes: {} }),
    }),
  ]);
});

test('a migrated user must fit the schema of the pool, or nobody is created', async () => {
  const built = buildPool({
    triggers: { UserMigration: () => ({ userAttributes: { 'custom:unknown': '1' }, messageAction: 'SUPPRESS' }) },
  });
  expect(await refusalOf(signIn(built, name))).toEqual(
    refusal(
      'InvalidParameterException',
      'Attributes did not conform to the schema: custom:unknown: Attribute does not exist in the schema.',
    ),
  );
  expect(built.pool.users.all()).toEqual([]);
});

test.each(['USERNAME', 'PASSWORD'])('a missing %s is named', async (parameter) => {
  const built = await withAnna();
  expect(await refusalOf(signIn(built, name, { [parameter]: '' }))).toEqual(
    refusal('InvalidParameterException', `Missing required parameter ${parameter}`),
  );
});

describe('what happens to a user while PreAuthentication runs counts:', () => {
  const events: readonly (readonly [string, (built: BuiltPool) => unknown, object])[] = [
    ['deleted', ({ callAsAdmin }) => callAsAdmin('AdminDeleteUser', { Username: name }), incorrect],
    ['disabled', ({ callAsAdmin }) => callAsAdmin('AdminDisableUser', { Username: name }), disabled],
    ['reset', ({ callAsAdmin }) => callAsAdmin('AdminResetUserPassword', { Username: name }), resetRequired],
    [
      'deleted, and the name and the password given to another',
      async ({ callAsAdmin, addConfirmedUser }) => {
        await callAsAdmin('AdminDeleteUser', { Username: name });
        await addConfirmedUser(name);
      },
      incorrect,
    ],
  ];
  test.each(events)('%s', async (_event, happen, expected) => {
    const built = await withAnna({
      settings: { signInWith: 'username' },
      triggers: {
        PreAuthentication: async () => {
          await happen(built);
          return {};
        },
      },
    });
    expect(await refusalOf(signIn(built, name))).toEqual(expected);
  });
});
