import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Randomness } from '../randomness';

/** What a ciphertext is bound to; it decrypts with the same pairs only, in whatever order. */
export type EncryptionContext = Readonly<Record<string, string>>;

/** A KMS key as the template names it. */
export interface KmsKeyNames {
  /** `arn:aws:kms:REGION:ACCOUNT:key/ID`. */
  readonly arn: string;
  /** Each with its prefix: `alias/NAME`. */
  readonly aliases: readonly string[];
}

const fingerprintLength = 16;
const ivLength = 12;
const tagLength = 16;
const headerLength = fingerprintLength + ivLength + tagLength;

/**
 * A symmetric KMS key whose material never leaves this object: AES-256-GCM with the encryption context as additional
 * authenticated data (KMS developer guide, "Encryption context"). It lives as long as the process.
 */
export class KmsKey implements KmsKeyNames {
  readonly arn: string;
  readonly aliases: readonly string[];
  readonly #material: Buffer;
  readonly #randomness: Pick<Randomness, 'bytes'>;
  readonly #fingerprint: Buffer;

  constructor({ arn, aliases }: KmsKeyNames, randomness: Pick<Randomness, 'bytes'>) {
    this.arn = arn;
    this.aliases = aliases;
    this.#material = randomness.bytes(32);
    this.#randomness = randomness;
    this.#fingerprint = createHash('sha256').update(arn).digest().subarray(0, fingerprintLength);
  }

  /** A new data key in the clear and encrypted under this one. */
  generateDataKey(length: number, context: EncryptionContext): { readonly plaintext: Buffer; readonly blob: Buffer } {
    const plaintext = this.#randomness.bytes(length);
    return { plaintext, blob: this.encrypt(plaintext, context) };
  }

  encrypt(plaintext: Uint8Array, context: EncryptionContext): Buffer {
    const iv = this.#randomness.bytes(ivLength);
    const cipher = createCipheriv('aes-256-gcm', this.#material, iv, { authTagLength: tagLength });
    cipher.setAAD(this.#boundTo(context));
    const encrypted = Buffer.concat([cipher.update(plaintext), cipher.final()]);
    return Buffer.concat([this.#fingerprint, iv, cipher.getAuthTag(), encrypted]);
  }

  /** undefined: the blob was changed, is bound to another context, or is none. */
  decrypt(blob: Buffer, context: EncryptionContext): Buffer | undefined {
    if (!this.made(blob)) return undefined;
    const iv = blob.subarray(fingerprintLength, fingerprintLength + ivLength);
    const decipher = createDecipheriv('aes-256-gcm', this.#material, iv, { authTagLength: tagLength });
    decipher.setAAD(this.#boundTo(context));
    decipher.setAuthTag(blob.subarray(fingerprintLength + ivLength, headerLength));
    try {
      return Buffer.concat([decipher.update(blob.subarray(headerLength)), decipher.final()]);
    } catch {
      return undefined;
    }
  }

  /** Whether the blob names this key: the service, too, knows the key of a symmetric ciphertext. */
  made(blob: Buffer): boolean {
    return blob.length >= headerLength && blob.subarray(0, fingerprintLength).equals(this.#fingerprint);
  }

  /** Whether `id` names this key: key ARN, key id, alias or alias ARN, as the service takes them. */
  isNamed(id: string): boolean {
    const prefix = this.arn.slice(0, this.arn.lastIndexOf(':') + 1);
    const named = id.startsWith(prefix) ? id.slice(prefix.length) : id;
    return id === this.arn || id === this.arn.slice(`${prefix}key/`.length) || this.aliases.includes(named);
  }

  /** One text for one context: the pairs by name, as their order does not count. */
  #boundTo(context: EncryptionContext): Buffer {
    const pairs = Object.entries(context).toSorted(([one], [other]) => (one < other ? -1 : 1));
    return Buffer.from(JSON.stringify([this.arn, pairs]));
  }
}

/** The keys of this process. */
export class KmsKeys {
  readonly #randomness: Pick<Randomness, 'bytes'>;
  readonly #keys: KmsKey[] = [];

  constructor(randomness: Pick<Randomness, 'bytes'>) {
    this.#randomness = randomness;
  }

  /** Makes the material of a key; the key that is there already when one has this ARN. */
  add(names: KmsKeyNames): KmsKey {
    const known = this.#keys.find(({ arn }) => arn === names.arn);
    if (known !== undefined) return known;
    const key = new KmsKey(names, this.#randomness);
    this.#keys.push(key);
    return key;
  }

  find(id: string): KmsKey | undefined {
    return this.#keys.find((key) => key.isNamed(id));
  }

  /** The key that encrypted the blob. */
  makerOf(blob: Buffer): KmsKey | undefined {
    return this.#keys.find((key) => key.made(blob));
  }
}
