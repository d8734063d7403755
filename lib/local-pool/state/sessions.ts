import type { Clock } from '../clock';
import type { Randomness } from '../randomness';
import { NotAuthorizedException } from '../wire/exceptions';

/** What a session waits for: one challenge, of one user, at one client. */
export interface PendingChallenge {
  readonly clientId: string;
  readonly username: string;
}

/** A sign-up that an app follows up to the sign-in: SignUp, ConfirmSignUp, InitiateAuth. */
export interface SignUpSession extends PendingChallenge {
  readonly confirmed: boolean;
}

interface Entry<State> {
  readonly state: State;
  readonly expires: number;
  readonly handle: string | undefined;
  spent: boolean;
}

/** As long as those of the service, which clients put into cookies and URLs: 1,205 characters. */
const sessionBytes = 900;

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
  readonly #sessionByHandle = new Map<string, string>();

  constructor(clock: Clock, randomness: Randomness) {
    this.#clock = clock;
    this.#randomness = randomness;
  }

  /**
   * A new session string for `state`, valid for `seconds` (AuthSessionValidity).
   * @param handle another name for it; of the sessions with one handle it means the newest.
   */
  issue(state: State, seconds: number, handle?: string): string {
    this.#forget();
    const session = `AYABe${this.#randomness.bytes(sessionBytes).toString('base64url')}`;
    this.#entries.set(session, { state, expires: this.#clock.now() + seconds * 1000, handle, spent: false });
    if (handle !== undefined) this.#sessionByHandle.set(handle, session);
    return session;
  }

  /** The session of that handle while it can be used at that client. */
  byHandle(handle: string, clientId: string): string | undefined {
    const session = this.#sessionByHandle.get(handle);
    const entry = session === undefined ? undefined : this.#entries.get(session);
    return entry?.state.clientId === clientId && !entry.spent && !this.#isExpired(entry) ? session : undefined;
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
    if (this.#isExpired(entry)) throw new NotAuthorizedException('Invalid session for the user, session is expired.');
    return entry;
  }

  #isExpired({ expires }: Entry<State>): boolean {
    return expires <= this.#clock.now();
  }

  #forget(): void {
    const horizon = this.#clock.now() - rememberedMilliseconds;
    for (const [session, entry] of this.#entries) {
      if (entry.expires > horizon) return;
      this.#entries.delete(session);
      if (entry.handle !== undefined && this.#sessionByHandle.get(entry.handle) === session)
        this.#sessionByHandle.delete(entry.handle);
    }
  }
}
