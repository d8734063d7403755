import type { Authentication, SignInReply } from '../authentication/reply';
import { associateSoftwareToken } from '../operations/associate-software-token';
import type { Wire } from '../wire/response';
import type { AssociateSoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import type { AuthorizationRequest } from './authorization-request';
import { cookieNames, setCookie } from './cookies';
import type { HttpReply } from './http-exchange';
import type { PageChallenge, Pending } from './interactions';
import { redirect, withParameters } from './redirect';
import { goTo, type Visit } from './visit';

const pageChallenges: readonly string[] = [
  'NEW_PASSWORD_REQUIRED',
  'SOFTWARE_TOKEN_MFA',
  'SMS_MFA',
  'EMAIL_OTP',
  'SELECT_MFA_TYPE',
  'MFA_SETUP',
] satisfies readonly PageChallenge[];

/** On from a proved password or an answered challenge: back to the app, or to the page of the next challenge. */
export async function proceed(visit: Visit, reply: SignInReply): Promise<HttpReply> {
  if (reply.authentication !== undefined) return complete(visit, reply.authentication);
  return goTo(visit, { page: '/challenge', pending: await pendingOf(visit, reply) });
}

/** The browser stays signed in for an hour, and the app gets its code (RFC 6749 section 4.1.2). */
function complete({ authorization, id }: Visit, authentication: Authentication): HttpReply {
  const { pool } = authorization;
  if (id !== undefined) pool.browserState.interactions.end(id);
  const cookie = setCookie(cookieNames(pool).session, pool.browserState.sessions.begin(authentication));
  return redirect(303, authorize(authorization, authentication), { 'Set-Cookie': [cookie] });
}

/** Where the app finds a new authorization code. */
export function authorize(request: AuthorizationRequest, authentication: Authentication): string {
  const { pool, client, redirectUri, state, scopes, codeChallenge, nonce } = request;
  const { username, authenticated, secondFactorShown } = authentication;
  const code = pool.authorizationCodes.issue({
    clientId: client.id,
    username,
    redirectUri,
    scopes,
    codeChallenge,
    nonce,
    authenticated,
    secondFactorShown,
  });
  return withParameters(redirectUri, { code, state });
}

/** @throws TypeError for a challenge that no sign-in by these pages can meet */
async function pendingOf({ service, authorization }: Visit, reply: SignInReply): Promise<Pending> {
  const { ChallengeName: challenge, Session: session, ChallengeParameters: parameters = {} } = reply;
  const { USER_ID_FOR_SRP: username } = parameters;
  if (!isPageChallenge(challenge) || session === undefined || username === undefined)
    throw new TypeError(`managed login has no page for ${String(challenge)}`);
  const pending = { challenge, session, username, parameters };
  const canEnrol = challenge === 'MFA_SETUP' && authorization.pool.mfa.factors.includes('SOFTWARE_TOKEN_MFA');
  if (!canEnrol) return pending;
  const enrolment = await associateSoftwareToken.handle(service, { Session: session });
  const { SecretCode, Session = session } = enrolment as Wire<AssociateSoftwareTokenResponse>;
  return { ...pending, session: Session, ...(SecretCode !== undefined && { secretCode: SecretCode }) };
}

function isPageChallenge(name: string | undefined): name is PageChallenge {
  return name !== undefined && pageChallenges.includes(name);
}
