import { defineRule, type Rule } from './rule';

/** Second factors by message: who sends them, and that they are not also how a password is replaced. */
export const mfaRules: readonly Rule[] = [
  defineRule({
    id: 'email-mfa-needs-ses',
    what: 'Codes by e-mail as a second factor need the SES sender.',
    source: 'Cognito Developer Guide, SMS and email message MFA: the service refuses it with the built-in sender.',
    covers: ['deploy-17'],
    reads: ['mfa', 'emailSender'],
    check: ({ mfa, emailSender }) =>
      mfa.mode !== 'off' && mfa.factors.includes('EMAIL_OTP') && emailSender.kind === 'built-in'
        ? [
            {
              path: ['emailSender', 'kind'],
              got: emailSender.kind,
              allowed: '"ses" beside mfa.factors with EMAIL_OTP',
              instead: 'Make it "ses", or remove EMAIL_OTP from mfa.factors.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'email-mfa-and-recovery',
    what: 'E-mail is not the only way of recovery where it carries codes of a second factor.',
    source: 'Cognito Developer Guide, MFA: both cannot be set in one pool; one mailbox would be the whole account.',
    covers: ['deploy-18', 'unsafe-5'],
    reads: ['mfa', 'accountRecovery'],
    check: ({ mfa, accountRecovery }) =>
      mfa.mode !== 'off' &&
      mfa.factors.includes('EMAIL_OTP') &&
      accountRecovery.every((mechanism) => mechanism === 'verified_email')
        ? [
            {
              path: ['accountRecovery'],
              got: accountRecovery,
              allowed: 'a list with verified_phone_number, or ["admin_only"], beside mfa.factors with EMAIL_OTP',
              instead: 'Add verified_phone_number, write ["admin_only"], or remove EMAIL_OTP from mfa.factors.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'sms-mfa-and-recovery',
    what: 'Text messages do not carry both a second factor that is required and codes for a new password.',
    source:
      'Cognito refuses verified_phone_number where SMS_MFA is required (aws-cdk issue 11478); where it is the only way ' +
      'of recovery, whoever has the telephone number has the account.',
    covers: ['deploy-19', 'unsafe-5'],
    reads: ['mfa', 'accountRecovery'],
    check: ({ mfa, accountRecovery }) => {
      if (mfa.mode === 'off' || !mfa.factors.includes('SMS_MFA')) return [];
      const phoneAlone = accountRecovery.every((mechanism) => mechanism === 'verified_phone_number');
      const refused = phoneAlone || (mfa.mode === 'required' && accountRecovery.includes('verified_phone_number'));
      if (!refused) return [];
      return [
        {
          path: ['accountRecovery'],
          got: accountRecovery,
          allowed: `a list ${mfa.mode === 'required' ? 'without' : 'with more than'} verified_phone_number beside mfa.factors with SMS_MFA`,
          instead: 'Write ["verified_email"] or ["admin_only"], or remove SMS_MFA from mfa.factors.',
        },
      ];
    },
  }),
];
