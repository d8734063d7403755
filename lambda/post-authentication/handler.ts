import type { Context, PostAuthenticationTriggerEvent } from 'aws-lambda';
import { writeLine } from '../log-line';
import { decide } from './decide';

/** Writes one audit line for each sign-in. */
export function handler(
  event: PostAuthenticationTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<PostAuthenticationTriggerEvent> {
  try {
    writeLine(decide(event, context.awsRequestId));
  } catch {
    // Nobody is kept out because a line could not be written; Lambda's own report line still shows the invocation.
  }
  return Promise.resolve(event);
}
