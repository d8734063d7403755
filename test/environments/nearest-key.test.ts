import fc from 'fast-check';
import { nearestKey } from '../../lib/environments/nearest-key';

const keys = ['name', 'class', 'account', 'region', 'selfSignUp', 'passwordPolicy', 'mfa', 'tags'];

describe('the nearest key', () => {
  it.each([
    ['clas', 'class'],
    ['reigon', 'region'],
    ['selfSignup', 'selfSignUp'],
    ['password_policy', 'passwordPolicy'],
    ['mfaa', 'mfa'],
    ['Name', 'name'],
  ])('to %s is %s', (written, meant) => {
    expect(nearestKey(written, keys)).toBe(meant);
  });

  it.each(['billing', 'x', 'authentication', ''])('to %p is none', (written) => {
    expect(nearestKey(written, keys)).toBeUndefined();
  });

  it('to a key is the key itself', () => {
    fc.assert(fc.property(fc.constantFrom(...keys), (key) => expect(nearestKey(key, keys)).toBe(key)));
  });

  it('is one of the keys or none, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (written, others) => {
        expect([...others, undefined]).toContain(nearestKey(written, others));
      }),
    );
  });
});
