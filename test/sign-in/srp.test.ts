import fc from 'fast-check';
import { deviceVerifier } from '../../lib/sign-in/device-verifier';
import { ExpectationError } from '../../lib/sign-in/expectation-error';
import { privateValue, proveBySrp, scramble, sharedKey, srpHex, srpKeyPair, srpTimestamp } from '../../lib/sign-in/srp';
import { multiplier, power, prime, signedBytes } from '../../lib/sign-in/srp-group';
import { keptFromBase64, keptFromPassword, SrpService } from './srp-service';
import { deviceVector, userVector } from './srp-vector';

const { identity, a, b, A, B, k, salt, x, u, key, secretBlock, now, timestamp, signature } = userVector;

const hex = (value: bigint): string => value.toString(16);
const number = (digits: string): bigint => BigInt(`0x${digits}`);

describe('the vector of a user', () => {
  test('k, x and u are hashed over numbers with a zero byte before a first bit that is set', () => {
    expect(hex(multiplier)).toBe(k);
    expect(hex(privateValue(identity, number(salt)))).toBe(x);
    expect(hex(scramble(number(A), number(B)))).toBe(u);
  });

  test('A is sent in hexadecimal digits without padding', () => {
    expect(srpHex(srpKeyPair(a).publicKey)).toBe(A);
  });

  test('the key comes out of SALT and SRP_B', () => {
    expect(sharedKey(srpKeyPair(a), identity, { salt, publicKey: B }).toString('hex')).toBe(key);
  });

  test('the proof holds the time, the secret block as it came, and the signature', () => {
    expect(proveBySrp(srpKeyPair(a), identity, { salt, publicKey: B, secretBlock }, now)).toEqual({
      TIMESTAMP: timestamp,
      PASSWORD_CLAIM_SECRET_BLOCK: secretBlock,
      PASSWORD_CLAIM_SIGNATURE: signature,
    });
  });

  test('the service half that the other tests use comes to the same B and key', () => {
    const service = new SrpService(keptFromPassword(identity, Buffer.from(salt, 'hex')), number(A), b);
    expect(service.parameters()).toEqual({ SALT: salt, SRP_B: B });
    expect(service.key().toString('hex')).toBe(key);
  });
});

test('the vector of a device: the group key stands for the pool, the device key for the user', () => {
  const { groupKey, key: deviceKey, password, sharedKey: expected, signature: signed } = deviceVector;
  const device = { scope: groupKey, name: deviceKey, password };
  const { PasswordVerifier, Salt } = deviceVerifier(deviceVector, deviceVector.salt);
  const service = new SrpService(keptFromBase64(PasswordVerifier, Salt), number(A), b);
  const { SALT, SRP_B } = service.parameters();
  const challenge = { salt: SALT, publicKey: SRP_B, secretBlock };
  expect(sharedKey(srpKeyPair(a), device, challenge).toString('hex')).toBe(expected);
  expect(proveBySrp(srpKeyPair(a), device, challenge, now).PASSWORD_CLAIM_SIGNATURE).toBe(signed);
});

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));
/** OpenSSL refuses a private key of zero, and no random source gives one. */
const privateKeyBytes = bytes(128).filter((random) => random.some((byte) => byte !== 0));

test('client and service come to the same key exactly when the password is the same', () => {
  fc.assert(
    fc.property(
      fc.record({ scope: fc.string(), name: fc.string(), password: fc.string() }),
      fc.string(),
      bytes(16),
      privateKeyBytes,
      privateKeyBytes,
      (user, typed, saltBytes, clientRandom, serviceRandom) => {
        const pair = srpKeyPair(clientRandom);
        const service = new SrpService(keptFromPassword(user, saltBytes), pair.publicKey, serviceRandom);
        const { SALT, SRP_B } = service.parameters();
        const attempt = sharedKey(pair, { ...user, password: typed }, { salt: SALT, publicKey: SRP_B });
        const right = sharedKey(pair, user, { salt: SALT, publicKey: SRP_B });
        expect(right).toEqual(service.key());
        expect(attempt.equals(service.key())).toBe(typed === user.password);
      },
    ),
    { numRuns: 25 },
  );
});

test('the native power is that of plain arithmetic', () => {
  const plain = (base: bigint, exponent: bigint): bigint => {
    let result = 1n;
    for (const digit of exponent.toString(2)) result = (result * result * (digit === '1' ? base : 1n)) % prime;
    return result;
  };
  fc.assert(
    fc.property(fc.bigInt({ min: 2n, max: prime - 2n }), fc.bigInt({ min: 1n, max: 2n ** 64n }), (base, exponent) => {
      expect(power(base, exponent)).toBe(plain(base, exponent));
    }),
    { numRuns: 25 },
  );
});

test.each([
  [0n, '00'],
  [1n, '01'],
  [0x7fn, '7f'],
  [0x80n, '0080'],
  [0xfffn, '0fff'],
  [0x8000n, '008000'],
])('%p is written as the bytes %s', (value, written) => {
  expect(signedBytes(value).toString('hex')).toBe(written);
});

test.each([
  [Date.UTC(2024, 4, 7, 0, 9, 40), 'Tue May 7 00:09:40 UTC 2024'],
  [Date.UTC(2026, 10, 21, 13, 5, 9, 999), 'Sat Nov 21 13:05:09 UTC 2026'],
  [Date.UTC(2027, 0, 1), 'Fri Jan 1 00:00:00 UTC 2027'],
])('the time %p is written as %s', (milliseconds, text) => {
  expect(srpTimestamp(milliseconds)).toBe(text);
});

test.each([
  ['a public key of zero', { salt, publicKey: '0' }, /SRP_B is a multiple of the prime/],
  ['the prime as public key', { salt, publicKey: hex(prime) }, /SRP_B is a multiple of the prime/],
  ['a public key that is no number', { salt, publicKey: 'moon' }, /SRP_B is not a number/],
  ['a salt that is no number', { salt: '', publicKey: B }, /SALT is not a number/],
])('%s is refused', (_, challenge, message) => {
  expect(() => sharedKey(srpKeyPair(a), identity, challenge)).toThrow(ExpectationError);
  expect(() => sharedKey(srpKeyPair(a), identity, challenge)).toThrow(message);
});
