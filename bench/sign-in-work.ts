/** What a client does for one user, complete up to the tokens. */
export type SignInKind =
  /** InitiateAuth with USER_PASSWORD_AUTH, then RespondToAuthChallenge with a code of the authenticator. */
  | 'password and TOTP'
  /** InitiateAuth with USER_SRP_AUTH, then RespondToAuthChallenge with the claim: of users without a second factor. */
  | 'SRP';

/** What the process of the clients is asked for. */
export type Work =
  | {
      readonly kind: 'sign-ins';
      readonly how: SignInKind;
      readonly count: number;
      /** How many sign in at a time. */
      readonly concurrency: number;
    }
  /** ListUsers with a filter that fits one user. */
  | { readonly kind: 'list users'; readonly attribute: string; readonly count: number }
  /** AdminCreateUser without an invitation. */
  | { readonly kind: 'create users'; readonly count: number };

/** Where it is done, and by whom. */
export interface Target {
  readonly origin: string;
  readonly poolId: string;
  readonly clientId: string;
  /** How many users it has: numbers 1 to this. */
  readonly users: number;
  /** Of a server that made up the secrets itself and takes a code again: who signs in there, in turn. */
  readonly accounts?: readonly Account[];
}

export interface Account {
  readonly username: string;
  readonly totpSecret: string;
}

export interface Assignment {
  readonly target: Target;
  readonly work: Work;
}

/** What a piece of work took. */
export interface Spent {
  /**
   * From the first request to the last answer. Where a client computes between two requests of a sign-in (SRP), all have
   * their first request answered, then all compute, then all send the second: the computing is left out.
   */
  readonly milliseconds: number;
  /** Of one unit of the work (a sign-in, a request), the median: the time from its requests to their answers. */
  readonly median: number;
}

export type ClientMessage =
  { readonly kind: 'done'; readonly spent: Spent } | { readonly kind: 'failed'; readonly message: string };
