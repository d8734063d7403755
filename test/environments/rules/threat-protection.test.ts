import { environment } from '../../../lib/environments/environment';
import { threatProtectionRules } from '../../../lib/environments/rules/threat-protection';
import { type Draft, draft } from '../draft';
import { notices, threats } from '../threats';
import { testRules } from './rule-rows';

type Declared = Extract<Draft['threatProtection'], { mode: 'enforced' }>;

const accountTakeover = 'threatProtection.riskConfiguration.accountTakeover';

/** A draft whose sign-ins are watched. */
function watched(change: (threatProtection: Declared, environment: Draft) => void = () => undefined): Draft {
  return draft((e) => {
    e.featurePlan = 'PLUS';
    const declared = environment.shape.threatProtection.parse({ ...threats, mode: 'enforced' }) as Declared;
    change(declared, e);
    e.threatProtection = declared;
  });
}

testRules(threatProtectionRules, {
  broken: [
    {
      rule: 'risk-notice-needs-ses',
      what: 'e-mails about risky sign-ins by the sender of Cognito',
      candidate: watched(({ riskConfiguration }, e) => {
        riskConfiguration.accountTakeover.notification = notices;
        e.emailSender = { kind: 'built-in' };
        delete e.triggers.customMessage;
      }),
      path: `${accountTakeover}.notification.send`,
      instead: 'emailSender.kind "ses"',
    },
    {
      rule: 'risk-notice-is-written',
      what: 'a notice without a text',
      candidate: watched(({ riskConfiguration }) => (riskConfiguration.accountTakeover.medium.notify = true)),
      path: `${accountTakeover}.medium.notify`,
      instead: 'write the e-mails',
    },
    {
      rule: 'risk-factor-needs-mfa',
      what: 'a factor that nobody can have, which would block everybody',
      candidate: watched(({ riskConfiguration }, e) => {
        e.mfa = { mode: 'off', reason: 'Another system asks for the second factor.' };
        e.deviceTracking = { tracking: 'off', reason: 'There is no factor to take the place of.' };
        riskConfiguration.accountTakeover.medium.action = 'MFA_REQUIRED';
      }),
      path: `${accountTakeover}.medium.action`,
      instead: 'Write "BLOCK"',
    },
    {
      rule: 'risk-factor-needs-mfa',
      what: 'a factor that nobody can have, which would let everybody in',
      candidate: watched((_, e) => {
        e.mfa = { mode: 'off', reason: 'Another system asks for the second factor.' };
        e.deviceTracking = { tracking: 'off', reason: 'There is no factor to take the place of.' };
      }),
      path: `${accountTakeover}.medium.action`,
      instead: 'Write "NO_ACTION"',
    },
    {
      rule: 'address-blocked-or-trusted',
      what: 'a range that is both blocked and trusted',
      candidate: watched(({ riskConfiguration }) => {
        riskConfiguration.ipAddresses = {
          blocked: ['192.0.2.0/24', '2001:db8::/32'],
          trusted: ['198.51.100.0/24', '2001:db8::/32'],
        };
      }),
      path: 'threatProtection.riskConfiguration.ipAddresses.trusted[1]',
      instead: 'Remove it',
    },
  ],
  fine: [
    [
      'a notice with its texts',
      watched(({ riskConfiguration: { accountTakeover: declared } }) => {
        declared.high.notify = true;
        declared.notification = notices;
      }),
    ],
    [
      'custom authentication that is watched more closely than sign-in by password',
      watched((declared, e) => {
        declared.customAuthentication = { mode: 'enforced' };
        e.threatProtection = { ...declared, mode: 'audit' };
      }),
    ],
  ],
});

test.each([
  ['a line break in a subject', { subject: 'A sign-in\nBcc: somebody@example.com' }],
  ['a letter that Cognito does not take', { textBody: 'Was it you?\u200d' }],
])('%s is refused', (_, change) => {
  const accountTakeoverWith = (notification: object) => ({
    ...threats,
    mode: 'audit',
    riskConfiguration: {
      ...threats.riskConfiguration,
      accountTakeover: { ...threats.riskConfiguration.accountTakeover, notification },
    },
  });
  const parsed = environment.shape.threatProtection.safeParse(
    accountTakeoverWith({ ...notices, blockEmail: { ...notices.blockEmail, ...change } }),
  );
  expect(parsed.error?.issues.map(({ path }) => path.slice(-2))).toEqual([['blockEmail', ...Object.keys(change)]]);
  expect(environment.shape.threatProtection.safeParse(accountTakeoverWith(notices)).success).toBe(true);
});
