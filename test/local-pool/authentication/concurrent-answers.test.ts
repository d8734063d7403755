import fc from 'fast-check';
import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, signIn } from '../sign-in-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const once = refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
const used = 'Your software token has already been used once.';
const steps = fc.array(fc.constantFrom(0 as const, 1 as const), { minLength: 2, maxLength: 5 });

/** A pool with TOTP whose PostAuthentication answers when the scheduler lets it, once it is told to wait. */
async function withAnna(mode: 'OPTIONAL' | 'ON', scheduler?: fc.Scheduler) {
  let waits = false;
  const built = buildPool({
    settings: { mfa: { mode, factors: ['SOFTWARE_TOKEN_MFA'] } },
    triggers: {
      PostAuthentication: () => (waits && scheduler !== undefined ? scheduler.schedule(Promise.resolve({})) : {}),
    },
  });
  await built.addConfirmedUser(name);
  return { built, wait: () => (waits = true) };
}

/** What became of requests that were all under way at once. */
async function outcomes<Reply>(requests: readonly Promise<Reply>[]) {
  const settled = await Promise.allSettled(requests);
  const replies = settled.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = requests.filter((_, index) => settled[index]?.status === 'rejected');
  return { replies, refusals: await Promise.all(failed.map((request) => refusalOf(request))) };
}

test('of the answers that arrive for one session at once, one is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, shown) => {
      const { built, wait } = await withAnna('OPTIONAL', scheduler);
      const secret = await enrolTotp(built, name);
      const challenge = await signIn(built, name);
      wait();
      const answers = shown.map((step) =>
        answer(built, challenge, { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock, step) }),
      );
      const { replies, refusals } = await scheduler.waitFor(outcomes(answers));
      expect(replies).toHaveLength(1);
      for (const refused of refusals) expect(refused).toEqual(once);
    }),
    { numRuns: 20 },
  );
});

test('of the sessions that show one code at once, one is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, count) => {
      const { built, wait } = await withAnna('OPTIONAL', scheduler);
      const secret = await enrolTotp(built, name);
      const challenges = await Promise.all(Array.from({ length: count }, () => signIn(built, name)));
      wait();
      const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
      const answers = challenges.map((challenge) => answer(built, challenge, code));
      const { replies, refusals } = await scheduler.waitFor(outcomes(answers));
      expect(replies).toHaveLength(1);
      for (const refused of refusals) expect(refused).toEqual(refusal('ExpiredCodeException', used));
    }),
    { numRuns: 20 },
  );
});

describe('in an enrolment by session', () => {
  const associate = ({ call }: BuiltPool, Session: unknown) => call('AssociateSoftwareToken', { Session });
  const verify = ({ call, clock }: BuiltPool, { SecretCode, Session }: Readonly<Record<string, unknown>>) =>
    call('VerifySoftwareToken', { Session, UserCode: totpCode(String(SecretCode), clock) });

  test('of the requests for a secret that arrive at once, one is answered, and its secret is the one that counts', async () => {
    const { built } = await withAnna('ON');
    const { Session } = await signIn(built, name);
    const { replies, refusals } = await outcomes([1, 2, 3].map(() => associate(built, Session)));
    expect(replies).toHaveLength(1);
    expect(refusals).toEqual([once, once]);
    expect(await verify(built, replies[0] ?? {})).toMatchObject({ Status: 'SUCCESS' });
  });

  test('of the verifications that arrive at once, one is accepted', async () => {
    const { built } = await withAnna('ON');
    const { Session } = await signIn(built, name);
    const associated = await associate(built, Session);
    const { replies, refusals } = await outcomes([1, 2, 3].map(() => verify(built, associated)));
    expect(replies).toHaveLength(1);
    expect(refusals).toHaveLength(2);
  });
});

test('of the verifications that show one code by access token at once, one is accepted', async () => {
  const { built } = await withAnna('OPTIONAL');
  const AccessToken = await built.accessToken(name, password);
  const { SecretCode } = await built.call('AssociateSoftwareToken', { AccessToken });
  const UserCode = totpCode(String(SecretCode), built.clock);
  const { replies, refusals } = await outcomes(
    Array.from({ length: 10 }, () => built.call('VerifySoftwareToken', { AccessToken, UserCode })),
  );
  expect(replies).toHaveLength(1);
  for (const refused of refusals) expect(refused).toEqual(refusal('EnableSoftwareTokenMFAException', used));
});
