import { mfaRules } from '../../../lib/environments/rules/mfa';
import { type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

type Factors = Extract<Draft['mfa'], { mode: 'optional' }>['factors'];

/** A draft whose users have both an address and a telephone number, and get codes at both. */
function withFactors(mode: 'optional' | 'required', factors: Factors, change: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.mfa = { mode, factors };
    e.smsSender = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 };
    e.standardAttributes.phone_number = { required: false, mutable: true };
    e.autoVerifiedAttributes = ['email', 'phone_number'];
    change(e);
  });
}

testRules(mfaRules, {
  broken: [
    {
      rule: 'email-mfa-needs-ses',
      what: 'codes by the built-in sender',
      candidate: withFactors('optional', ['EMAIL_OTP'], (e) => {
        e.emailSender = { kind: 'built-in' };
        e.accountRecovery = ['admin_only'];
        delete e.triggers.customMessage;
      }),
      path: 'emailSender.kind',
      instead: 'Make it "ses"',
    },
    {
      rule: 'email-mfa-and-recovery',
      what: 'a mailbox that is the second factor and replaces the first',
      candidate: withFactors('optional', ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], (e) => {
        e.accountRecovery = ['verified_email'];
      }),
      path: 'accountRecovery',
      instead: 'Add verified_phone_number',
    },
    {
      rule: 'sms-mfa-and-recovery',
      what: 'a telephone number that is the second factor and replaces the first',
      candidate: withFactors('optional', ['SMS_MFA'], (e) => {
        e.accountRecovery = ['verified_phone_number'];
      }),
      path: 'accountRecovery',
      instead: 'Write ["verified_email"]',
    },
    {
      rule: 'sms-mfa-and-recovery',
      what: 'recovery by telephone where text messages are a required factor',
      candidate: withFactors('required', ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'], (e) => {
        e.accountRecovery = ['verified_email', 'verified_phone_number'];
      }),
      path: 'accountRecovery',
      instead: 'Write ["verified_email"]',
    },
  ],
  fine: [
    [
      'codes by e-mail beside recovery by telephone as well',
      withFactors('required', ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'], (e) => {
        e.accountRecovery = ['verified_email', 'verified_phone_number'];
      }),
    ],
    [
      'codes by text message beside recovery by e-mail',
      withFactors('required', ['SMS_MFA'], (e) => {
        e.accountRecovery = ['verified_email'];
      }),
    ],
    [
      'codes by text message, where that is optional, beside both ways of recovery',
      withFactors('optional', ['SMS_MFA'], (e) => {
        e.accountRecovery = ['verified_email', 'verified_phone_number'];
      }),
    ],
    [
      'codes by e-mail where administrators replace passwords',
      withFactors('optional', ['EMAIL_OTP'], (e) => {
        e.accountRecovery = ['admin_only'];
      }),
    ],
  ],
});
