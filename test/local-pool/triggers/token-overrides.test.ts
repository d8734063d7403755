import fc from 'fast-check';
import type { ClaimSets } from '../../../lib/local-pool/tokens/claims';
import { applyTokenOverrides, type TokenOverrides } from '../../../lib/local-pool/triggers/token-overrides';

const claims: ClaimSets = {
  id: {
    sub: 'sub-1',
    iss: 'http://localhost:9229/eu-west-1_AbCdEfGhI',
    aud: 'client-1',
    token_use: 'id',
    auth_time: 1,
    iat: 1,
    exp: 2,
    jti: 'jti-1',
    origin_jti: 'jti-0',
    event_id: 'event-1',
    'cognito:username': 'mia',
    'cognito:groups': ['staff', 'users'],
    'cognito:roles': ['arn:aws:iam::111122223333:role/staff'],
    'cognito:preferred_role': 'arn:aws:iam::111122223333:role/staff',
    email: 'mia@example.com',
    email_verified: true,
    'custom:tenant': 'north',
  },
  access: {
    sub: 'sub-1',
    iss: 'http://localhost:9229/eu-west-1_AbCdEfGhI',
    client_id: 'client-1',
    token_use: 'access',
    auth_time: 1,
    iat: 1,
    exp: 2,
    jti: 'jti-2',
    origin_jti: 'jti-0',
    event_id: 'event-1',
    device_key: 'eu-west-1_device',
    username: 'mia',
    'cognito:groups': ['staff', 'users'],
    scope: 'aws.cognito.signin.user.admin',
  },
};

const unchanged: TokenOverrides = {
  id: { add: {}, suppress: [] },
  access: { add: {}, suppress: [] },
  scopesToAdd: [],
  scopesToSuppress: [],
  groups: undefined,
};

/** The list of the developer guide, and the other names of the service's own prefix. */
const protectedNames = [
  ...['acr', 'amr', 'at_hash', 'aud', 'auth_time', 'azp', 'client_id', 'device_key', 'event_id', 'exp', 'iat'],
  ...['identities', 'iss', 'jti', 'nbf', 'nonce', 'origin_jti', 'sub', 'token_use', 'username', 'version'],
  ...['cognito:username', 'cognito:mfa_enabled', 'cognito:anything'],
];

test('no changes leave both tokens as they were', () => {
  expect(applyTokenOverrides(claims, unchanged)).toEqual(claims);
});

test.each(protectedNames)('%s is neither added, changed nor suppressed', (name) => {
  const attack = { add: { [name]: 'forged' }, suppress: [] };
  const removal = { add: {}, suppress: [name] };
  expect(applyTokenOverrides(claims, { ...unchanged, id: attack, access: attack })).toEqual(claims);
  expect(applyTokenOverrides(claims, { ...unchanged, id: removal, access: removal })).toEqual(claims);
});

test('other claims are added and changed, each in its token, whatever they hold', () => {
  const { id, access } = applyTokenOverrides(claims, {
    ...unchanged,
    id: { add: { email: 'other@example.com', limits: { daily: [1, 2] } }, suppress: [] },
    access: { add: { tenant: 'north', admin: true }, suppress: [] },
  });
  expect(id).toEqual({ ...claims.id, email: 'other@example.com', limits: { daily: [1, 2] } });
  expect(access).toEqual({ ...claims.access, tenant: 'north', admin: true });
});

test('a claim that is both added and suppressed is suppressed', () => {
  const both = { add: { tenant: 'north' }, suppress: ['tenant', 'email'] };
  const { id, access } = applyTokenOverrides(claims, { ...unchanged, id: both, access: both });
  const { email, ...idWithoutEmail } = claims.id;
  expect(email).toBe('mia@example.com');
  expect(id).toEqual(idWithoutEmail);
  expect(access).toEqual(claims.access);
});

test('developer attributes can be suppressed and nothing else', () => {
  const own = { ...claims, id: { ...claims.id, 'dev:custom:level': '3' } };
  const changed = applyTokenOverrides(own, {
    ...unchanged,
    id: { add: { 'dev:custom:level': '9', 'dev:custom:new': '1' }, suppress: [] },
  });
  expect(changed).toEqual(own);
  const suppressed = applyTokenOverrides(own, {
    ...unchanged,
    id: { add: {}, suppress: ['dev:custom:level'] },
  });
  expect(suppressed).toEqual(claims);
});

test.each([
  ['its own client', 'client-1', 'client-1'],
  ['another client', 'client-2', undefined],
])('an access token may be given the audience of %s: %s becomes %s', (_, aud, given) => {
  const { access, id } = applyTokenOverrides(claims, {
    ...unchanged,
    id: { add: { aud: 'client-2' }, suppress: [] },
    access: { add: { aud }, suppress: [] },
  });
  expect(access.aud).toBe(given);
  expect(id.aud).toBe('client-1');
});

