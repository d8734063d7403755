import fc from 'fast-check';
import { Codes } from '../../../lib/local-pool/state/codes';
import { countedRandomness } from '../counted-randomness';
import { refusal, refusalOf } from '../refusal';
import { SetClock } from '../set-clock';

const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
const mismatch = refusal('CodeMismatchException', 'Invalid verification code provided, please try again.');

function newCodes() {
  const clock = new SetClock();
  const codes = new Codes(clock, countedRandomness());
  return { clock, codes, check: (code: string) => () => codes.require('anna', 'sign-up', code) };
}

test('only the newest code of a purpose is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 20 }), async (count) => {
      const { codes, check } = newCodes();
      const issued = Array.from({ length: count }, () => codes.issue('anna', 'sign-up'));
      const newest = issued.at(-1) ?? '';
      for (const code of issued.filter((earlier) => earlier !== newest))
        expect(await refusalOf(check(code))).toEqual(mismatch);
      expect(check(newest)).not.toThrow();
    }),
  );
});

test('a code has six digits', () => {
  const { codes } = newCodes();
  for (let count = 0; count < 50; count += 1) expect(codes.issue('anna', 'sign-up')).toMatch(/^\d{6}$/);
});

test('a code serves its user and its purpose alone', async () => {
  const { codes } = newCodes();
  const code = codes.issue('anna', 'sign-up');
  expect(await refusalOf(() => codes.require('bob', 'sign-up', code))).toEqual(expired);
  expect(await refusalOf(() => codes.require('anna', 'password-reset', code))).toEqual(expired);
  expect(await refusalOf(() => codes.require('anna', 'attribute:email', code))).toEqual(expired);
});

test.each([
  ['sign-up', 24],
  ['attribute:email', 24],
  ['password-reset', 1],
] as const)('a code for %s lasts %d hours', async (purpose, hours) => {
  const { clock, codes } = newCodes();
  const code = codes.issue('anna', purpose);
  clock.advance({ hours, seconds: -1 });
  expect(() => {
    codes.require('anna', purpose, code);
  }).not.toThrow();
  clock.advance({ seconds: 1 });
  expect(await refusalOf(() => codes.require('anna', purpose, code))).toEqual(expired);
});

test('a code stays valid until it is withdrawn', async () => {
  const { codes, check } = newCodes();
  const code = codes.issue('anna', 'sign-up');
  expect(check(code)).not.toThrow();
  expect(check(code)).not.toThrow();
  codes.withdraw('anna', 'sign-up');
  expect(await refusalOf(check(code))).toEqual(expired);
});

test('withdrawing all codes of a user leaves those of others', async () => {
  const { codes, check } = newCodes();
  const ofAnna = codes.issue('anna', 'sign-up');
  const ofBob = codes.issue('bob', 'sign-up');
  codes.withdrawAllOf('anna');
  expect(await refusalOf(check(ofAnna))).toEqual(expired);
  expect(() => {
    codes.require('bob', 'sign-up', ofBob);
  }).not.toThrow();
});

test('refuse answers as to a wrong code, whatever was sent', async () => {
  const { clock, codes } = newCodes();
  const refuse = () => codes.refuse('nobody', 'password-reset');
  expect(await refusalOf(refuse)).toEqual(expired);
  codes.issue('nobody', 'password-reset');
  expect(await refusalOf(refuse)).toEqual(mismatch);
  clock.advance({ hours: 1 });
  expect(await refusalOf(refuse)).toEqual(expired);
});

test('codes that are over are forgotten, so that names which nobody has fill no memory', () => {
  const { clock, codes, check } = newCodes();
  for (let count = 0; count < 100; count += 1) codes.issue(`nobody-${count}`, 'password-reset');
  clock.advance({ minutes: 59 });
  const code = codes.issue('anna', 'sign-up');
  expect(codes.size).toBe(101);
  clock.advance({ minutes: 1 });
  codes.issue('bob', 'sign-up');
  expect(codes.size).toBe(2);
  expect(check(code)).not.toThrow();
});

test('a user with a newer code is kept, however old the first one is', () => {
  const { clock, codes, check } = newCodes();
  codes.issue('anna', 'password-reset');
  codes.issue('bob', 'password-reset');
  const code = codes.issue('anna', 'sign-up');
  clock.advance({ hours: 2 });
  codes.issue('cleo', 'sign-up');
  expect(codes.size).toBe(2);
  expect(check(code)).not.toThrow();
});
