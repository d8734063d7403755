import fc from 'fast-check';
import { decide } from '../../../lambda/pre-sign-up/decide';
import { UnknownTriggerSourceError } from '../../../lambda/unknown-trigger-source-error';
import { anyText } from '../any-text';

const settings = { allowedEmailDomains: ['example.com', 'kite.example'] };

const accept = {
  kind: 'accept',
  response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
};
const missing = { kind: 'refuse', message: 'An e-mail address is required to sign up' };
const malformed = { kind: 'refuse', message: 'The e-mail address is not in a form that can sign up' };
const elsewhere = { kind: 'refuse', message: 'Sign-up is not open to addresses of this e-mail domain' };

describe.each(['PreSignUp_SignUp', 'PreSignUp_ExternalProvider'] as const)('%s', (source) => {
  it.each([
    ['anna@example.com', accept],
    ['Anna@EXAMPLE.com', accept],
    ['ben@kite.example', accept],
    ['anna@example.org', elsewhere],
    ['anna@mail.example.com', elsewhere],
    ['anna@badexample.com', elsewhere],
    ['anna@example.com.evil.test', elsewhere],
    ['anna@example.com.', elsewhere],
    ['ben@\u212Aite.example', elsewhere],
    ['anna@evil.test@example.com', malformed],
    ['"anna@evil.test"@example.com', malformed],
    ['anna@evil.test,ben@example.com', malformed],
    ['anna', malformed],
    ['', missing],
    [undefined, missing],
  ])('with the address %j gives %j', (email, verdict) => {
    expect(decide(source, email, settings)).toEqual(verdict);
  });
});

it.each(['anna@example.com', 'guest@partner.test', undefined])(
  'an administrator may invite %j, and nobody is confirmed by that',
  (email) => {
    expect(decide('PreSignUp_AdminCreateUser', email, settings)).toEqual(accept);
  },
);

it('a source that nobody has decided on is refused by name', () => {
  expect(() => decide('PreSignUp_Somehow' as never, 'anna@example.com', settings)).toThrow(UnknownTriggerSourceError);
});

describe('no text passes for an address of an allowed domain that is not one', () => {
  const piece = fc.constantFrom(
    'anna', '@', '.', ',', ' ', '"', '<', '>', '\n', '\u0000', '＠', '\u212A', 'ite', 'k',
    'example.com', 'EXAMPLE.COM', 'kite.example', 'example', 'evil.test', 'sub.', '-',
  ); // prettier-ignore
  const crafted = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

  it.each([
    ['any text', anyText],
    ['any address', fc.emailAddress()],
    ['text made of the pieces that matter', crafted],
    [
      'an allowed domain with something before or after it',
      fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}@${b}example.com`),
    ],
  ])('%s', (_, text) => {
    fc.assert(
      fc.property(text, (email) => {
        if (decide('PreSignUp_SignUp', email, settings).kind === 'accept') {
          expect(email).toMatch(/^[^@\s,<>"]+@(example\.com|kite\.example)$/i);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
