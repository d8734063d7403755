import { challengeEvent, noTrigger, record, type CustomAuth } from '../authentication/custom-auth';
import { requireParameter } from '../authentication/parameters';
import type { Attempt } from '../authentication/sign-in';
import { createAuthChallenge, verifyAuthChallengeResponse } from '../triggers/auth-challenge';
import { NotAuthorizedException } from '../wire/exceptions';
import type { Challenge } from './challenge';

/**
 * CUSTOM_CHALLENGE: what CreateAuthChallenge asks and VerifyAuthChallengeResponse judges. A wrong answer ends its session
 * too: what comes then, another try or the end, DefineAuthChallenge says.
 */
export const customChallenge: Challenge = {
  name: 'CUSTOM_CHALLENGE',

  async offer(attempt) {
    const { pool, client, user } = attempt;
    const custom = requireCustom(attempt);
    const challenge = await createAuthChallenge({ pool, clientId: client.id }, challengeEvent(attempt, custom));
    if (challenge === undefined) throw noTrigger();
    return {
      parameters: { USERNAME: user.username, ...challenge.publicParameters },
      memory: { customChallenge: challenge },
    };
  },

  async respond(attempt, responses, { memory }) {
    const { pool, client } = attempt;
    const custom = requireCustom(attempt);
    const answer = requireParameter(responses, 'ANSWER');
    const { privateParameters = {}, metadata } = memory.customChallenge ?? {};
    const challengeResult = await verifyAuthChallengeResponse(
      { pool, clientId: client.id },
      challengeEvent(attempt, custom),
      { privateParameters, answer },
    );
    if (challengeResult === undefined) throw noTrigger();
    const result = { challengeName: 'CUSTOM_CHALLENGE', challengeResult, challengeMetadata: metadata };
    return { custom: record(custom, result) };
  },
};

function requireCustom({ custom }: Attempt): CustomAuth {
  if (custom === undefined) throw new NotAuthorizedException('Invalid session for the user.');
  return custom;
}
