import fc from 'fast-check';
import { Secret, TOTP, URI } from 'otpauth';
import { Secrets } from '../../lib/sign-in/secrets';
import { chooseStep, otpauthUri, stepAt, totpCode, untilNextStep } from '../../lib/sign-in/totp';

/** The key of RFC 6238 appendix B: the ASCII text 12345678901234567890. */
const rfcSecret = Secret.fromLatin1('12345678901234567890').base32;

// RFC 6238 appendix B has eight digits; Cognito takes the last six.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code at second %i is that of RFC 6238', (second, code) => {
  expect(totpCode(rfcSecret, stepAt(second * 1000), new Secrets())).toBe(code);
});

const times = fc.integer({ min: 1_600_000_000_000, max: 4_000_000_000_000 });

test('a chosen step is newer than the last one, and its code is accepted after the wait', () => {
  fc.assert(
    fc.property(times, fc.option(fc.integer({ min: -5, max: 2 }), { nil: undefined }), (now, back) => {
      const last = back === undefined ? undefined : stepAt(now) + back;
      const { step, waitMilliseconds } = chooseStep(now, last);
      const then = now + waitMilliseconds;
      expect(step).toBeGreaterThan(last ?? -1);
      expect(Math.abs(step - stepAt(then))).toBeLessThanOrEqual(1);
    }),
  );
});

test('two codes in a row never wait', () => {
  fc.assert(
    fc.property(times, fc.nat(2000), (now, later) => {
      const first = chooseStep(now, undefined);
      const second = chooseStep(now + later, first.step);
      expect([first.waitMilliseconds, second.waitMilliseconds]).toEqual([0, 0]);
    }),
  );
});

test('the code of the step before is used, but not in the last five seconds of a step', () => {
  const begin = 60_000;
  expect(chooseStep(begin + 24_999, undefined).step).toBe(stepAt(begin) - 1);
  expect(chooseStep(begin + 25_000, undefined).step).toBe(stepAt(begin));
});

test('a fourth code within one step waits until the next step begins', () => {
  const now = 60_000;
  expect(chooseStep(now, stepAt(now) + 1)).toEqual({ step: stepAt(now) + 2, waitMilliseconds: 30_000 });
});

test('the next step begins within 30 seconds, and not before one millisecond', () => {
  fc.assert(
    fc.property(times, (now) => {
      expect(stepAt(now + untilNextStep(now))).toBe(stepAt(now) + 1);
      expect(stepAt(now + untilNextStep(now) - 1)).toBe(stepAt(now));
    }),
  );
});

test('a code is remembered as a secret', () => {
  const secrets = new Secrets();
  const code = totpCode(rfcSecret, 1, secrets);
  expect(secrets.hide(`the code ${code}`)).toBe('the code (hidden)');
});

test('an authenticator app that reads the otpauth URI makes the same codes', () => {
  const app = URI.parse(otpauthUri(rfcSecret, 'someone@example.com'));
  expect(app).toBeInstanceOf(TOTP);
  expect((app as TOTP).generate({ timestamp: 59_000 })).toBe('287082');
  expect(app.label).toBe('someone@example.com');
});
