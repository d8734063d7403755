import type { Context, CustomMessageTriggerEvent } from 'aws-lambda';
import { answer } from '../answer';
import { decide } from './decide';
import { read } from './environment';

const settings = read(process.env);

/** Writes the messages of Cognito in the language of the user. Needs the SES sender: the built-in one refuses it. */
export function handler(
  event: CustomMessageTriggerEvent,
  context: Pick<Context, 'awsRequestId'>,
): Promise<CustomMessageTriggerEvent> {
  return answer('CustomMessage', context.awsRequestId, () => {
    event.response = decide(event, settings);
    return event;
  });
}
