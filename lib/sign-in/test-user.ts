import type { PoolFacts } from './pool-facts';
import { makePassword } from './password';
import type { Secrets } from './secrets';
import type { Surroundings } from './surroundings';

/**
 * A user that a journey creates and removes. The name is made here and not by the service: so the user can be removed
 * even if the answer to their creation never arrived.
 */
export class TestUser {
  readonly email: string;
  /** A number of nobody (North American Numbering Plan: 555-0100 to 555-0199 are for fiction). */
  readonly phoneNumber = '+12065550100';
  /** What signs in: the address, or in a pool with free usernames a name. */
  readonly signInName: string;
  /** What an administrator gives the user. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly #makePassword: () => string;
  #password: string;
  #mayExist = false;

  constructor(pool: PoolFacts, surroundings: Surroundings, secrets: Secrets) {
    const name = `sign-in-${surroundings.randomBytes(12).toString('hex')}`;
    // example.com is nobody's (RFC 2606).
    this.email = `${name}@example.com`;
    this.signInName = pool.signInWith === 'email' ? this.email : name;
    this.#makePassword = () => secrets.keep(makePassword(pool.minimumPasswordLength, surroundings));
    this.#password = this.#makePassword();
    this.attributes = {
      ...Object.fromEntries(pool.requiredAttributes.map((each) => [each, this.#required(each)])),
      email: this.email,
      email_verified: 'true',
    };
  }

  /** What the user signs in with now. */
  get password(): string {
    return this.#password;
  }

  /** A password that the policy of the pool accepts and that nobody has. */
  anotherPassword(): string {
    return this.#makePassword();
  }

  /** The service has taken another password, or is about to give one. */
  passwordBecomes(password: string): void {
    this.#password = password;
  }

  /** From the moment when the service was asked to create the user. */
  get mayExist(): boolean {
    return this.#mayExist;
  }

  creationBegins(): void {
    this.#mayExist = true;
  }

  /** The service said that it did not create the user. */
  creationWasRefused(): void {
    this.#mayExist = false;
  }

  wasRemoved(): void {
    this.#mayExist = false;
  }

  #required(name: string): string {
    return name === 'phone_number' ? this.phoneNumber : (requiredValues[name] ?? 'sign-in');
  }
}

/** Standard attributes whose form the service checks (developer guide, "User pool attributes"). */
const requiredValues: Readonly<Record<string, string>> = {
  birthdate: '2000-01-01',
  locale: 'en',
  picture: 'https://example.com/picture.png',
  profile: 'https://example.com/profile',
  updated_at: '0',
  website: 'https://example.com',
  zoneinfo: 'Etc/UTC',
};
