import fc from 'fast-check';
import { matchesPassword, recordPassword } from '../../../lib/local-pool/passwords/password-record';
import { countedRandomness } from '../counted-randomness';

const owner = { poolName: 'LocalPool1', username: '6f1e2d3c-4b5a-4978-8695-a4b3c2d1e0f9' };

test('a record matches its password and no other, for its owner and no other', () => {
  const randomness = countedRandomness();
  fc.assert(
    fc.property(fc.string(), fc.string(), (password, other) => {
      const record = recordPassword(owner, password, randomness);
      expect(matchesPassword(owner, password, record)).toBe(true);
      expect(matchesPassword(owner, other, record)).toBe(other === password);
      expect(matchesPassword({ ...owner, username: 'somebody-else' }, password, record)).toBe(false);
    }),
    { numRuns: 50 },
  );
});

test('a record holds no password, and a salt without leading zero and without padding byte', () => {
  const randomness = countedRandomness();
  for (let count = 0; count < 200; count += 1) {
    const { salt, x } = recordPassword(owner, 'Correct-Horse-9', randomness);
    expect(salt).toMatch(/^[1-7][0-9a-f]{31}$/);
    expect(x).toMatch(/^[0-9a-f]{64}$/);
  }
});

test('two records of one password differ', () => {
  const randomness = countedRandomness();
  expect(recordPassword(owner, 'same', randomness)).not.toEqual(recordPassword(owner, 'same', randomness));
});

test('the recorded value is the SRP private value: a vector that independent clients agree on', () => {
  const vector = {
    salt: '63479ad69a090b258277ec8fba6f9941',
    x: 'b6c7c799c719b8c438a727f363fc46f0d25e7c4de33f386a31f083029ff5ccfe',
  };
  expect(matchesPassword(owner, 'Correct-Horse-9', vector)).toBe(true);
  expect(matchesPassword(owner, 'Correct-Horse-8', vector)).toBe(false);
});
