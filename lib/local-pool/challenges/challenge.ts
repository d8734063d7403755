import type { FirstChallenge } from '../authentication/available-challenges';
import type { Attempt, Memory, OfferedChallenge, Settled, SignIn } from '../authentication/sign-in';

export type Responses = Readonly<Record<string, string>>;

/** What goes to the client with a challenge, and what stays with the session. */
export interface Offer {
  /** The ChallengeParameters. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly memory?: Memory;
  /** What the user may choose instead (SELECT_CHALLENGE). */
  readonly availableChallenges?: readonly FirstChallenge[];
  /** By what an answer without a Session names this sign-in; see {@link Challenge.handle}. */
  readonly handle?: string;
  /** Whether the client gets no Session, so that only `handle` leads back. */
  readonly withoutSession?: boolean;
}

/** What an answered challenge settles, and the challenge that follows if the answer names one. */
export type Progress = Partial<Settled> & Pick<Attempt, 'srp'> & { readonly next?: OfferedChallenge };

/** One challenge: what is sent with it, and what an answer must hold. */
export interface Challenge {
  readonly name: OfferedChallenge;
  /** Whether the answer proves the first factor, as that to a code in the place of the password does too. */
  readonly provesFirstFactor?: boolean;
  /**
   * Reads from an answer without a Session what names its sign-in.
   * @throws InvalidParameterException when it is missing
   */
  handle?(responses: Responses): string;
  offer(attempt: Attempt): Offer | Promise<Offer>;
  /**
   * Holds the answer against the user's state and records its effect.
   * @throws the service's exception for a wrong answer; the session then stays valid.
   */
  respond(attempt: Attempt, responses: Responses, signIn: SignIn): Progress | Promise<Progress>;
}
