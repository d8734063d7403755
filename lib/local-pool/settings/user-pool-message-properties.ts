import type { PropertyTable } from './property-table';
import { choice, enforced, noEffect, stops, taken, text } from './property-table';

const code = { shortest: 6, placeholder: '{####}' };
const subject = { shortest: 1, longest: 140 };
const delivery = 'Delivery: the inbox takes every message.';
const smsText = { shortest: 6, longest: 140, placeholder: '{####}' };
const role = 'Delivery: the role and account that would send text messages; the inbox takes them.';
const arn = { shortest: 20, longest: 2048 };
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
  'EmailConfiguration.SourceArn': noEffect(delivery, text(undefined)),
  'EmailConfiguration.ReplyToEmailAddress': noEffect(delivery, text(undefined)),
  'EmailConfiguration.ConfigurationSet': noEffect(delivery, text(undefined)),

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
  'VerificationMessageTemplate.EmailMessageByLink': noEffect(linkText, text(undefined)),
  'VerificationMessageTemplate.EmailSubjectByLink': noEffect(linkText, text(undefined)),
  'VerificationMessageTemplate.SmsMessage': enforced(text(undefined, smsText), 'The text of verification messages.'),
  EmailVerificationMessage: enforced(
    text('Your verification code is {####}. ', code),
    'Older form of VerificationMessageTemplate.EmailMessage, which goes first.',
  ),
  EmailVerificationSubject: enforced(
    text('Your verification code', subject),
    'Older form of VerificationMessageTemplate.EmailSubject, which goes first.',
  ),
  SmsVerificationMessage: enforced(
    text('Your verification code is {####}. ', smsText),
    'Older form of VerificationMessageTemplate.SmsMessage, which goes first.',
  ),

  'AdminCreateUserConfig.InviteMessageTemplate.EmailMessage': enforced(
    text('Your username is {username} and temporary password is {####}. ', code),
    'The text of invitations.',
  ),
  'AdminCreateUserConfig.InviteMessageTemplate.EmailSubject': enforced(
    text('Your temporary password', subject),
    'The subject of invitations.',
  ),
  'AdminCreateUserConfig.InviteMessageTemplate.SMSMessage': enforced(
    text('Your username is {username} and temporary password is {####}. ', smsText),
    'The text of invitations by text message.',
  ),

  EmailAuthenticationMessage: enforced(
    text(undefined, code),
    'The text of EMAIL_OTP codes; it switches the factor on, as CloudFormation sends both in one block.',
  ),
  EmailAuthenticationSubject: enforced(text(undefined, subject), 'The subject of EMAIL_OTP codes; the same.'),
  SmsAuthenticationMessage: enforced(text(undefined, smsText), 'The text of SMS_MFA codes.'),
  'SmsConfiguration.ExternalId': noEffect(role, text(undefined)),
  'SmsConfiguration.SnsCallerArn': noEffect(role, text(undefined, arn)),
  'SmsConfiguration.SnsRegion': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.CallerArn': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.ConfigurationSetName': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.ExternalId': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.InEntityId': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.InTemplateId': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.OriginationIdentity': noEffect(role, text(undefined)),
  'SmsConfiguration.EumsSms.Region': noEffect(role, text(undefined)),
} as const satisfies PropertyTable;
