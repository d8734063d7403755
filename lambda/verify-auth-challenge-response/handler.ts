import type { Context, VerifyAuthChallengeResponseTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { decide } from './decide';

/** Holds an answer against the code that was sent (CUSTOM_AUTH). */
export function handler(
  event: VerifyAuthChallengeResponseTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<VerifyAuthChallengeResponseTriggerEvent> {
  return answer('VerifyAuthChallengeResponse', context.awsRequestId, () => {
    event.response = { answerCorrect: decide(event.request, Date.now()) };
    return event;
  });
}
