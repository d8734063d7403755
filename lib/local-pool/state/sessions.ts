import type { Clock } from '../clock';
import { alphanumerics, type Randomness } from '../randomness';
import { NotAuthorizedException } from '../wire/exceptions';

/** What a session waits for: one challenge, of one user, at one client. */
export interface PendingChallenge {
  readonly clientId: string;
  readonly username: string;
}

interface Entry<State> {
  readonly state: State;
  readonly expires: number;
  spent: boolean;
}

/** How long a spent or expired session is remembered, so that its reuse is named for what it is. */
const rememberedMilliseconds = 60 * 60 * 1000;

/**
 * Sign-ins in progress. A session is stored, bound to its challenge, user and client, expires, and is accepted once
 * (developer guide, "Authentication sessions"). A refused answer leaves it valid.
 */
export class Sessions<State extends PendingChallenge> {
  readonly #clock: Clock;
  readonly #randomness: Randomness;
  readonly #entries = new Map<string, Entry<State>>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /** A new session string for `state`, valid for `seconds` (AuthSessionValidity). */
  issue(state: State, seconds: number): string {
    this.#forget();
    const session = `AYABe${this.#randomness.text(395, alphanumerics)}`;
    this.#entries.set(session, { state, expires: this.#clock.now() + seconds * 1000, spent: false });
    return session;
  }

  /** Whether the session was given out for a sign-in at that client, whatever became of it. */
  belongsTo(session: string, clientId: string): boolean {
    return this.#entries.get(session)?.state.clientId === clientId;
  }

  /**
   * The sign-in that `session` continues. It stays usable: only `spend` ends it.
   * @throws NotAuthorizedException when it is unknown, of another client, used or expired.
   */
  open(session: string, clientId: string): State {
    return this.#usable(session, clientId).state;
  }

  /**
   * Ends `session`, after its challenge was met and before anything is issued for it.
   * @throws NotAuthorizedException when another request met it in the meantime.
   */
  spend(session: string, clientId: string): void {
    this.#usable(session, clientId).spent = true;
  }

  /** Ends every sign-in of a user that is deleted: none may go on as the next user of that name. */
  spendAllOf(username: string): void {
    for (const entry of this.#entries.values()) if (entry.state.username === username) entry.spent = true;
  }

  #usable(session: string, clientId: string): Entry<State> {
    const entry = this.#entries.get(session);
    if (entry?.state.clientId !== clientId) throw new NotAuthorizedException('Invalid session for the user.');
    if (entry.spent) throw new NotAuthorizedException('Invalid session for the user, session can only be used once.');
    if (entry.expires <= this.#clock.now())
      throw new NotAuthorizedException('Invalid session for the user, session is expired.');
    return entry;
  }

  #forget(): void {
    const horizon = this.#clock.now() - rememberedMilliseconds;
    for (const [session, entry] of this.#entries) {
      if (entry.expires > horizon) return;
      this.#entries.delete(session);
    }
  }
}
