import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const wrong = { PASSWORD: 'Wrong-Horse-99' };
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const locked = refusal('NotAuthorizedException', 'Password attempts exceeded');

async function withAnna(options: Parameters<typeof buildPool>[0] = {}): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  return built;
}

/** What six sign-ins in a row with a wrong password are answered. */
async function sixWrong(built: BuiltPool, who: string): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let count = 0; count < 6; count += 1) answers.push(await refusalOf(signIn(built, who, wrong)));
  return answers;
}

test.each([
  ['a user', name],
  ['a name that nobody has, where existence is masked', 'nobody@example.com'],
  ['a name that nobody has, in whatever case', 'NoBody@example.com'],
])('five wrong passwords lock %s', async (_whom, who) => {
  const built = await withAnna();
  expect(await sixWrong(built, who)).toEqual([incorrect, incorrect, incorrect, incorrect, incorrect, locked]);
  expect(await refusalOf(signIn(built, who.toLowerCase(), wrong))).toEqual(locked);
});

test('the lock holds for every password flow, and ends by itself', async () => {
  const built = await withAnna();
  await sixWrong(built, name);

  expect(await refusalOf(signIn(built, name))).toEqual(locked);
  const admin = built.callAsAdmin('AdminInitiateAuth', {
    ClientId: built.client('app').id,
    AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
    AuthParameters: { USERNAME: name, PASSWORD: password },
  });
  expect(await refusalOf(admin)).toEqual(locked);
  built.clock.advance({ seconds: 1 });
  await expect(built.accessToken(name, password)).resolves.toEqual(expect.any(String));
});

test('a locked user is told so before anything else of its state, and no trigger runs', async () => {
  const built = await withAnna({ triggers: { PreAuthentication: () => ({}) } });
  await sixWrong(built, name);
  const before = built.events.length;
  built.pool.users.update(built.pool.requireUser(name).username, { enabled: false, status: 'RESET_REQUIRED' });

  expect(await refusalOf(signIn(built, name, {}, 'open'))).toEqual(locked);
  expect(built.events).toHaveLength(before);
});

test('of many wrong passwords at once no more than five are looked at', async () => {
  const built = await withAnna({ triggers: { PreAuthentication: () => ({}) } });
  const answers = await Promise.all(Array.from({ length: 50 }, () => refusalOf(signIn(built, name, wrong))));
  expect(answers.filter(({ message }) => message === incorrect.message)).toHaveLength(5);
});

test('a user who is deleted and made anew is not locked', async () => {
  const built = await withAnna({ settings: { signInWith: 'username' } });
  await sixWrong(built, name);
  await built.callAsAdmin('AdminDeleteUser', { Username: name });
  await built.addConfirmedUser(name);
  await expect(built.accessToken(name, password)).resolves.toEqual(expect.any(String));
});

test('a client that does not mask existence hears of an unknown user however often it asks', async () => {
  const built = await withAnna();
  for (let count = 0; count < 8; count += 1)
    expect(await refusalOf(signIn(built, 'nobody@example.com', wrong, 'open'))).toMatchObject({
      type: 'UserNotFoundException',
    });
});
