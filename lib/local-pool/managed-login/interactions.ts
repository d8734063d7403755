import type { Clock } from '../clock';
import type { Randomness } from '../randomness';
import type { Refusal } from './refusals';
import type { InformationName } from './texts/texts';

/** What a page says above its form. */
export type Notice =
  | {
      readonly kind: 'refusal';
      readonly refusal: Refusal;
      /** What the service threw, for the log. */
      readonly exception?: string;
    }
  | { readonly kind: 'information'; readonly information: InformationName };

/** The challenge of a sign-in that waits for its answer. */
export interface Pending {
  readonly challenge: PageChallenge;
  readonly session: string;
  /** The name to answer with. */
  readonly username: string;
  readonly parameters: Readonly<Record<string, string>>;
  /** MFA_SETUP: the secret that the user may enrol. */
  readonly secretCode?: string;
}

/** The challenges that a sign-in by password, without a device and without custom authentication, can meet. */
export type PageChallenge =
  'NEW_PASSWORD_REQUIRED' | 'SOFTWARE_TOKEN_MFA' | 'SMS_MFA' | 'EMAIL_OTP' | 'SELECT_MFA_TYPE' | 'MFA_SETUP';

/** What a page shows, and what its form continues. Secrets are in none of it but the one to enrol. */
export type Step =
  | { readonly page: '/login'; readonly name: string }
  | { readonly page: '/forgotPassword'; readonly name: string }
  | { readonly page: '/signup'; readonly fields: Readonly<Record<string, string>> }
  | {
      readonly page: '/confirm';
      readonly name: string;
      readonly destination: string | undefined;
      /** The user that this very browser made, who then need not sign in. */
      readonly signedUp?: string | undefined;
    }
  | { readonly page: '/confirmforgotPassword'; readonly name: string; readonly destination: string | undefined }
  | { readonly page: '/challenge'; readonly pending: Pending };

export type Interaction = Step & { readonly notice?: Notice };

/** Whose an interaction is. */
interface Owner {
  readonly browser: string;
  readonly clientId: string;
}

interface Entry extends Owner {
  readonly expires: number;
  /** undefined: it ended in a sign-in. */
  readonly interaction: Interaction | undefined;
}

const hour = 60 * 60 * 1000;
const idBytes = 16;

/**
 * What is under way at the pages of a pool between two requests of a browser: each belongs to one browser and one client,
 * and is named in the address of its page.
 */
export class Interactions {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /**
   * The next step of what the owner has under way, or the first one of something new.
   * @param id the interaction to go on with; one that is not the owner's or has ended is left alone
   * @param milliseconds how long the step may take
   * @returns the id that leads to it
   */
  advance(owner: Owner, id: string | undefined, interaction: Interaction, milliseconds = hour): string {
    this.#forget();
    const continues = id !== undefined && this.find(id, owner)?.interaction !== undefined;
    const key = continues ? id : this.#randomness.bytes(idBytes).toString('base64url');
    this.#entries.set(key, { ...owner, interaction, expires: this.#clock.now() + milliseconds });
    return key;
  }

  /** undefined: unknown, over for too long, or somebody else's. */
  find(id: string, owner: Owner): Entry | undefined {
    const entry = this.#entries.get(id);
    if (entry?.browser !== owner.browser || entry.clientId !== owner.clientId) return undefined;
    return entry.expires > this.#clock.now() ? entry : undefined;
  }

  /** After a sign-in. It is remembered as ended for as long as it would have been open. */
  end(id: string): void {
    const entry = this.#entries.get(id);
    if (entry !== undefined) this.#entries.set(id, { ...entry, interaction: undefined });
  }

  #forget(): void {
    for (const [id, { expires }] of this.#entries) if (expires <= this.#clock.now()) this.#entries.delete(id);
  }
}
