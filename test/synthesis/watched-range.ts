import type { Environment } from '../../lib/environments/environment';
import { alarms } from '../environments/alarms';
import { notices, threats } from '../environments/threats';
import { bare, range } from './range';

const { riskConfiguration } = threats;
const { telephones, 'email-codes': emailCodes } = range;

/** What can stand before a user pool and look at it. None has a trigger, so that a template alone is enough to run it. */
export const watchedRange = {
  watched: {
    ...bare,
    name: 'watched',
    featurePlan: 'PLUS',
    emailSender: emailCodes.emailSender,
    smsSender: telephones.smsSender,
    threatProtection: {
      mode: 'enforced',
      customAuthentication: { mode: 'audit' },
      riskConfiguration: {
        ...riskConfiguration,
        accountTakeover: {
          low: { action: 'NO_ACTION', notify: false },
          medium: { action: 'MFA_REQUIRED', notify: true },
          high: { action: 'BLOCK', notify: true },
          notification: notices,
        },
        ipAddresses: { blocked: ['203.0.113.0/24', '192.0.2.0/24'], trusted: ['2001:db8::/32'] },
      },
    },
    webAcl: {
      use: 'on',
      requestsPerAddress: 500,
      managedRuleGroups: [
        { name: 'AWSManagedRulesAmazonIpReputationList', countedRules: [] },
        {
          name: 'AWSManagedRulesCommonRuleSet',
          countedRules: ['NoUserAgent_HEADER', 'EC2MetaDataSSRF_QUERYARGUMENTS'],
        },
      ],
      logRetentionDays: 90,
    },
    logDelivery: {
      messageErrors: { deliver: true, retentionDays: 30 },
      userActivity: { deliver: true, retentionDays: 365 },
    },
    monitoring: { ...alarms, riskEvents: 5 },
  },
  audited: {
    ...bare,
    name: 'audited',
    region: 'eu-central-1',
    featurePlan: 'PLUS',
    smsSender: telephones.smsSender,
    threatProtection: { ...threats, mode: 'audit' },
    logDelivery: { ...bare.logDelivery, userActivity: { deliver: true, retentionDays: 7 } },
    monitoring: { ...alarms, riskEvents: 1 },
  },
  'paid-but-off': { ...bare, name: 'paid-but-off', featurePlan: 'PLUS' },
} as const satisfies Readonly<Record<string, Environment>>;
