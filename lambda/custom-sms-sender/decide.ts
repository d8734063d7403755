import type { CustomSMSSenderTriggerEvent } from 'aws-lambda';
import type { MessageSource } from '../custom-message/message-texts';
import { writeMessage } from '../custom-message/write-message';
import { plainCode, signInName, type SenderRequest } from '../sender-request';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

export interface TextMessage {
  readonly to: string;
  readonly text: string;
}

/**
 * The message that an event is about, as the custom message trigger names it.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sms-sender.html
 */
export function sourceOf(triggerSource: CustomSMSSenderTriggerEvent['triggerSource']): MessageSource {
  switch (triggerSource) {
    case 'CustomSMSSender_SignUp':
      return 'CustomMessage_SignUp';
    case 'CustomSMSSender_ResendCode':
      return 'CustomMessage_ResendCode';
    case 'CustomSMSSender_ForgotPassword':
      return 'CustomMessage_ForgotPassword';
    case 'CustomSMSSender_UpdateUserAttribute':
      return 'CustomMessage_UpdateUserAttribute';
    case 'CustomSMSSender_VerifyUserAttribute':
      return 'CustomMessage_VerifyUserAttribute';
    case 'CustomSMSSender_Authentication':
      return 'CustomMessage_Authentication';
    case 'CustomSMSSender_AdminCreateUser':
      return 'CustomMessage_AdminCreateUser';
    default:
      throw new UnknownTriggerSourceError(triggerSource);
  }
}

/** The text message in the language of the user; undefined for a user without a phone number. */
export function decide(request: SenderRequest, settings: Pick<Settings, 'productName'>): TextMessage | undefined {
  const { phone_number: to, locale } = request.userAttributes;
  if (to === undefined || to === '') return undefined;
  const { sms } = writeMessage(request.source, locale, {
    product: settings.productName,
    code: plainCode(request),
    username: signInName(request, to),
  });
  return { to, text: sms };
}