describe('groups', () => {
  const addition = { 'cognito:groups': ['admin'], 'cognito:roles': ['r'], 'cognito:preferred_role': 'r' };

  test('are not changed as claims', () => {
    const changes = { add: addition, suppress: [] };
    expect(applyTokenOverrides(claims, { ...unchanged, id: changes, access: changes })).toEqual(claims);
  });

  test('are replaced in both tokens, the roles in the ID token', () => {
    const { id, access } = applyTokenOverrides(claims, {
      ...unchanged,
      groups: { groups: ['admin'], roles: ['arn:aws:iam::111122223333:role/admin'], preferredRole: undefined },
    });
    const { 'cognito:preferred_role': _role, ...idWithoutRole } = claims.id;
    expect(id).toEqual({
      ...idWithoutRole,
      'cognito:groups': ['admin'],
      'cognito:roles': ['arn:aws:iam::111122223333:role/admin'],
    });
    expect(access).toEqual({ ...claims.access, 'cognito:groups': ['admin'] });
  });

  test('go when they are replaced by nothing', () => {
    const groups = { groups: [], roles: [], preferredRole: undefined };
    const { id, access } = applyTokenOverrides(claims, { ...unchanged, groups });
    expect(Object.keys({ ...id, ...access }).filter((name) => name.startsWith('cognito:'))).toEqual([
      'cognito:username',
    ]);
  });

  test('take the roles along when they are suppressed, also after a replacement', () => {
    const { id, access } = applyTokenOverrides(claims, {
      ...unchanged,
      groups: { groups: ['admin'], roles: ['r'], preferredRole: 'r' },
      id: { add: {}, suppress: ['cognito:groups'] },
    });
    expect(Object.keys(id).filter((name) => name.startsWith('cognito:'))).toEqual(['cognito:username']);
    expect(access['cognito:groups']).toEqual(['admin']);
  });

  test.each(['cognito:roles', 'cognito:preferred_role'])('do not let %s go alone', (role) => {
    const removal = { add: {}, suppress: [role] };
    expect(applyTokenOverrides(claims, { ...unchanged, id: removal, access: removal })).toEqual(claims);
  });
});

describe('scopes', () => {
  test.each([
    ['are added once', ['orders/read', 'orders/read'], [], 'aws.cognito.signin.user.admin orders/read'],
    ['are taken away', ['orders/read'], ['aws.cognito.signin.user.admin'], 'orders/read'],
    ['go if both added and taken away', ['orders/read'], ['orders/read'], 'aws.cognito.signin.user.admin'],
    ['leave no claim when none is left', [], ['aws.cognito.signin.user.admin'], undefined],
  ])('%s', (_, scopesToAdd, scopesToSuppress, scope) => {
    const { access } = applyTokenOverrides(claims, { ...unchanged, scopesToAdd, scopesToSuppress });
    expect(access['scope']).toBe(scope);
  });

  test('are no claim of the access token to a function', () => {
    const { access } = applyTokenOverrides(claims, {
      ...unchanged,
      access: { add: { scope: 'admin' }, suppress: ['scope'] },
    });
    expect(access).toEqual(claims.access);
  });
});

describe('for any answer', () => {
  const name = fc.oneof(fc.string(), fc.constantFrom(...protectedNames, ...Object.keys(claims.id), 'scope'));
  const changes = fc.record({ add: fc.dictionary(name, fc.jsonValue()), suppress: fc.array(name) });
  const overrides: fc.Arbitrary<TokenOverrides> = fc.record({
    id: changes,
    access: changes,
    scopesToAdd: fc.array(fc.stringMatching(/^\S+$/)),
    scopesToSuppress: fc.array(fc.stringMatching(/^\S+$/)),
    groups: fc.option(
      fc.record({
        groups: fc.array(fc.string()),
        roles: fc.array(fc.string()),
        preferredRole: fc.option(fc.string(), { nil: undefined }),
      }),
      { nil: undefined },
    ),
  });
  const kept = (set: ClaimSets[keyof ClaimSets], except: readonly string[] = []): unknown =>
    Object.fromEntries(protectedNames.filter((one) => !except.includes(one)).map((one) => [one, set[one]]));

  test('protected claims are what they were, the absent ones absent', () => {
    fc.assert(
      fc.property(overrides, (any) => {
        const { id, access } = applyTokenOverrides(claims, any);
        expect(kept(id)).toEqual(kept(claims.id));
        expect(kept(access, ['aud'])).toEqual(kept(claims.access, ['aud']));
        expect([undefined, 'client-1']).toContain(access.aud);
      }),
    );
  });

  test('what is suppressed and not protected is gone, and applying the same again changes nothing', () => {
    fc.assert(
      fc.property(overrides, (any) => {
        const once = applyTokenOverrides(claims, any);
        for (const one of any.id.suppress) {
          if (!protectedNames.includes(one) && !one.startsWith('cognito:'))
            expect(Object.hasOwn(once.id, one)).toBe(false);
        }
        expect(applyTokenOverrides(once, any)).toEqual(once);
      }),
    );
  });

  test('the given claims are left alone', () => {
    const before = structuredClone(claims);
    fc.assert(fc.property(overrides, (any) => void applyTokenOverrides(claims, any)));
    expect(claims).toEqual(before);
  });
});
