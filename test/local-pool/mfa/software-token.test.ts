import fc from 'fast-check';
import { Secret, TOTP } from 'otpauth';
import { checkCode, makeSecret, spendStep } from '../../../lib/local-pool/mfa/software-token';
import type { SoftwareToken } from '../../../lib/local-pool/state/user';
import { countedRandomness } from '../counted-randomness';

const period = 30_000;
const stepAt = (milliseconds: number): number => Math.floor(milliseconds / period);
/** otpauth as the authenticator of the user, asked for one step after the other. */
const codeOf = (secret: string, step: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: step * period });

const secrets = fc
  .uint8Array({ minLength: 20, maxLength: 32 })
  .map((bytes) => new Secret({ buffer: bytes.buffer.slice(0, bytes.length) }).base32);
const times = fc.integer({ min: 10 * period, max: Date.UTC(2100, 0, 1) });
const steps = fc.integer({ min: -4, max: 4 });

/** RFC 6238 appendix B, the SHA-1 rows, with the last six of their eight digits. */
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %d of the epoch the code of RFC 6238 is accepted', (second, code) => {
  const secret = Secret.fromLatin1('12345678901234567890').base32;
  expect(checkCode(secret, code, second * 1000, [])).toEqual({ outcome: 'accepted', step: Math.floor(second / 30) });
});

test('a code is accepted if and only if a step within one of now has it and is unspent', () => {
  fc.assert(
    fc.property(secrets, times, steps, fc.uniqueArray(steps), (secret, now, shown, spentOffsets) => {
      const code = codeOf(secret, stepAt(now) + shown);
      const spent = spentOffsets.map((offset) => stepAt(now) + offset);
      const fitting = [-1, 0, 1].map((offset) => stepAt(now) + offset).filter((step) => codeOf(secret, step) === code);
      const unspent = fitting.filter((step) => !spent.includes(step));

      const { outcome, ...accepted } = checkCode(secret, code, now, spent);

      const rejection = fitting.length === 0 ? 'wrong' : 'already-used';
      expect(outcome).toBe(unspent.length > 0 ? 'accepted' : rejection);
      if (outcome === 'accepted') expect(unspent).toContain((accepted as { readonly step: number }).step);
    }),
  );
});

test('in whatever order codes are shown as time goes on, no step is accepted twice', () => {
  const events = fc.array(fc.record({ seconds: fc.nat({ max: 45 }), offset: fc.integer({ min: -2, max: 2 }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(secrets, times, events, (secret, start, shown) => {
      let now = start;
      let token: SoftwareToken = { secret, friendlyDeviceName: undefined, spentSteps: [] };
      const accepted: number[] = [];
      for (const { seconds, offset } of shown) {
        now += seconds * 1000;
        const check = checkCode(secret, codeOf(secret, stepAt(now) + offset), now, token.spentSteps);
        if (check.outcome !== 'accepted') continue;
        accepted.push(check.step);
        token = spendStep(token, check.step, now);
        // The steps that a code can still reach are all that is kept.
        expect(token.spentSteps.length).toBeLessThanOrEqual(3);
      }
      expect(new Set(accepted).size).toBe(accepted.length);
    }),
  );
});

test('where two neighbouring steps share a code, it counts once for each', () => {
  // Found by search: about one step in a million has the code of the step before.
  const [secret, twin, code] = ['ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOPQRST', 60_038_348, '972172'] as const;
  expect([codeOf(secret, twin), codeOf(secret, twin + 1)]).toEqual([code, code]);
  const check = (...spent: readonly number[]) => checkCode(secret, code, (twin + 1) * period, spent);
  expect(check()).toMatchObject({ outcome: 'accepted' });
  expect(check(twin)).toEqual({ outcome: 'accepted', step: twin + 1 });
  expect(check(twin + 1)).toEqual({ outcome: 'accepted', step: twin });
  expect(check(twin, twin + 1)).toEqual({ outcome: 'already-used' });
});

test.each(['12345', '1234567', '', '12345a', '１２３４５６', ' 12345'])('%j is no code', (code) => {
  const secret = makeSecret(countedRandomness());
  expect(checkCode(secret, code, Date.UTC(2026, 0, 1), [])).toEqual({ outcome: 'wrong' });
});

test('a secret has 256 bits in Base32 without padding', () => {
  expect(makeSecret(countedRandomness())).toMatch(/^[A-Z2-7]{52}$/);
});
