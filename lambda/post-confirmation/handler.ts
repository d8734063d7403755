import type { Context, PostConfirmationTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { decide } from './decide';
import { read } from './environment';
import { boundedClient, join } from './group-membership';

const settings = read(process.env);
/** Two attempts and the pause between them stay below the 5 s after which Cognito would call again. */
const client = boundedClient({ attempts: 2, attemptMilliseconds: 1500 });

/**
 * Adds a newly confirmed user to the default group. The user is confirmed already when this runs, so a failure is not
 * undone by Cognito: it shows to the app and in the log instead of leaving the user without the group unnoticed.
 */
export function handler(
  event: PostConfirmationTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<PostConfirmationTriggerEvent> {
  return answer('PostConfirmation', context.awsRequestId, async () => {
    const membership = decide(event, settings);
    if (membership !== undefined) await join(client, membership);
    return event;
  });
}
