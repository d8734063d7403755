import { messageRules } from '../../../lib/environments/rules/messages';
import { type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

/** A draft with the built-in sender. */
function builtIn(change: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.emailSender = { kind: 'built-in' };
    delete e.triggers.customMessage;
    change(e);
  });
}

const withCode = 'Your code is {####}.';

testRules(messageRules, {
  broken: [
    {
      rule: 'own-email-text-needs-ses',
      what: 'a subject of one’s own with the built-in sender',
      candidate: builtIn((e) => (e.messages.verification = { emailSubject: 'Your code' })),
      path: 'messages.verification.emailSubject',
      instead: 'Make emailSender.kind "ses"',
    },
    {
      rule: 'factor-text-needs-factor',
      what: 'the text of a factor by e-mail that is not on offer',
      candidate: draft((e) => (e.messages.mfa = { emailMessage: withCode })),
      path: 'messages.mfa.emailMessage',
      instead: 'Add "EMAIL_OTP" to mfa.factors',
    },
    {
      rule: 'factor-text-needs-factor',
      what: 'the text of a factor by text message that is not on offer',
      candidate: draft((e) => {
        e.smsSender = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 };
        e.messages.mfa = { smsMessage: withCode };
      }),
      path: 'messages.mfa.smsMessage',
      instead: 'Add "SMS_MFA" to mfa.factors',
    },
  ],
  fine: [
    [
      'texts of one’s own with SES',
      draft((e) => {
        e.messages = {
          verification: { emailSubject: 'Your code', emailMessage: withCode },
          invitation: { emailSubject: 'Welcome', emailMessage: '{username} {####}' },
          mfa: { emailSubject: 'Your code', emailMessage: withCode },
        };
        e.mfa = { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] };
        e.accountRecovery = ['admin_only'];
      }),
    ],
    [
      'a text for the telephone with the built-in sender of e-mail',
      builtIn((e) => {
        e.smsSender = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 };
        e.standardAttributes.phone_number = { required: false, mutable: true };
        e.mfa = { mode: 'optional', factors: ['SMS_MFA'] };
        e.messages.mfa = { smsMessage: withCode };
      }),
    ],
  ],
});
