// What the compiler has to refuse in an environment file. `tsc --noEmit` compiles this file: a line that compiles after
// all is an error there ("Unused '@ts-expect-error' directive"). It is never run.
import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';
import { environments } from '../../lib/environments/environments';

type Client = Environment['clients'][string];
type UserClient = Exclude<Client, { readonly kind: 'machine' }>;

const { mfa, ...withoutMfa } = dev;
const { authFlows, ...webWithoutFlows } = dev.clients.web;
const { reason, ...legacyWithoutReason } = dev.clients.legacy;

export const complete = { ...withoutMfa, mfa } satisfies Environment;

// @ts-expect-error a field is missing
export const missing = { ...withoutMfa } satisfies Environment;

export const misspelt = {
  ...dev,
  // @ts-expect-error a key that does not exist
  featurePlann: 'PLUS',
} satisfies Environment;

export const misspeltInside = {
  ...dev,
  // @ts-expect-error a key that does not exist, one level down
  removal: { ...dev.removal, keep: true },
} satisfies Environment;

export const misspeltTrigger = {
  ...dev,
  // @ts-expect-error a trigger that does not exist
  triggers: { preSignup: { allowedEmailDomains: ['example.com'] } },
} satisfies Environment;

export const wrongType = {
  ...dev,
  // @ts-expect-error text in place of a number
  passwordPolicy: { ...dev.passwordPolicy, minimumLength: '15' },
} satisfies Environment;

// @ts-expect-error a class that does not exist
export const unknownClass = { ...dev, class: 'staging' } satisfies Environment;

// @ts-expect-error a case-sensitive pool makes two users of one address
export const caseSensitive = { ...dev, signIn: { identifier: 'email', caseSensitive: true } } satisfies Environment;

// @ts-expect-error MFA is off without a reason
export const offWithoutReason = { ...dev, mfa: { mode: 'off' } } satisfies Environment;

// @ts-expect-error threat protection is off without a reason
export const unwatched = { ...dev, threatProtection: { mode: 'off' } } satisfies Environment;

// @ts-expect-error MFA is required without a factor
export const requiredWithoutFactor = { ...dev, mfa: { mode: 'required' } } satisfies Environment;

// @ts-expect-error a protection is off without a reason
export const unprotected = { ...dev, verificationBeforeUpdate: { enabled: false } } satisfies Environment;

// @ts-expect-error anybody may sign up, without a reason
export const openSignUp = { ...dev, selfSignUp: { allowed: true } } satisfies Environment;

// @ts-expect-error the flags of device tracking are not written out
export const impliedFlags = { ...dev, deviceTracking: { tracking: 'on' } } satisfies Environment;

// @ts-expect-error a sender of SES without its identity
export const impliedIdentity = { ...dev, emailSender: { kind: 'ses' } } satisfies Environment;

export const unknownAttribute = {
  ...dev,
  // @ts-expect-error a standard attribute that does not exist
  standardAttributes: { emial: dev.standardAttributes.email },
} satisfies Environment;

export const passwordInBrowser = {
  ...webWithoutFlows,
  // @ts-expect-error a browser does not send the password itself
  authFlows: ['ALLOW_USER_PASSWORD_AUTH'],
} satisfies Client;

export const adminFlowInBrowser = {
  ...webWithoutFlows,
  // @ts-expect-error a browser has no credentials for an admin flow
  authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
} satisfies Client;

export const passwordFromServer = {
  ...dev.clients.backend,
  // @ts-expect-error a server has a better flow than the one without a secret
  authFlows: ['ALLOW_USER_PASSWORD_AUTH'],
} satisfies Client;

// @ts-expect-error a client without auth flows has those of Cognito
export const impliedFlows = webWithoutFlows satisfies Client;

// @ts-expect-error a client that sends the password has to say why
export const legacyUnexplained = legacyWithoutReason satisfies Client;

const flows: UserClient['authFlows'] = authFlows;
const declared: Environment = { ...dev, waivers: [{ ...dev.waivers[0], reason }] };

// @ts-expect-error a field is not written to
declared.name = 'other';
// @ts-expect-error a field inside is not written to
declared.passwordPolicy.minimumLength = 8;
// @ts-expect-error an entry of a list is not replaced
flows[0] = 'ALLOW_USER_SRP_AUTH';
// @ts-expect-error a record is not added to
declared.groups.owners = { description: 'Owners.', precedence: 1 };
// @ts-expect-error the list of environments is not changed
environments[0] = declared;
// @ts-expect-error an environment file is not written to, however narrow its type is
dev.account = 'deploying';
