import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../wire/response';

/** What InitiateAuth, RespondToAuthChallenge and their admin forms answer: tokens, or the next challenge. */
export type AuthReply = Wire<InitiateAuthResponse>;

/** What the pages of managed login need to know of a user who signed in there. */
export interface Authentication {
  /** The stored one. */
  readonly username: string;
  /** Of that user, and not of another who may have the name later. */
  readonly sub: string;
  /** Milliseconds since the epoch. */
  readonly authenticated: number;
  readonly secondFactorShown: boolean;
}

/** The same for a sign-in that may have begun at the pages of managed login: that one ends without tokens. */
export interface SignInReply extends AuthReply {
  readonly authentication?: Authentication;
}
