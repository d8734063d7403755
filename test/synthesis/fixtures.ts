import { dev } from '../../lib/environments/dev';
import type { Environment } from '../../lib/environments/environment';

const unknownUsersShow = { enabled: false, reason: 'Tests see the errors that name an unknown user.' } as const;
const reason = 'Tests see a user pool without this protection.';
const { web: browser, backend: server, legacy } = dev.clients;

/** Environments for tests alone: each is `dev` but for what its name says. */
export const fixtures = {
  'mfa-required': { ...dev, name: 'mfa-required', mfa: { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] } },
  'mfa-off': {
    ...dev,
    name: 'mfa-off',
    mfa: { mode: 'off', reason },
    deviceTracking: { tracking: 'off', reason },
    triggers: {},
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
    emailSender: {
      kind: 'ses',
      fromAddress: 'no-reply@example.com',
      fromName: 'Example',
      replyToAddress: 'support@example.com',
      verifiedIdentity: 'example.com',
      region: 'eu-west-1',
    },
    triggers: {
      preTokenGeneration: dev.triggers.preTokenGeneration,
      customMessage: { productName: 'Example' },
      postAuthentication: dev.triggers.postAuthentication,
    },
  },
} as const satisfies Readonly<Record<string, Environment>>;
