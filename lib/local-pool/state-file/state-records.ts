import { z } from 'zod';
import type { PasswordRecord } from '../passwords/password-record';
import type { ClientSecret } from '../state/client-store';
import type { Device, MfaPreference, ProviderLink, SoftwareToken, User } from '../state/user';
import type { TokenFamily, TokenSession } from '../tokens/token-families';
import type { Change, ClientRecord, PoolRecord, SignInNames, Withheld } from './change';

/**
 * How the changes of a state file are read. Every member of a record has to be named here, which the compiler holds; what a
 * file has beyond them is handed on as it is.
 */
type Members<Thing> = { readonly [Member in keyof Thing]-?: z.ZodType<Thing[Member]> };

/** A member that JSON leaves out where it is undefined, and that files from before it was thought of do not have. */
function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.optional().transform((value) => value);
}

const text = z.string();
const time = z.number();
const texts = z.record(z.string(), z.string());

const passwordRecord = z.looseObject({
  salt: text.regex(/^[0-9a-f]+$/),
  x: text.regex(/^[0-9a-f]{64}$/),
} satisfies Members<PasswordRecord>);

const softwareToken = z.looseObject({
  secret: text,
  friendlyDeviceName: optional(text),
  spentSteps: z.array(z.number()),
} satisfies Members<SoftwareToken>);

const mfaFactor = z.enum(['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']);
const mfaPreference = z.looseObject({
  enabled: z.array(mfaFactor),
  preferred: optional(mfaFactor),
  smsByOption: z.boolean().exactOptional(),
} satisfies { readonly [Member in keyof MfaPreference]-?: z.ZodType });

const providerLink = z.looseObject({
  providerName: text,
  attributeName: text,
  attributeValue: text,
  providerType: z.enum(['Facebook', 'Google', 'LoginWithAmazon', 'OIDC', 'SAML', 'SignInWithApple']),
  created: time,
} satisfies Members<ProviderLink>);

const device = z.looseObject({
  key: text,
  groupKey: text,
  name: optional(text),
  confirmed: z.boolean(),
  remembered: z.boolean(),
  standsInForSecondFactor: z.boolean(),
  verifier: optional(z.looseObject({ passwordVerifier: text, salt: text })),
  created: time,
  modified: time,
  lastAuthenticated: time,
} satisfies Members<Device>);

const userRecord = z.looseObject({
  username: text,
  sub: text,
  attributes: texts,
  pendingAttributes: texts,
  status: z.enum(['UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED']),
  enabled: z.boolean(),
  created: time,
  modified: time,
  password: optional(passwordRecord),
  temporaryPasswordExpires: optional(time),
  passwordHistory: z.array(passwordRecord),
  softwareToken: optional(softwareToken),
  proposedSecret: optional(text),
  mfa: mfaPreference,
  groups: z.array(text),
  links: z.array(providerLink),
  devices: z.array(device),
} satisfies Members<User>);

const tokenSession = z.looseObject({ id: text, lastActive: time } satisfies Members<TokenSession>);

const familyRecord = z.looseObject({
  originJti: text,
  eventId: text,
  username: text,
  clientId: text,
  authenticated: time,
  grant: z.enum(['api', 'authorization_code']),
  scope: text,
  deviceKey: optional(text),
  secondFactorShown: z.boolean(),
  refreshToken: text,
  session: optional(tokenSession),
  expires: time,
  revoked: z.boolean(),
} satisfies Members<TokenFamily>);

const clientSecret = z.looseObject({ id: text, value: text, created: time } satisfies Members<ClientSecret>);

/** What the templates no longer have of a user's: not in force, and back when they have it again. */
const withheld = z.looseObject({
  groups: z.array(text),
  attributes: texts,
  pendingAttributes: texts,
} satisfies Members<Withheld>);

const signInNames = z.looseObject({
  signInWith: z.enum(['username', 'email', 'phone_number', 'email-or-phone']),
  aliases: z.array(z.enum(['email', 'phone_number', 'preferred_username'])),
  caseSensitive: z.boolean(),
} satisfies Members<SignInNames>);

const poolRecord = z.looseObject({
  id: text,
  path: text,
  region: text,
  origin: text,
  names: signInNames,
  keys: optional(z.looseObject({ id: text, access: text })),
} satisfies Members<PoolRecord>);

const clientRecord = z.looseObject({
  id: text,
  poolId: text,
  path: text,
  name: text,
  secrets: z.array(clientSecret),
} satisfies Members<ClientRecord>);

export const changeRecord: z.ZodType<Change> = z.discriminatedUnion('change', [
  z.looseObject({ change: z.literal('pool'), pool: poolRecord }),
  z.looseObject({ change: z.literal('pool-removed'), poolId: text }),
  z.looseObject({ change: z.literal('client'), client: clientRecord }),
  z.looseObject({ change: z.literal('user'), poolId: text, user: userRecord, withheld: optional(withheld) }),
  z.looseObject({ change: z.literal('user-removed'), poolId: text, username: text }),
  z.looseObject({ change: z.literal('family'), poolId: text, family: familyRecord }),
  z.looseObject({
    change: z.literal('refresh-token'),
    poolId: text,
    refreshToken: text,
    eventId: text,
    replaced: optional(time),
  }),
]);
