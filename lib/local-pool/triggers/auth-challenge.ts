import { z } from 'zod';
import { invokeTrigger, unrecognizable, type TriggerEvent } from './invoke';
import { sentAlong, type Metadata, type TriggerCaller, type TriggerUser } from './trigger-caller';

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
  /** Whether nobody has this name; undefined where the app client does not mask user existence. */
  readonly userNotFound: boolean | undefined;
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

/** Runs one of the three with what all are told and what it alone is. */
function ask<Response>(
  caller: TriggerCaller,
  { username, attributes, clientMetadata, userNotFound }: Omit<AuthChallengeEvent, 'session'>,
  {
    trigger,
    request,
    response,
  }: Pick<TriggerEvent, 'request' | 'response'> & {
    readonly trigger: 'DefineAuthChallenge' | 'CreateAuthChallenge' | 'VerifyAuthChallengeResponse';
  },
  reply: z.ZodType<Response>,
): Promise<Response | undefined> {
  const told = { userAttributes: attributes, ...request, clientMetadata: sentAlong(clientMetadata), userNotFound };
  return invokeTrigger(
    caller,
    { trigger, source: `${trigger}_Authentication`, username, request: told, response },
    reply,
  );
}

/** The answers so far; metadata that there is none of is null (amplify-js #5834 shows such an event). */
function answersOf({ session }: AuthChallengeEvent): readonly object[] {
  return session.map(({ challengeName, challengeResult, challengeMetadata = null }) => ({
    challengeName,
    challengeResult,
    challengeMetadata,
  }));
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
  event: AuthChallengeEvent,
): Promise<NextStep | undefined> {
  const request = { session: answersOf(event) };
  const response = { challengeName: null, issueTokens: null, failAuthentication: null };
  const reply = await ask(caller, event, { trigger: 'DefineAuthChallenge', request, response }, defined);
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
  event: AuthChallengeEvent,
): Promise<CustomChallenge | undefined> {
  const request = { challengeName: 'CUSTOM_CHALLENGE', session: answersOf(event) };
  const response = { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null };
  const reply = await ask(caller, event, { trigger: 'CreateAuthChallenge', request, response }, created);
  return (
    reply && {
      publicParameters: reply.publicChallengeParameters ?? {},
      privateParameters: reply.privateChallengeParameters ?? {},
      metadata: reply.challengeMetadata ?? undefined,
    }
  );
}

const verified = z.object({ answerCorrect: z.boolean().nullish() });

/**
 * Asks VerifyAuthChallengeResponse whether an answer is right
 * (https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-verify-auth-challenge-response.html).
 * @returns undefined when the pool has no such trigger.
 * @throws see invokeTrigger.
 */
export async function verifyAuthChallengeResponse(
  caller: TriggerCaller,
  event: Omit<AuthChallengeEvent, 'session'>,
  { privateParameters, answer }: { readonly answer: string } & Pick<CustomChallenge, 'privateParameters'>,
): Promise<boolean | undefined> {
  const request = { privateChallengeParameters: privateParameters, challengeAnswer: answer };
  const response = { answerCorrect: null };
  const reply = await ask(caller, event, { trigger: 'VerifyAuthChallengeResponse', request, response }, verified);
  return reply && reply.answerCorrect === true;
}
