import { repeatRules } from '../../../lib/environments/rules/repeats';
import { client, draft } from '../draft';
import { testRules } from './rule-rows';

testRules(repeatRules, {
  broken: [
    {
      rule: 'client-list-repeats',
      what: 'an auth flow listed twice',
      candidate: draft((e) => {
        client(e, 'web').authFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH'];
      }),
      path: 'clients.web.authFlows[2]',
      instead: 'Remove it',
    },
    {
      rule: 'client-list-repeats',
      what: 'an attribute listed twice',
      candidate: draft((e) => client(e, 'web').writeAttributes.push('name')),
      path: 'clients.web.writeAttributes[5]',
      instead: 'Remove it',
    },
    {
      rule: 'mfa-factor-repeats',
      what: 'a factor listed twice',
      candidate: draft((e) => (e.mfa = { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'SOFTWARE_TOKEN_MFA'] })),
      path: 'mfa.factors[1]',
      instead: 'Remove it',
    },
    {
      rule: 'email-domain-repeats',
      what: 'a domain listed twice',
      candidate: draft((e) => e.triggers.preSignUp?.allowedEmailDomains.push('example.com')),
      path: 'triggers.preSignUp.allowedEmailDomains[2]',
      instead: 'Remove it',
    },
  ],
});
