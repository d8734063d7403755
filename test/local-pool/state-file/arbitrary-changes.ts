import fc from 'fast-check';
import type { Change } from '../../../lib/local-pool/state-file/change';
import type { User } from '../../../lib/local-pool/state/user';
import type { TokenFamily } from '../../../lib/local-pool/tokens/token-families';

const text = fc.string({ unit: 'grapheme', maxLength: 20 });
const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const texts = fc.dictionary(text, text, { maxKeys: 4 });
const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abcdef')), minLength: length, maxLength: length });
const password = fc.record({ salt: hex(32), x: hex(64) });
const factor = fc.constantFrom('SMS_MFA' as const, 'EMAIL_OTP' as const, 'SOFTWARE_TOKEN_MFA' as const);

const device = fc.record({
  key: text,
  groupKey: text,
  name: maybe(text),
  confirmed: fc.boolean(),
  remembered: fc.boolean(),
  standsInForSecondFactor: fc.boolean(),
  verifier: maybe(fc.record({ passwordVerifier: text, salt: text })),
  created: time,
  modified: time,
  lastAuthenticated: time,
});

const link = fc.record({
  providerName: text,
  attributeName: text,
  attributeValue: text,
  providerType: fc.constantFrom('Google' as const, 'OIDC' as const, 'SAML' as const),
  created: time,
});

export const arbitraryUser: fc.Arbitrary<User> = fc.record({
  username: text,
  sub: fc.uuid(),
  attributes: texts,
  pendingAttributes: texts,
  status: fc.constantFrom('UNCONFIRMED', 'CONFIRMED', 'FORCE_CHANGE_PASSWORD', 'RESET_REQUIRED'),
  enabled: fc.boolean(),
  created: time,
  modified: time,
  password: maybe(password),
  temporaryPasswordExpires: maybe(time),
  passwordHistory: fc.array(password, { maxLength: 3 }),
  softwareToken: maybe(
    fc.record({ secret: text, friendlyDeviceName: maybe(text), spentSteps: fc.array(time, { maxLength: 3 }) }),
  ),
  proposedSecret: maybe(text),
  mfa: fc.oneof(
    fc.record({ enabled: fc.array(factor, { maxLength: 3 }), preferred: maybe(factor) }),
    fc.record({ enabled: fc.array(factor, { maxLength: 3 }), preferred: maybe(factor), smsByOption: fc.boolean() }),
  ),
  groups: fc.array(text, { maxLength: 3 }),
  links: fc.array(link, { maxLength: 2 }),
  devices: fc.array(device, { maxLength: 2 }),
});

export const arbitraryFamily: fc.Arbitrary<TokenFamily> = fc.record({
  originJti: fc.uuid(),
  eventId: fc.uuid(),
  username: text,
  clientId: text,
  authenticated: time,
  grant: fc.constantFrom('api', 'authorization_code'),
  scope: text,
  deviceKey: maybe(text),
  secondFactorShown: fc.boolean(),
  refreshToken: text,
  session: maybe(fc.record({ id: text, lastActive: time })),
  expires: time,
  revoked: fc.boolean(),
});

const poolId = fc.constantFrom('eu-west-1_A', 'eu-west-1_B');
const withheld = fc.record({ groups: fc.array(text), attributes: texts, pendingAttributes: texts });

export const arbitraryChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    change: fc.constant('pool' as const),
    pool: fc.record({
      id: poolId,
      path: text,
      region: text,
      origin: text,
      names: fc.record({
        signInWith: fc.constantFrom('username' as const, 'email' as const),
        aliases: fc.array(fc.constantFrom('email' as const, 'preferred_username' as const), { maxLength: 2 }),
        caseSensitive: fc.boolean(),
      }),
      keys: maybe(fc.record({ id: text, access: text })),
    }),
  }),
  fc.record({ change: fc.constant('pool-removed' as const), poolId }),
  fc.record({
    change: fc.constant('client' as const),
    client: fc.record({
      id: text,
      poolId,
      path: text,
      name: text,
      secrets: fc.array(fc.record({ id: text, value: text, created: time }), { maxLength: 2 }),
    }),
  }),
  fc.record({ change: fc.constant('user' as const), poolId, user: arbitraryUser, withheld: maybe(withheld) }),
  fc.record({ change: fc.constant('user-removed' as const), poolId, username: text }),
  fc.record({ change: fc.constant('family' as const), poolId, family: arbitraryFamily }),
  fc.record({
    change: fc.constant('refresh-token' as const),
    poolId,
    refreshToken: text,
    eventId: fc.uuid(),
    replaced: maybe(time),
  }),
);
