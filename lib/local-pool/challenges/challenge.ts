import type { Attempt, Memory, OfferedChallenge, Settled, SignIn } from '../authentication/sign-in';

export type Responses = Readonly<Record<string, string>>;

/** What goes to the client with a challenge, and what stays with the session. */
export interface Offer {
  /** The ChallengeParameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly memory?: Memory;
}

/** What an answered challenge settles, and the challenge that follows if the answer names one. */
export type Progress = Partial<Settled> & { readonly next?: OfferedChallenge };

/** One challenge: what is sent with it, and what an answer must hold. */
export interface Challenge {
  readonly name: OfferedChallenge;
  offer(attempt: Attempt): Offer | Promise<Offer>;
  /**
   * Holds the answer against the user's state and records its effect.
   * @throws the service's exception for a wrong answer; the session then stays valid.
   */
  respond(attempt: Attempt, responses: Responses, signIn: SignIn): Progress | Promise<Progress>;
}
