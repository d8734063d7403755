import { signUpRules } from '../../../lib/environments/rules/sign-up';
import { productionDraft } from '../draft';
import { testRules } from './rule-rows';

testRules(signUpRules, {
  broken: [
    {
      rule: 'sign-up-triggers-need-sign-up',
      what: 'judging sign-ups that cannot happen',
      candidate: productionDraft((e) => (e.triggers.preSignUp = { allowedEmailDomains: ['example.com'] })),
      path: 'triggers.preSignUp',
      instead: 'Remove triggers.preSignUp',
    },
    {
      rule: 'sign-up-triggers-need-sign-up',
      what: 'welcoming users who cannot sign up',
      candidate: productionDraft((e) => (e.triggers.postConfirmation = { defaultGroup: 'members' })),
      path: 'triggers.postConfirmation',
      instead: 'Remove triggers.postConfirmation',
    },
  ],
});
