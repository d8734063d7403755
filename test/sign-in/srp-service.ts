import { createHmac, randomBytes } from 'node:crypto';
import { privateValue, scramble, sessionKey } from '../../lib/sign-in/srp';
import type { SrpIdentity } from '../../lib/sign-in/srp';
import { generator, integer, multiplier, power, prime } from '../../lib/sign-in/srp-group';

/** What the service keeps of a password: the salt and the verifier. */
export interface KeptSecret {
  readonly salt: bigint;
  readonly verifier: bigint;
}

/** A password as the service keeps it. */
export function keptFromPassword(identity: SrpIdentity, salt: Buffer): KeptSecret {
  return { salt: integer(salt), verifier: power(generator, privateValue(identity, integer(salt))) };
}

/** The verifier of a device, as ConfirmDevice hands it over. */
export function keptFromBase64(verifier: string, salt: string): KeptSecret {
  return { verifier: integer(Buffer.from(verifier, 'base64')), salt: integer(Buffer.from(salt, 'base64')) };
}

/** The other half of SRP-6a, as the service computes it: one exchange. */
export class SrpService {
  readonly secretBlock = randomBytes(40).toString('base64');
  readonly #secret: KeptSecret;
  readonly #clientKey: bigint;
  readonly #privateKey: bigint;
  readonly #publicKey: bigint;

  constructor(secret: KeptSecret, clientKey: bigint, random: Buffer) {
    this.#secret = secret;
    this.#clientKey = clientKey;
    this.#privateKey = integer(random);
    this.#publicKey = (multiplier * secret.verifier + power(generator, this.#privateKey)) % prime;
  }

  key(): Buffer {
    const u = scramble(this.#clientKey, this.#publicKey);
    const shared = power((this.#clientKey * power(this.#secret.verifier, u)) % prime, this.#privateKey);
    return sessionKey(shared, u);
  }

  /** SALT and SRP_B of the challenge. */
  parameters(): { readonly SALT: string; readonly SRP_B: string } {
    return { SALT: this.#secret.salt.toString(16), SRP_B: this.#publicKey.toString(16) };
  }

  /** Whether a signature shows that the client came to the same key. */
  accepts(scope: string, name: string, answer: Readonly<Record<string, string | undefined>>): boolean {
    const { PASSWORD_CLAIM_SIGNATURE: signature, PASSWORD_CLAIM_SECRET_BLOCK: block, TIMESTAMP: time } = answer;
    const expected = createHmac('sha256', this.key())
      .update(`${scope}${name}`)
      .update(Buffer.from(this.secretBlock, 'base64'))
      .update(time ?? '')
      .digest('base64');
    return block === this.secretBlock && signature === expected;
  }
}
