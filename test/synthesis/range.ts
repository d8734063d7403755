import { dev } from '../environments/plain';
import type { Environment } from '../../lib/environments/environment';

type Clients = Environment['clients'];

const { functions } = dev.triggers;
const { web, backend } = dev.clients;
const optional = { required: false, mutable: true } as const;
const required = { required: true, mutable: true } as const;

/** The sandbox in an account, without triggers. */
export const bare = { ...dev, account: '111122223333', triggers: { functions } } as const satisfies Environment;

const ses = {
  kind: 'ses',
  fromAddress: 'no-reply@example.com',
  fromName: 'Example',
  replyToAddress: 'support@example.com',
  verifiedIdentity: 'example.com',
  region: 'eu-west-1',
} as const satisfies Environment['emailSender'];

const sns = {
  kind: 'sns',
  region: 'eu-west-1',
  monthlySpendLimitDollars: 100,
} as const satisfies Environment['smsSender'];

/** A key that can be in another Region too. */
const ownKey = {
  owner: 'customer',
  keyArn: 'arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
} as const satisfies Environment['encryptionKey'];

/** The clients, which may write these attributes too. */
function writing(...attributes: readonly string[]): Clients {
  return {
    web: { ...web, writeAttributes: [...web.writeAttributes, ...attributes] },
    backend: { ...backend, writeAttributes: [...backend.writeAttributes, ...attributes] },
  };
}

/** The clients, of which one lets users choose what to begin with. */
const choosing: Clients = { web: { ...web, authFlows: ['ALLOW_USER_AUTH', ...web.authFlows] }, backend };

/**
 * What a user pool can be, beside what the declared environments and the fixtures are: for tests that synthesize them
 * themselves. None has a trigger, so that a template alone is enough to run it.
 */
export const range = {
  'text-messages': {
    ...bare,
    name: 'text-messages',
    mfa: { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
    smsSender: sns,
    standardAttributes: { ...bare.standardAttributes, phone_number: optional },
    messages: { mfa: { smsMessage: 'Example: your code is {####}.' } },
  },
  'email-codes': {
    ...bare,
    name: 'email-codes',
    mfa: { mode: 'optional', factors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    accountRecovery: ['admin_only'],
    emailSender: { ...ses, configurationSet: 'sign-in' },
    messages: {
      mfa: { emailSubject: 'Your code', emailMessage: 'Your code is <b>{####}</b>.' },
    },
  },
  usernames: {
    ...bare,
    name: 'usernames',
    signIn: {
      identifier: 'username',
      aliases: ['preferred_username', 'email'],
      caseSensitive: false,
      firstFactors: ['PASSWORD'],
    },
    standardAttributes: { ...bare.standardAttributes, preferred_username: optional },
  },
  telephones: {
    ...bare,
    name: 'telephones',
    signIn: { identifier: 'phone_number', caseSensitive: false, firstFactors: ['PASSWORD'] },
    smsSender: sns,
    autoVerifiedAttributes: ['phone_number', 'email'],
    accountRecovery: ['verified_email', 'verified_phone_number'],
    standardAttributes: { ...bare.standardAttributes, phone_number: required },
    clients: writing('phone_number'),
  },
  'either-address': {
    ...bare,
    name: 'either-address',
    signIn: { identifier: 'email_or_phone_number', caseSensitive: false, firstFactors: ['PASSWORD'] },
    smsSender: sns,
    autoVerifiedAttributes: ['phone_number', 'email'],
    standardAttributes: { ...bare.standardAttributes, email: optional, phone_number: optional },
    clients: writing('phone_number'),
  },
  'codes-first': {
    ...bare,
    name: 'codes-first',
    signIn: { ...bare.signIn, firstFactors: ['PASSWORD', 'EMAIL_OTP'] },
    emailSender: ses,
    clients: choosing,
  },
  passkeys: {
    ...bare,
    name: 'passkeys',
    signIn: { ...bare.signIn, firstFactors: ['WEB_AUTHN', 'PASSWORD'] },
    mfa: { mode: 'required', factors: ['SOFTWARE_TOKEN_MFA'] },
    passkeys: {
      use: 'on',
      relyingPartyId: 'login.example.com',
      userVerification: 'required',
      factorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    },
    clients: choosing,
  },
  'own-texts': {
    ...bare,
    name: 'own-texts',
    emailSender: ses,
    smsSender: sns,
    messages: {
      verification: {
        emailSubject: 'Confirm your address',
        emailMessage: 'Your code is <b>{####}</b>.',
        smsMessage: 'Example: confirm with {####}.',
      },
      invitation: {
        emailSubject: 'Welcome',
        emailMessage: 'You are {username}; begin with {####}.',
        smsMessage: 'Example: {username}, begin with {####}.',
      },
    },
  },
  lite: {
    ...bare,
    name: 'lite',
    featurePlan: 'LITE',
    passwordPolicy: { ...bare.passwordPolicy, passwordHistorySize: 0 },
  },
  'own-key': { ...bare, name: 'own-key', encryptionKey: ownKey, issuer: 'UPDATED' },
  replicated: {
    ...bare,
    name: 'replicated',
    encryptionKey: ownKey,
    issuer: 'UPDATED',
    emailSender: ses,
    smsSender: sns,
    replicas: [
      {
        region: 'eu-central-1',
        active: true,
        emailSender: { ...ses, region: 'eu-central-1' },
        smsSender: { kind: 'sns', region: 'eu-central-1' },
      },
    ],
  },
  'replicated-at-rest': {
    ...bare,
    name: 'replicated-at-rest',
    encryptionKey: ownKey,
    issuer: 'UPDATED',
    replicas: [
      {
        region: 'eu-central-1',
        active: false,
        emailSender: { kind: 'built-in' },
        smsSender: { kind: 'none' },
      },
    ],
  },
} as const satisfies Readonly<Record<string, Environment>>;
