import { firstFactorRules } from '../../../lib/environments/rules/first-factors';
import { client, type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

/** A draft whose app lets users choose what to begin with. */
function choice(firstFactors: Draft['signIn']['firstFactors'], change: (environment: Draft) => void = () => undefined) {
  return draft((e) => {
    e.signIn.firstFactors = firstFactors;
    client(e, 'web').authFlows = ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
    change(e);
  });
}

testRules(firstFactorRules, {
  broken: [
    {
      rule: 'first-factor-password',
      what: 'first factors without a password',
      candidate: choice(['EMAIL_OTP']),
      path: 'signIn.firstFactors',
      instead: 'Add "PASSWORD"',
    },
    {
      rule: 'first-factor-code-beside-required-mfa',
      what: 'a code by e-mail in the place of the password where two factors are required',
      candidate: choice(['PASSWORD', 'EMAIL_OTP'], (e) => {
        e.mfa = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] };
      }),
      path: 'signIn.firstFactors[1]',
      instead: 'or make mfa.mode "optional"',
    },
    {
      rule: 'first-factor-needs-user-auth',
      what: 'a choice that no client offers',
      candidate: draft((e) => (e.signIn.firstFactors = ['PASSWORD', 'EMAIL_OTP'])),
      path: 'signIn.firstFactors',
      instead: 'Add ALLOW_USER_AUTH to the authFlows of a client',
    },
  ],
  fine: [
    ['a code by e-mail as a first factor where MFA is optional', choice(['PASSWORD', 'EMAIL_OTP'])],
    ['a choice of the password alone', choice(['PASSWORD'])],
  ],
});
