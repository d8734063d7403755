import type { Pool } from '../pool';
import type { MessageKind } from '../state/inbox';

/** The texts of a message, placeholders still in them. */
interface MessageTexts {
  readonly subject: string;
  readonly email: string;
  readonly sms: string;
}

/** What the service sends where nothing is set (API reference, SmsMfaConfigType and EmailMfaConfigType). */
const authentication: MessageTexts = {
  subject: 'Your authentication code',
  email: 'Your authentication code is {####}. ',
  sms: 'Your authentication code is {####}. ',
};

/** The pool's own texts for messages of that kind. */
export function messageTexts({ settings: { messages }, mfa }: Pool, kind: MessageKind): MessageTexts {
  switch (kind) {
    case 'AdminCreateUser':
      return {
        subject: messages.invitationSubject,
        email: messages.invitationMessage,
        sms: messages.smsInvitationMessage,
      };
    case 'Authentication':
      return {
        subject: mfa.emailSubject ?? authentication.subject,
        email: mfa.emailMessage ?? authentication.email,
        sms: mfa.smsMessage ?? authentication.sms,
      };
    case 'SignUp':
    case 'ResendCode':
    case 'ForgotPassword':
    case 'UpdateUserAttribute':
    case 'VerifyUserAttribute':
      return {
        subject: messages.verificationSubject,
        email: messages.verificationMessage,
        sms: messages.smsVerificationMessage,
      };
  }
}
