import { randomBytes } from 'node:crypto';
import { CodeMismatchException, ExpiredCodeException } from '@aws-sdk/client-cognito-identity-provider';
import { Secret, TOTP } from 'otpauth';
import { wire } from './wire';

/** The service's side of an authenticator: it checks real codes, each of which counts once. */
export class ScriptedAuthenticator {
  readonly #secret = new Secret({ buffer: new Uint8Array(randomBytes(32)).buffer });
  readonly #spent: number[] = [];

  /** In Base32. */
  get secret(): string {
    return this.#secret.base32;
  }

  spend(code: string, now: number): void {
    const totp = new TOTP({ secret: this.#secret, algorithm: 'SHA1', digits: 6, period: 30 });
    const delta = totp.validate({ token: code, timestamp: now, window: 1 });
    if (delta === null) throw new CodeMismatchException({ message: 'Invalid code received for user', ...wire });
    const step = Math.floor(now / 30_000) + delta;
    if (this.#spent.includes(step))
      throw new ExpiredCodeException({ message: 'Your software token has already been used once.', ...wire });
    this.#spent.push(step);
  }
}
