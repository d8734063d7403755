import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { fixtures } from './fixtures';
import { pagesRange } from './pages-range';
import { bare } from './range';

const { functions } = dev.triggers;
const messages = fixtures['own-messages'];

/** Triggers as they can be declared, beside those of the fixtures. */
export const triggerRange = {
  'every-trigger': {
    ...pagesRange.providers,
    name: 'every-trigger',
    emailSender: { ...messages.emailSender, configurationSet: 'codes' },
    smsSender: messages.smsSender,
    customAttributes: messages.customAttributes,
    standardAttributes: { ...messages.standardAttributes, name: { required: false, mutable: true } },
    clients: {
      ...messages.clients,
      web: { ...messages.clients.web, managedLogin: pagesRange.providers.clients.web.managedLogin },
    },
    managedLogin: { pages: 'on', domain: { kind: 'prefix', prefix: 'example-triggers' } },
    triggers: {
      ...fixtures.migration.triggers,
      ...messages.triggers,
      preTokenGeneration: { eventVersion: 'V3_0', groupsClaim: 'groups', attributeClaims: {} },
      inboundFederation: { allowedEmailDomains: ['example.com', 'example.org'] },
    },
  },
  'written-messages': {
    ...bare,
    name: 'written-messages',
    featurePlan: 'LITE',
    passwordPolicy: { ...bare.passwordPolicy, passwordHistorySize: 0 },
    emailSender: messages.emailSender,
    deviceTracking: { tracking: 'off', reason: 'Tests see a user pool without devices.' },
    triggers: {
      functions,
      preTokenGeneration: { eventVersion: 'V1_0', groupsClaim: 'groups', attributeClaims: {} },
      customMessage: { productName: 'Example' },
    },
  },
} as const satisfies Readonly<Record<string, Environment>>;
