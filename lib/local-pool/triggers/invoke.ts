import { z } from 'zod';
import type { TriggerName } from '../settings/pool-settings';
import {
  InvalidLambdaResponseException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
} from '../wire/exceptions';
import type { TriggerCaller } from './trigger-caller';

/** The part of an event that differs from trigger to trigger. */
export interface TriggerEvent {
  readonly trigger: TriggerName;
  /** triggerSource, for instance PreSignUp_SignUp. */
  readonly source: string;
  /** The event's version; only PreTokenGeneration has others than '1'. Default: '1'. */
  readonly version?: '1' | '2' | '3';
  readonly username: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** What the function finds in `response` and gets back when it changes nothing. */
  readonly response: Readonly<Record<string, unknown>>;
}

/** What the service sends for requests without an app client. */
const noClient = 'CLIENT_ID_NOT_APPLICABLE';

/** What the service sends for a caller whose SDK it does not know. */
const unknownSdk = 'aws-sdk-unknown-unknown';

/**
 * Runs the function of a trigger with the event of the developer guide ("Customizing user pool workflows with Lambda
 * triggers", parameters) and returns the `response` of its reply.
 * @returns undefined when the pool has no function for this trigger.
 * @throws UserLambdaValidationException when the function fails, UnexpectedLambdaException when it cannot be asked,
 * InvalidLambdaResponseException when its reply is not the event or `response` has wrong types.
 */
export async function invokeTrigger<Response>(
  caller: TriggerCaller,
  event: TriggerEvent,
  response: z.ZodType<Response>,
): Promise<Response | undefined> {
  const { pool } = caller;
  const target = pool.settings.triggers[event.trigger];
  if (target === undefined) return undefined;
  const invocation = await pool.lambda.invoke(target, triggerEvent(caller, event));
  switch (invocation.outcome) {
    case 'returned':
      return readReply(invocation.payload, response);
    case 'failed':
      throw new UserLambdaValidationException(`${event.trigger} failed with error ${invocation.message}.`);
    case 'timed-out':
      throw notAsked(event.trigger, 'Socket timeout while invoking Lambda function.');
    case 'denied':
      throw notAsked(event.trigger, 'AccessDeniedException');
  }
}

/**
 * Runs the function of a trigger whose response has no fields: it can only refuse, by failing.
 * @throws see invokeTrigger.
 */
export async function notifyTrigger(caller: TriggerCaller, event: Omit<TriggerEvent, 'response'>): Promise<void> {
  await invokeTrigger(caller, { ...event, response: {} }, noFields);
}

/** Made once: it takes longer to make than to read with. */
const noFields = z.object({});

/** The event as the function gets it. */
export function triggerEvent(
  { pool, clientId }: TriggerCaller,
  event: TriggerEvent,
): Readonly<Record<string, unknown>> {
  return {
    version: event.version ?? '1',
    region: pool.settings.region,
    userPoolId: pool.id,
    userName: event.username,
    callerContext: { awsSdkVersion: unknownSdk, clientId: clientId ?? noClient },
    triggerSource: event.source,
    request: event.request,
    response: event.response,
  };
}

/** A reply that the service cannot use; `detail` says why, for the log. */
export function unrecognizable(detail: string): InvalidLambdaResponseException {
  return new InvalidLambdaResponseException('Unrecognizable lambda output', detail);
}

function notAsked(trigger: TriggerName, error: string): UnexpectedLambdaException {
  return new UnexpectedLambdaException(`${trigger} invocation failed due to error ${error}`);
}

const anyReply = z.object({ response: z.unknown() });

function readReply<Response>(payload: unknown, response: z.ZodType<Response>): Response {
  // A function that returns nothing; seen so on the service (aws-sdk-js #2692, amplify-cli #2735).
  if (payload === null) throw new InvalidLambdaResponseException('Invalid lambda function output : Invalid JSON');
  const reply = anyReply.safeParse(payload);
  if (!reply.success) throw unrecognizable(z.prettifyError(reply.error));
  const read = response.safeParse(reply.data.response);
  if (!read.success) throw unrecognizable(z.prettifyError(read.error));
  return read.data;
}
