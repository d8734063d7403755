import type { Attempt, OfferedChallenge, SignIn } from '../authentication/sign-in';

export type Responses = Readonly<Record<string, string>>;

/** What an answered challenge adds to the attempt. */
export type Progress = Partial<Pick<Attempt, 'choseNewPassword' | 'secondFactorShown'>>;

/** One challenge: what is sent with it, and what an answer must hold. */
export interface Challenge {
  readonly name: OfferedChallenge;
  /** The ChallengeParameters. */
  offer(attempt: Attempt): Readonly<Record<string, string>>;
  /**
   * Holds the answer against the user's state and records its effect.
   * @throws the service's exception for a wrong answer; the session then stays valid.
   */
  respond(attempt: Attempt, responses: Responses, signIn: SignIn): Progress;
}
