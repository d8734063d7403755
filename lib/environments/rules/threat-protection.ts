import type { Environment } from '../environment';
import { defineRule, type Rule } from './rule';

type ThreatProtection = Environment['threatProtection'];

const levels = ['low', 'medium', 'high'] as const;
const accountTakeover = ['threatProtection', 'riskConfiguration', 'accountTakeover'];

/** What follows from each level of risk; nothing while no risk is looked at. */
function actionsByLevel(threatProtection: ThreatProtection) {
  if (threatProtection.mode === 'off') return [];
  const declared = threatProtection.riskConfiguration.accountTakeover;
  return levels.map((level) => ({ path: [...accountTakeover, level], ...declared[level] }));
}

function sendsNotices(threatProtection: ThreatProtection): boolean {
  return threatProtection.mode !== 'off' && threatProtection.riskConfiguration.accountTakeover.notification.send;
}

/** What follows from a risk, and who is told of it. */
export const threatProtectionRules: readonly Rule[] = [
  defineRule({
    id: 'risk-notice-needs-ses',
    what: 'E-mails about risky sign-ins need the SES sender.',
    source: 'Cognito API, NotifyConfigurationType: SourceArn, the ARN of an SES identity, is required.',
    covers: ['deploy-47'],
    reads: ['threatProtection', 'emailSender'],
    check: ({ threatProtection, emailSender }) =>
      sendsNotices(threatProtection) && emailSender.kind === 'built-in'
        ? [
            {
              path: [...accountTakeover, 'notification', 'send'],
              got: true,
              allowed: 'false beside emailSender.kind "built-in"',
              instead: 'Make emailSender.kind "ses", or write { send: false, reason }.',
            },
          ]
        : [],
  }),
  defineRule({
    id: 'risk-notice-is-written',
    what: 'A level of risk tells the user only where there is an e-mail to send.',
    source: 'Cognito API, AccountTakeoverRiskConfigurationType: Notify sends what NotifyConfiguration holds.',
    reads: ['threatProtection'],
    check: ({ threatProtection }) =>
      sendsNotices(threatProtection)
        ? []
        : actionsByLevel(threatProtection)
            .filter(({ notify }) => notify)
            .map(({ path }) => ({
              path: [...path, 'notify'],
              got: true,
              allowed: 'false beside notification.send false',
              instead:
                'Write false, or write the e-mails: notification { send: true, noActionEmail, mfaEmail, blockEmail }.',
            })),
  }),
  defineRule({
    id: 'risk-factor-needs-mfa',
    what: 'A risky sign-in is asked for a second factor only where users can have one.',
    source:
      'Cognito API, AccountTakeoverActionType: MFA_REQUIRED blocks users without a factor and MFA_IF_CONFIGURED lets ' +
      'them in; with MFA off that is everybody.',
    reads: ['threatProtection', 'mfa'],
    check: ({ threatProtection, mfa }) =>
      mfa.mode !== 'off'
        ? []
        : actionsByLevel(threatProtection)
            .filter(({ action }) => action === 'MFA_REQUIRED' || action === 'MFA_IF_CONFIGURED')
            .map(({ path, action }) => ({
              path: [...path, 'action'],
              got: action,
              allowed: '"NO_ACTION" or "BLOCK" beside mfa.mode "off"',
              instead: `Write "${action === 'MFA_REQUIRED' ? 'BLOCK' : 'NO_ACTION'}", which is the same there, or let users have a factor.`,
            })),
  }),
  defineRule({
    id: 'address-blocked-or-trusted',
    what: 'A range of addresses is either blocked or trusted.',
    source: 'Cognito API, RiskExceptionConfigurationType: one list always blocks, the other skips the detection.',
    reads: ['threatProtection'],
    check: ({ threatProtection }) => {
      if (threatProtection.mode === 'off') return [];
      const { blocked, trusted } = threatProtection.riskConfiguration.ipAddresses;
      return trusted.flatMap((range, index) =>
        blocked.includes(range)
          ? [
              {
                path: ['threatProtection', 'riskConfiguration', 'ipAddresses', 'trusted', index],
                got: range,
                allowed: 'a range that is not in blocked',
                instead: 'Remove it here or there.',
              },
            ]
          : [],
      );
    },
  }),
];
