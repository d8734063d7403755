import { customAuthenticationRules } from '../../../lib/environments/rules/custom-authentication';
import { client, type Draft, draft } from '../draft';
import { testRules } from './rule-rows';

type Declared = NonNullable<Draft['triggers']['customAuthentication']>;

/** A draft whose browser client signs users in by a code, after the password. */
function byCode(change: (environment: Draft, declared: Declared) => void = () => undefined): Draft {
  return draft((e) => {
    client(e, 'web').authFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'];
    const declared: Declared = {
      challenge: 'email-code',
      productName: 'Example',
      password: 'required',
      maximumAttempts: 3,
      codeMinutes: 5,
    };
    e.triggers.customAuthentication = declared;
    change(e, declared);
  });
}

testRules(customAuthenticationRules, {
  broken: [
    {
      rule: 'custom-authentication-needs-flow',
      what: 'triggers of a flow that no client allows',
      candidate: byCode((e) => (client(e, 'web').authFlows = ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'])),
      path: 'triggers.customAuthentication',
      instead: 'Add ALLOW_CUSTOM_AUTH to the authFlows of a client',
    },
    {
      rule: 'custom-flow-needs-triggers',
      what: 'a flow without its triggers',
      candidate: byCode((e) => delete e.triggers.customAuthentication),
      path: 'clients.web.authFlows[1]',
      instead: 'declare triggers.customAuthentication',
    },
    {
      rule: 'custom-authentication-needs-ses',
      what: 'codes that the function cannot send',
      candidate: byCode((e) => {
        e.emailSender = { kind: 'built-in' };
        delete e.triggers.customMessage;
      }),
      path: 'triggers.customAuthentication.challenge',
      instead: 'Make emailSender.kind "ses"',
    },
    {
      rule: 'custom-authentication-beside-required-mfa',
      what: 'a code that passes by the second factor',
      candidate: byCode((e, declared) => {
        e.mfa = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] };
        declared.password = 'not-asked';
      }),
      path: 'triggers.customAuthentication.password',
      instead: 'Write "required"',
    },
    {
      rule: 'custom-authentication-code-within-session',
      what: 'a code for a session that is over',
      candidate: byCode((_, declared) => (declared.codeMinutes = 6)),
      path: 'triggers.customAuthentication.codeMinutes',
      instead: 'Write 5 or less',
    },
  ],
  fine: [
    ['a code after the password and the second factor', byCode()],
    [
      'a code after the password where a second factor is required',
      byCode((e) => (e.mfa = { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] })),
    ],
    ['a code alone where a second factor is optional', byCode((_, declared) => (declared.password = 'not-asked'))],
    [
      'a code that counts longer than the sessions of clients without it',
      byCode((e, declared) => {
        client(e, 'web').authSessionMinutes = 15;
        declared.codeMinutes = 15;
      }),
    ],
  ],
});
