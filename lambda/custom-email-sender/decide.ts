import type { CustomEmailSenderTriggerEvent } from 'aws-lambda';
import type { MessageSource } from '../custom-message/message-texts';
import { writeMessage } from '../custom-message/write-message';
import type { Email } from '../send-email';
import { plainCode, signInName, type SenderRequest } from '../sender-request';
import { UnknownTriggerSourceError } from '../unknown-trigger-source-error';
import type { Settings } from './environment';

/**
 * The message that an event is about, as the custom message trigger names it; undefined for the notice of a risky sign-in.
 * That comes only where threat protection is on and the risk configuration of the pool has a NotifyConfiguration, which no
 * environment may declare beside this function: there is no text for it, and the log tells when one was left out.
 *
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-email-sender.html
 */
export function sourceOf(triggerSource: CustomEmailSenderTriggerEvent['triggerSource']): MessageSource | undefined {
  switch (triggerSource) {
    case 'CustomEmailSender_SignUp':
      return 'CustomMessage_SignUp';
    case 'CustomEmailSender_ResendCode':
      return 'CustomMessage_ResendCode';
    case 'CustomEmailSender_ForgotPassword':
      return 'CustomMessage_ForgotPassword';
    case 'CustomEmailSender_UpdateUserAttribute':
      return 'CustomMessage_UpdateUserAttribute';
    case 'CustomEmailSender_VerifyUserAttribute':
      return 'CustomMessage_VerifyUserAttribute';
    case 'CustomEmailSender_Authentication':
      return 'CustomMessage_Authentication';
    case 'CustomEmailSender_AdminCreateUser':
      return 'CustomMessage_AdminCreateUser';
    case 'CustomEmailSender_AccountTakeOverNotification':
      return undefined;
    default:
      throw new UnknownTriggerSourceError(triggerSource);
  }
}

/** The e-mail in the language of the user; undefined for a user without an address. */
export function decide(request: SenderRequest, settings: Pick<Settings, 'productName'>): Email | undefined {
  const { email: to, locale } = request.userAttributes;
  if (to === undefined || to === '') return undefined;
  const { subject, email } = writeMessage(request.source, locale, {
    product: settings.productName,
    code: plainCode(request),
    username: signInName(request, to),
  });
  return { to, subject, html: email };
}
