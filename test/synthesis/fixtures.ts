import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';

const unknownUsersShow = { enabled: false, reason: 'Tests see the errors that name an unknown user.' } as const;
const reason = 'Tests see a user pool without this protection.';
const { functions } = dev.triggers;
const { web: browser, backend: server, legacy } = dev.clients;

const ses = {
  kind: 'ses',
  fromAddress: 'no-reply@example.com',
  fromName: 'Example',
  replyToAddress: 'support@example.com',
  verifiedIdentity: 'example.com',
  region: 'eu-west-1',
} as const;

/** The same client, which also signs in by challenges of the pool's own. */
function customAuth<const Flow extends string>(client: { readonly authFlows: readonly Flow[] }) {
  return { authFlows: [...client.authFlows, 'ALLOW_CUSTOM_AUTH'] as const };
}

/** Environments for tests alone: each is `dev` but for what its name says. */
export const fixtures = {
  'mfa-required': { ...dev, name: 'mfa-required', mfa: { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] } },
  'mfa-off': {
    ...dev,
    name: 'mfa-off',
    mfa: { mode: 'off', reason },
    deviceTracking: { tracking: 'off', reason },
    triggers: { functions },
  },
  'legacy-errors': {
    ...dev,
    name: 'legacy-errors',
    clients: {
      web: { ...browser, preventUserExistenceErrors: unknownUsersShow, tokenRevocation: { enabled: false, reason } },
      backend: { ...server, preventUserExistenceErrors: unknownUsersShow },
      legacy: { ...legacy, preventUserExistenceErrors: unknownUsersShow },
    },
  },
  'opt-in-devices': {
    ...dev,
    name: 'opt-in-devices',
    deviceTracking: { ...dev.deviceTracking, deviceOnlyRememberedOnUserPrompt: true },
  },
  migration: {
    ...dev,
    name: 'migration',
    triggers: {
      ...dev.triggers,
      userMigration: {
        // Nobody listens there: a test gives the function another address.
        endpoint: 'http://127.0.0.1:9/',
        tokenSecretName: 'userpool/migration/legacy-service',
        deadlineMilliseconds: 3500,
      },
    },
  },
  invitations: {
    ...dev,
    name: 'invitations',
    selfSignUp: { allowed: false },
    standardAttributes: { ...dev.standardAttributes, name: { required: true, mutable: true } },
    emailSender: ses,
    triggers: {
      functions,
      preTokenGeneration: dev.triggers.preTokenGeneration,
      customMessage: { productName: 'Example' },
      postAuthentication: dev.triggers.postAuthentication,
    },
  },
  'own-messages': {
    ...dev,
    name: 'own-messages',
    emailSender: ses,
    smsSender: { kind: 'sns', region: 'eu-west-1', monthlySpendLimitDollars: 100 },
    standardAttributes: { ...dev.standardAttributes, phone_number: { required: false, mutable: true } },
    customAttributes: {
      ...dev.customAttributes,
      blocked: { type: 'Boolean', mutable: true, authorization: true },
    },
    clients: {
      web: { ...browser, ...customAuth(browser) },
      backend: { ...server, ...customAuth(server) },
    },
    triggers: {
      functions: { memoryMegabytes: 512, provisionedConcurrency: 2 },
      preAuthentication: { deniedAttribute: 'custom:blocked', deniedValues: ['true'] },
      customEmailSender: { productName: 'Example' },
      customSmsSender: { productName: 'Example', senderId: 'EXAMPLE' },
      customAuthentication: {
        challenge: 'email-code',
        productName: 'Example',
        password: 'not-asked',
        maximumAttempts: 2,
        codeMinutes: 5,
      },
    },
  },
} as const satisfies Readonly<Record<string, Environment>>;
