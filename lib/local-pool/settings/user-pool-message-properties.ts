import type { PropertyTable } from './property-table';
import { choice, enforced, noEffect, notSimulated, stops, taken, text } from './property-table';

const code = { shortest: 6, placeholder: '{####}' };
const subject = { shortest: 1, longest: 140 };
const delivery = 'Delivery: the inbox takes every message.';
const smsText = 'The text of an SMS; every operation that would send one refuses.';
const linkText = 'Used with CONFIRM_WITH_LINK only, which stops the start.';

/** E-mail, SMS and their texts. */
export const messageProperties = {
  'EmailConfiguration.EmailSendingAccount': enforced(
    choice({ COGNITO_DEFAULT: taken, DEVELOPER: taken }, 'COGNITO_DEFAULT'),
    'With the built-in sender, e-mail texts of the CustomMessage trigger are refused.',
  ),
  'EmailConfiguration.From': enforced(
    text(undefined, { shortest: 1 }),
    'The sender in the inbox; without it the address in SourceArn.',
  ),
  'EmailConfiguration.SourceArn': noEffect(delivery),
  'EmailConfiguration.ReplyToEmailAddress': noEffect(delivery),
  'EmailConfiguration.ConfigurationSet': noEffect(delivery),

  'VerificationMessageTemplate.DefaultEmailOption': enforced(
    choice(
      {
        CONFIRM_WITH_CODE: taken,
        CONFIRM_WITH_LINK: stops(
          'confirmation by link is not simulated: it needs the domain of the pool, and ConfirmSignUp gets no code',
          'Use CONFIRM_WITH_CODE in the environment that is run locally.',
        ),
      },
      'CONFIRM_WITH_CODE',
    ),
    'Whether a verification e-mail has a code or a link.',
  ),
  'VerificationMessageTemplate.EmailMessage': enforced(text(undefined, code), 'The text of verification e-mails.'),
  'VerificationMessageTemplate.EmailSubject': enforced(
    text(undefined, subject),
    'The subject of verification e-mails.',
  ),
  'VerificationMessageTemplate.EmailMessageByLink': noEffect(linkText),
  'VerificationMessageTemplate.EmailSubjectByLink': noEffect(linkText),
  'VerificationMessageTemplate.SmsMessage': noEffect(smsText),
  EmailVerificationMessage: enforced(
    text('Your verification code is {####}. ', code),
    'Older form of VerificationMessageTemplate.EmailMessage, which goes first.',
  ),
  EmailVerificationSubject: enforced(
    text('Your verification code', subject),
    'Older form of VerificationMessageTemplate.EmailSubject, which goes first.',
  ),
  SmsVerificationMessage: noEffect(smsText),

  'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': enforced(
    text('Your username is {username} and temporary password is {####}. ', code),
    'The text of invitations.',
  ),
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': enforced(
    text('Your temporary password', subject),
    'The subject of invitations.',
  ),
  'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage': noEffect(smsText),

  EmailAuthenticationMessage: notSimulated('emailMfa'),
  EmailAuthenticationSubject: notSimulated('emailMfa'),
  SmsAuthenticationMessage: noEffect(smsText),
  'SmsConfiguration.ExternalId': notSimulated('sms'),
  'SmsConfiguration.SnsCallerArn': notSimulated('sms'),
  'SmsConfiguration.SnsRegion': notSimulated('sms'),
  'SmsConfiguration.EumsSms.CallerArn': notSimulated('sms'),
  'SmsConfiguration.EumsSms.ConfigurationSetName': notSimulated('sms'),
  'SmsConfiguration.EumsSms.ExternalId': notSimulated('sms'),
  'SmsConfiguration.EumsSms.InEntityId': notSimulated('sms'),
  'SmsConfiguration.EumsSms.InTemplateId': notSimulated('sms'),
  'SmsConfiguration.EumsSms.OriginationIdentity': notSimulated('sms'),
  'SmsConfiguration.EumsSms.Region': notSimulated('sms'),
} as const satisfies PropertyTable;
