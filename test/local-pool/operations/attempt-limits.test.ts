import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const exceeded = refusal('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** How often `attempt` is answered in some other way before the limit shows. */
async function attemptsBefore(attempt: () => Promise<unknown>): Promise<number> {
  for (let count = 0; count < 100; count += 1) {
    const answer = await refusalOf(attempt().then(() => Promise.reject(new Passed()))).catch((error: unknown) => {
      if (error instanceof Passed) return undefined;
      throw error;
    });
    if (answer?.type === exceeded.type) {
      expect(answer).toEqual(exceeded);
      return count;
    }
  }
  throw new Error('No limit showed.');
}

class Passed extends Error {}

const code = { ConfirmationCode: '000000' };
const next = { Password: 'Better-Horse-10' };

describe.each([
  ['a user', 'anna@example.com'],
  ['a name that nobody has, where existence is masked', 'nobody@example.com'],
])('for %s', (_whom, Username) => {
  const built: BuiltPool = buildPool();
  beforeAll(async () => {
    await built.callAs('app', 'SignUp', { Username: 'anna@example.com', Password: password });
  });

  test.each([
    ['ConfirmSignUp', code, 15],
    ['ResendConfirmationCode', {}, 5],
    ['ForgotPassword', {}, 20],
    ['ConfirmForgotPassword', { ...code, ...next }, 0],
  ])('%s stops at its limit, which those of password recovery share', async (operation, body, limit) => {
    expect(await attemptsBefore(() => built.callAs('app', operation, { Username, ...body }))).toBe(limit);
  });
});

test.each([
  ['ChangePassword', { PreviousPassword: 'Wrong-Horse-99', ProposedPassword: next.Password }, 5],
  ['GetUserAttributeVerificationCode', { AttributeName: 'email' }, 5],
  ['VerifyUserAttribute', { AttributeName: 'email', Code: '000000' }, 15],
])('%s stops at its limit', async (operation, body, limit) => {
  const built = buildPool();
  await built.addConfirmedUser('anna@example.com');
  const AccessToken = await built.accessToken('anna@example.com', password);
  expect(await attemptsBefore(() => built.call(operation, { AccessToken, ...body }))).toBe(limit);
});

test('a client that does not mask existence hears of an unknown user however often it asks', async () => {
  const built = buildPool();
  for (let count = 0; count < 8; count += 1)
    expect(
      await refusalOf(built.callAs('open', 'ResendConfirmationCode', { Username: 'nobody@example.com' })),
    ).toMatchObject({ type: 'UserNotFoundException' });
});
