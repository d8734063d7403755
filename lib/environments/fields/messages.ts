import { z } from 'zod';
import { oneLine } from './one-line';

const code = '{####}';
const username = '{username}';

const emailSubject = oneLine.min(1).max(140);
const emailBody = z.string().min(6).max(20_000);
const smsText = z.string().min(6).max(140);

/** A text in which Cognito puts the code. */
const withCode = <Text extends z.ZodString>(text: Text, what: string) =>
  text
    .refine((value) => value.includes(code) && !value.includes(username))
    .meta({ form: `text with ${code} and without ${username}` })
    .describe(`${what} It contains ${code}, where the code goes, and not ${username}.`);

/** A text in which Cognito puts the username and the temporary password. */
const invitation = <Text extends z.ZodString>(text: Text, what: string) =>
  text
    .refine((value) => value.includes(code) && value.includes(username))
    .meta({ form: `text with ${username} and ${code}` })
    .describe(`${what} It contains ${username} and ${code}, where the temporary password goes.`);

/** The texts of a user pool. */
export const messages = z
  .strictObject({
    verification: z
      .strictObject({
        emailSubject: emailSubject.optional().describe('The subject.'),
        emailMessage: withCode(emailBody, 'The text of the e-mail, which may be HTML.').optional(),
        smsMessage: withCode(smsText, 'The text message.').optional(),
      })
      .optional()
      .describe('What carries the code that verifies an address or resets a password (VerificationMessageTemplate).'),
    invitation: z
      .strictObject({
        emailSubject: emailSubject.optional().describe('The subject.'),
        emailMessage: invitation(emailBody, 'The text of the e-mail, which may be HTML.').optional(),
        smsMessage: invitation(smsText, 'The text message.').optional(),
      })
      .optional()
      .describe('What a user gets whom an administrator creates (InviteMessageTemplate).'),
    mfa: z
      .strictObject({
        emailSubject: emailSubject
          .optional()
          .describe(
            'The subject (EmailAuthenticationSubject); it needs the second factor EMAIL_OTP, as the text does.',
          ),
        emailMessage: withCode(emailBody, 'The e-mail with a code to sign in (EmailAuthenticationMessage).').optional(),
        smsMessage: withCode(smsText, 'The text message with a code to sign in (SmsAuthenticationMessage).').optional(),
      })
      .optional()
      .describe('What carries the code of a second factor; that of SMS_OTP as a first factor too.'),
  })
  .describe('Texts of messages, where those of the service are not wanted and no custom message trigger writes them.');
