import fc from 'fast-check';
import { createHash } from 'node:crypto';
import type { Randomness } from '../../../lib/local-pool/randomness';
import { deviceSecret } from '../../../lib/local-pool/devices/device-secret';
import { beginExchange, provesSecret, sessionKey, verifierOf } from '../../../lib/local-pool/srp/exchange';
import { k, toNumber } from '../../../lib/local-pool/srp/group';
import { deviceVerifier } from '../../../lib/sign-in/device-verifier';
import { privateValue, proveBySrp, srpKeyPair } from '../../../lib/sign-in/srp';
import { signedBytes } from '../../../lib/sign-in/srp-group';
import { deviceVector, userVector } from '../../sign-in/srp-vector';
import { countedRandomness } from '../counted-randomness';

const { A, B, b, identity, key, secretBlock, signature, timestamp, x } = userVector;
const number = (hex: string): bigint => BigInt(`0x${hex}`);

/** Gives the b of the vector, then its secret block. */
function vectorRandomness(): Randomness {
  const given = [b, Buffer.from(secretBlock, 'base64')];
  return { ...countedRandomness(), bytes: (length) => given.shift() ?? Buffer.alloc(length) };
}

describe('the vector of a user', () => {
  const verifier = verifierOf(Buffer.from(x, 'hex'));
  const exchange = beginExchange(number(A), verifier, vectorRandomness());

  test('gives k, B and the key', () => {
    expect(k).toBe(number(userVector.k));
    expect(exchange).toEqual({ A: number(A), b, B: number(B), secretBlock });
    expect(sessionKey(exchange, verifier).toString('hex')).toBe(key);
  });

  const claim = { secretBlock, timestamp, signature };
  test('proves the password', () => {
    expect(provesSecret(exchange, verifier, identity, claim)).toBe(true);
  });

  test.each([
    ['signature', { ...claim, signature: `A${signature.slice(1)}` }, identity],
    ['timestamp', { ...claim, timestamp: 'Tue May 7 00:09:41 UTC 2024' }, identity],
    ['secret block', { ...claim, secretBlock: Buffer.from('local-secret-block-0002').toString('base64') }, identity],
    ['username', claim, { ...identity, name: 'another' }],
    ['pool', claim, { ...identity, scope: 'LocalPool2' }],
  ])('proves nothing with another %s', (_what, given, whose) => {
    expect(provesSecret(exchange, verifier, whose, given)).toBe(false);
  });

  test('proves nothing against a verifier that has changed since', () => {
    expect(provesSecret(exchange, verifierOf(Buffer.from('abcd', 'hex')), identity, claim)).toBe(false);
  });
});

test('the vector of a device: what ConfirmDevice stored is read as unsigned numbers', () => {
  const { PasswordVerifier, Salt } = deviceVerifier(deviceVector, deviceVector.salt);
  expect(Salt).toBe(deviceVector.saltSent);
  expect(createHash('sha256').update(PasswordVerifier).digest('hex')).toBe(deviceVector.verifierDigest);
  const device = {
    key: deviceVector.key,
    groupKey: deviceVector.groupKey,
    verifier: { passwordVerifier: PasswordVerifier, salt: Salt },
  };
  const secret = deviceSecret(device);
  if (secret === undefined) throw new Error('The device has no secret.');
  expect(secret.salt).toBe(deviceVector.salt.toString('hex'));
  const exchange = beginExchange(number(A), secret.verifier, vectorRandomness());
  expect(sessionKey(exchange, secret.verifier).toString('hex')).toBe(deviceVector.sharedKey);
  const claim = { secretBlock, timestamp, signature: deviceVector.signature };
  expect(provesSecret(exchange, secret.verifier, secret.identity, claim)).toBe(true);
});

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((array) => Buffer.from(array));

test('client and pool come to one key exactly when the password is the same', () => {
  fc.assert(
    fc.property(
      fc.record({ scope: fc.string(), name: fc.string(), password: fc.string() }),
      fc.string(),
      bytes(16),
      bytes(128).filter((random) => random.some((byte) => byte !== 0)),
      fc.string(),
      (whose, typed, salt, random, seed) => {
        const pair = srpKeyPair(random);
        const verifier = verifierOf(signedBytes(privateValue(whose, toNumber(salt))));
        const exchange = beginExchange(pair.publicKey, verifier, countedRandomness(seed));
        const challenge = {
          salt: toNumber(salt).toString(16),
          publicKey: exchange.B.toString(16),
          secretBlock: exchange.secretBlock,
        };
        const proof = proveBySrp(pair, { ...whose, password: typed }, challenge, 0);
        const claim = {
          secretBlock: proof.PASSWORD_CLAIM_SECRET_BLOCK,
          timestamp: proof.TIMESTAMP,
          signature: proof.PASSWORD_CLAIM_SIGNATURE,
        };
        expect(provesSecret(exchange, verifier, whose, claim)).toBe(typed === whose.password);
      },
    ),
    { numRuns: 25 },
  );
});
