import type { CustomMessageTriggerEvent } from 'aws-lambda';
import { TriggerError } from '../trigger-error';
import type { Settings } from './environment';
import { writeMessage } from './write-message';

export interface MessageResponse {
  readonly emailSubject: string;
  readonly emailMessage: string;
  readonly smsMessage: string;
}

/** An invitation without the place for the user name, which Cognito would refuse without saying why. */
export class MissingPlaceholderError extends TriggerError {
  override readonly name = 'MissingPlaceholderError';
}

/**
 * The message in the language of the user, English or Japanese.
 *
 * Cognito puts the code where the text has `codeParameter`. Nothing that a user wrote about himself goes into the text:
 * whoever signs up with somebody else's address could otherwise have Cognito send that person words of his choice.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-message.html
 */
export function decide(
  event: Pick<CustomMessageTriggerEvent, 'triggerSource' | 'request'>,
  settings: Settings,
): MessageResponse {
  const { subject, email, sms } = writeMessage(event.triggerSource, event.request.userAttributes['locale'], {
    product: settings.productName,
    code: event.request.codeParameter,
    username: usernameIn(event),
  });
  return { emailSubject: subject, emailMessage: email, smsMessage: sms };
}

function usernameIn(event: Pick<CustomMessageTriggerEvent, 'triggerSource' | 'request'>): string {
  const { usernameParameter } = event.request;
  if (event.triggerSource === 'CustomMessage_AdminCreateUser' && usernameParameter === null) {
    throw new MissingPlaceholderError('The invitation came without usernameParameter', {
      triggerSource: event.triggerSource,
    });
  }
  return usernameParameter ?? '';
}
