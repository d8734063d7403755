import { featurePlanRules } from '../../../lib/environments/rules/feature-plan';
import { environment } from '../../../lib/environments/environment';
import { threats } from '../threats';
import { client, type Draft, draft, problemsOf } from '../draft';
import { testRules } from './rule-rows';

/** A draft on the smallest plan that asks for nothing which that lacks, but for one thing. */
function lite(change: (environment: Draft) => void): Draft {
  return draft((e) => {
    e.featurePlan = 'LITE';
    e.passwordPolicy.passwordHistorySize = 0;
    delete e.triggers.preTokenGeneration;
    change(e);
  });
}

testRules(featurePlanRules, {
  broken: [
    {
      rule: 'feature-needs-essentials',
      what: 'choice-based sign-in on the smallest plan',
      candidate: lite((e) => (client(e, 'web').authFlows = ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'])),
      path: 'clients.web.authFlows[0]',
      instead: 'featurePlan "ESSENTIALS" or "PLUS", or remove it',
    },
    {
      rule: 'feature-needs-essentials',
      what: 'rotating refresh tokens on the smallest plan',
      candidate: lite((e) => {
        const web = client(e, 'web');
        web.authFlows = ['ALLOW_USER_SRP_AUTH'];
        web.refreshTokenRotation = { enabled: true, graceSeconds: 30 };
      }),
      path: 'clients.web.refreshTokenRotation.enabled',
      instead: 'write { enabled: false, reason }',
    },
    {
      rule: 'feature-needs-essentials',
      what: 'a second factor by e-mail on the smallest plan',
      candidate: lite((e) => {
        e.mfa = { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] };
        e.accountRecovery = ['admin_only'];
      }),
      path: 'mfa.factors[1]',
      instead: 'or remove it',
    },
    {
      rule: 'pre-token-generation-needs-essentials',
      what: 'claims of one’s own on the smallest plan',
      candidate: draft((e) => {
        e.featurePlan = 'LITE';
        e.passwordPolicy.passwordHistorySize = 0;
      }),
      path: 'triggers.preTokenGeneration.eventVersion',
      instead: 'or write "V1_0"',
    },
    {
      rule: 'password-history-needs-essentials',
      what: 'a password history on the smallest plan',
      candidate: draft((e) => {
        e.featurePlan = 'LITE';
        delete e.triggers.preTokenGeneration;
      }),
      path: 'passwordPolicy.passwordHistorySize',
      instead: 'or write 0',
    },
    {
      rule: 'threat-protection-needs-plus',
      what: 'threat protection that the plan does not have',
      candidate: draft(
        (e) => (e.threatProtection = environment.shape.threatProtection.parse({ ...threats, mode: 'audit' })),
      ),
      path: 'threatProtection.mode',
      instead: 'Make featurePlan "PLUS"',
    },
  ],
  fine: [
    [
      'the smallest plan that is asked for nothing which it lacks',
      lite((e) => {
        e.triggers.preTokenGeneration = { eventVersion: 'V1_0', groupsClaim: 'groups', attributeClaims: {} };
      }),
    ],
    [
      'threat protection on the largest plan',
      draft((e) => Object.assign(e, { featurePlan: 'PLUS', threatProtection: { ...threats, mode: 'enforced' } })),
    ],
  ],
});

test('every feature that the smallest plan lacks is found where it is asked for', () => {
  const everything = lite((e) => {
    e.signIn.firstFactors = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'];
    e.mfa = { mode: 'optional', factors: ['EMAIL_OTP'] };
    e.passkeys = {
      use: 'on',
      relyingPartyId: 'login.example.com',
      userVerification: 'required',
      factorConfiguration: 'SINGLE_FACTOR',
    };
    e.managedLogin = { pages: 'on', domain: { kind: 'prefix', prefix: 'example' } };
    e.replicas = [{ region: 'eu-central-1', active: false, emailSender: e.emailSender, smsSender: { kind: 'none' } }];
  });
  const found = problemsOf(everything).filter(({ rule }) => rule === 'feature-needs-essentials');
  expect(found.map(({ path }) => path)).toEqual([
    'signIn.firstFactors[1]',
    'signIn.firstFactors[2]',
    'signIn.firstFactors[3]',
    'mfa.factors[0]',
    'passkeys.use',
    'managedLogin.pages',
    'replicas[0]',
  ]);
});
