import { codeDestinationRules } from '../../../lib/environments/rules/code-destinations';
import { draft } from '../draft';
import { testRules } from './rule-rows';

const sns = { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 } as const;
const username = { identifier: 'username', aliases: [], caseSensitive: false, firstFactors: ['PASSWORD'] } as const;

testRules(codeDestinationRules, {
  broken: [
    {
      rule: 'code-destination-declared',
      what: 'text messages to a number that no user has',
      candidate: draft((e) => {
        e.smsSender = sns;
        e.mfa = { mode: 'optional', factors: ['SMS_MFA'] };
      }),
      path: 'standardAttributes.phone_number',
      instead: 'phone_number: { required: false, mutable: true }',
    },
    {
      rule: 'code-destination-declared',
      what: 'several uses of an address that nobody can correct, once',
      candidate: draft((e) => {
        e.signIn = { ...username, aliases: [], firstFactors: ['PASSWORD'] };
        e.standardAttributes.email = { required: true, mutable: false };
      }),
      path: 'standardAttributes.email',
      instead: 'email: { required: false, mutable: true }',
    },
    {
      rule: 'recovery-address-verified',
      what: 'recovery by a number that nobody verifies',
      candidate: draft((e) => {
        e.smsSender = sns;
        e.standardAttributes.phone_number = { required: false, mutable: true };
        e.accountRecovery = ['verified_email', 'verified_phone_number'];
      }),
      path: 'accountRecovery[1]',
      instead: 'Add "phone_number" to autoVerifiedAttributes',
    },
    {
      rule: 'recovery-by-administrators-alone',
      what: 'recovery that only administrators do and users do too',
      candidate: draft((e) => (e.accountRecovery = ['verified_email', 'admin_only'])),
      path: 'accountRecovery',
      instead: 'Remove admin_only',
    },
  ],
  fine: [['recovery by administrators alone', draft((e) => (e.accountRecovery = ['admin_only']))]],
});
