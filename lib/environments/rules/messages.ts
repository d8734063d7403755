import type { Environment } from '../environment';
import type { Path } from '../problem';
import { defineRule, type Rule } from './rule';

type Messages = Environment['messages'];

/** Subjects and bodies of e-mails of one's own, with where they are declared. */
function emailTexts({ verification, invitation, mfa }: Messages): readonly Path[] {
  return Object.entries({ verification, invitation, mfa }).flatMap(([name, texts]) =>
    (['emailSubject', 'emailMessage'] as const)
      .filter((part) => texts?.[part] !== undefined)
      .map((part) => ['messages', name, part]),
  );
}

/** Texts of one's own, and whether anything sends them. */
export const messageRules: readonly Rule[] = [
  defineRule({
    id: 'own-email-text-needs-ses',
    what: 'E-mail texts of one’s own need the SES sender.',
    source: 'Cognito API, VerificationMessageTemplateType: EmailMessage is for EmailSendingAccount DEVELOPER.',
    covers: ['deploy-25'],
    reads: ['messages', 'emailSender'],
    check: ({ messages, emailSender }) =>
      emailSender.kind === 'ses'
        ? []
        : emailTexts(messages).map((path) => ({
            path,
            got: 'a text',
            allowed: 'no e-mail text beside emailSender.kind "built-in", whose texts are fixed',
            instead: 'Make emailSender.kind "ses", or remove it.',
          })),
  }),
  defineRule({
    id: 'factor-text-needs-factor',
    what: 'The text of a factor is there only beside the factor.',
    source:
      'AWS CloudFormation sends EmailAuthenticationMessage with the factor: it would switch EMAIL_OTP on, or be refused.',
    covers: ['deploy-25'],
    reads: ['messages', 'mfa', 'signIn'],
    check: ({ messages, mfa, signIn }) => {
      const factors: readonly string[] = mfa.mode === 'off' ? [] : mfa.factors;
      const email = factors.includes('EMAIL_OTP') ? [] : (['emailSubject', 'emailMessage'] as const);
      const sms =
        factors.includes('SMS_MFA') || signIn.firstFactors.includes('SMS_OTP') ? [] : (['smsMessage'] as const);
      return [...email, ...sms]
        .filter((part) => messages.mfa?.[part] !== undefined)
        .map((part) => {
          const factor = part === 'smsMessage' ? 'SMS_MFA' : 'EMAIL_OTP';
          return {
            path: ['messages', 'mfa', part],
            got: 'a text',
            allowed: `no ${part} while ${factor} is not one of mfa.factors`,
            instead: `Add "${factor}" to mfa.factors, or remove the text.`,
          };
        });
    },
  }),
];
