import type { PoolFacts } from './pool-facts';
import { makePassword } from './password';
import type { Secrets } from './secrets';
import type { Surroundings } from './surroundings';

/**
 * The user that a journey creates and removes. The name is made here and not by the service: so the user can be removed
 * even if the answer to their creation never arrived.
 */
export class TestUser {
  readonly email: string;
  /** What signs in: the address, or in a pool with free usernames a name. */
  readonly signInName: string;
  readonly password: string;
  readonly attributes: Readonly<Record<string, string>>;
  #mayExist = false;

  constructor(pool: PoolFacts, surroundings: Surroundings, secrets: Secrets) {
    const name = `sign-in-${surroundings.randomBytes(12).toString('hex')}`;
    // example.com is nobody's (RFC 2606), and nothing is sent to it.
    this.email = `${name}@example.com`;
    this.signInName = pool.signInWith === 'email' ? this.email : name;
    this.password = secrets.keep(makePassword(pool.minimumPasswordLength, surroundings));
    this.attributes = {
      ...Object.fromEntries(pool.requiredAttributes.map((each) => [each, requiredValues[each] ?? 'sign-in'])),
      email: this.email,
      email_verified: 'true',
    };
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
}

/** Standard attributes whose form the service checks (developer guide, "User pool attributes"). */
const requiredValues: Readonly<Record<string, string>> = {
  birthdate: '2000-01-01',
  locale: 'en',
  phone_number: '+12065550100',
  picture: 'https://example.com/picture.png',
  profile: 'https://example.com/profile',
  updated_at: '0',
  website: 'https://example.com',
  zoneinfo: 'Etc/UTC',
};
