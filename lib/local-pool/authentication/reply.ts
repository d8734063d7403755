import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { Wire } from '../wire/response';

/** What InitiateAuth, RespondToAuthChallenge and their admin forms answer: tokens, or the next challenge. */
export type AuthReply = Wire<InitiateAuthResponse>;
