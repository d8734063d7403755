import { z } from 'zod';
import { invokeTrigger, unrecognizable } from './invoke';
import type { Metadata, TriggerCaller, TriggerUser } from './trigger-caller';

/** A challenge of a custom sign-in that was answered, as the triggers see it. */
export interface ChallengeResult {
  readonly challengeName: string;
  readonly challengeResult: boolean;
  /** What CreateAuthChallenge noted; for CUSTOM_CHALLENGE only. */
  readonly challengeMetadata?: string | undefined;
}

/** What the three triggers of a custom sign-in are told. */
export interface AuthChallengeEvent extends TriggerUser {
  /** Oldest first. */
  readonly session: readonly ChallengeResult[];
  /** The ClientMetadata of RespondToAuthChallenge. */
  readonly clientMetadata?: Metadata | undefined;
  /** Whether nobody has this name; only where the app client masks user existence. */
  readonly userNotFound: boolean;
}

export type NextStep =
  | { readonly step: 'issue-tokens' | 'fail' }
  | { readonly step: 'challenge'; readonly name: 'CUSTOM_CHALLENGE' | 'PASSWORD_VERIFIER' };

/** What a custom challenge shows, and what its answer is held against. */
export interface CustomChallenge {
  readonly publicParameters: Readonly<Record<string, string>>;
  readonly privateParameters: Readonly<Record<string, string>>;
  readonly metadata: string | undefined;
}

const defined = z.object({
  challengeName: z.enum(['CUSTOM_CHALLENGE', 'PASSWORD_VERIFIER']).nullish(),
  issueTokens: z.boolean().nullish(),
  failAuthentication: z.boolean().nullish(),
});

/**
 * Asks DefineAuthChallenge what comes next
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-define-auth-challenge.html).
 * @returns undefined when the pool has no such trigger.
 * @throws see invokeTrigger; InvalidLambdaResponseException for a reply that neither ends the sign-in nor goes on.
 */
export async function defineAuthChallenge(
  caller: TriggerCaller,
  { username, attributes, session, clientMetadata, userNotFound }: AuthChallengeEvent,
): Promise<NextStep | undefined> {
  const reply = await invokeTrigger(
    caller,
    {
      trigger: 'DefineAuthChallenge',
      source: 'DefineAuthChallenge_Authentication',
      username,
      request: { userAttributes: attributes, session, clientMetadata, userNotFound },
      response: { challengeName: null, issueTokens: null, failAuthentication: null },
    },
    defined,
  );
  if (reply === undefined) return undefined;
  if (reply.failAuthentication === true) return { step: 'fail' };
  if (reply.issueTokens === true) return { step: 'issue-tokens' };
  if (reply.challengeName === null || reply.challengeName === undefined)
    throw unrecognizable('DefineAuthChallenge sets none of challengeName, issueTokens and failAuthentication');
  return { step: 'challenge', name: reply.challengeName };
}

const parameters = z.record(z.string(), z.string()).nullish();
const created = z.object({
  publicChallengeParameters: parameters,
  privateChallengeParameters: parameters,
  challengeMetadata: z.string().nullish(),
});

/**
 * Asks CreateAuthChallenge for a challenge
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html).
 * @returns undefined when the pool has no such trigger.
 * @throws see invokeTrigger.
 */
export async function createAuthChallenge(
  caller: TriggerCaller,
  { username, attributes, session, clientMetadata, userNotFound }: AuthChallengeEvent,
): Promise<CustomChallenge | undefined> {
  const reply = await invokeTrigger(
    caller,
    {
      trigger: 'CreateAuthChallenge',
      source: 'CreateAuthChallenge_Authentication',
      username,
      request: {
        userAttributes: attributes,
        challengeName: 'CUSTOM_CHALLENGE',
        session,
        clientMetadata,
        userNotFound,
      },
      response: { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
    },
    created,
  );
  return (
    reply && {
      publicParameters: reply.publicChallengeParameters ?? {},
      privateParameters: reply.privateChallengeParameters ?? {},
      metadata: reply.challengeMetadata ?? undefined,
    }
  );
}

/**
 * Asks VerifyAuthChallengeResponse whether an answer is right
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html).
 * @returns undefined when the pool has no such trigger.
 * @throws see invokeTrigger.
 */
export async function verifyAuthChallengeResponse(
  caller: TriggerCaller,
  { username, attributes, clientMetadata, userNotFound }: Omit<AuthChallengeEvent, 'session'>,
  { privateParameters, answer }: { readonly answer: string } & Pick<CustomChallenge, 'privateParameters'>,
): Promise<boolean | undefined> {
  const reply = await invokeTrigger(
    caller,
    {
      trigger: 'VerifyAuthChallengeResponse',
      source: 'VerifyAuthChallengeResponse_Authentication',
      username,
      request: {
        userAttributes: attributes,
        privateChallengeParameters: privateParameters,
        challengeAnswer: answer,
        clientMetadata,
        userNotFound,
      },
      response: { answerCorrect: null },
    },
    z.object({ answerCorrect: z.boolean().nullish() }),
  );
  return reply && reply.answerCorrect === true;
}
