import type { JWTPayload } from 'jose';
import type { Client, Pool } from '../pool';
import { seconds } from '../clock';
import type { GroupSettings } from '../settings/pool-settings';
import { identityOf } from '../state/user-attributes';
import type { User } from '../state/user';
import { scopesShow } from './scope-claims';
import type { TokenFamily } from './token-families';

export interface ClaimSets {
  readonly id: JWTPayload;
  readonly access: JWTPayload;
}

/** Group facts that tokens and the token trigger carry (developer guide, "Adding groups to a user pool"). */
export interface GroupClaims {
  /** Names, lowest precedence number first. */
  readonly groups: readonly string[];
  readonly roles: readonly string[];
  /** The role of the group with the lowest number; undefined when two different roles share it. */
  readonly preferredRole: string | undefined;
}

/**
 * The claims of both tokens before the token trigger (developer guide, "Understanding user pool JSON web tokens"). Those of
 * managed login show what their scopes do, and their access token says its version.
 */
export function claimsOf(pool: Pool, client: Client, user: User, family: TokenFamily): ClaimSets {
  const now = seconds(pool.clock.now());
  const groups = groupClaims(pool, user);
  const revocable = client.tokenRevocation || client.refreshTokenRotation !== undefined;
  const inBoth = {
    sub: user.sub,
    iss: pool.issuer,
    auth_time: seconds(family.authenticated),
    iat: now,
    event_id: family.eventId,
    ...(revocable && { origin_jti: family.originJti }),
    ...(groups.groups.length > 0 && { 'cognito:groups': groups.groups }),
  };
  const jti = (): { readonly jti?: string } => (revocable ? { jti: pool.randomness.uuid() } : {});
  return {
    id: {
      ...readableAttributes(client, user, family),
      ...inBoth,
      ...jti(),
      aud: client.id,
      token_use: 'id',
      'cognito:username': user.username,
      ...(groups.roles.length > 0 && { 'cognito:roles': groups.roles }),
      ...(groups.preferredRole !== undefined && { 'cognito:preferred_role': groups.preferredRole }),
      exp: now + client.idTokenSeconds,
    },
    access: {
      ...inBoth,
      ...jti(),
      client_id: client.id,
      token_use: 'access',
      scope: family.scope,
      ...(family.grant === 'authorization_code' && { version: 2 }),
      username: user.username,
      ...(family.deviceKey !== undefined && { device_key: family.deviceKey }),
      exp: now + client.accessTokenSeconds,
    },
  };
}

export function groupClaims(pool: Pool, user: User): GroupClaims {
  const groups = user.groups
    .map((name) => pool.settings.groups.find((group) => group.name === name))
    .filter((group) => group !== undefined)
    .toSorted((left, right) => rank(left) - rank(right));
  const [first] = groups;
  const topRoles = new Set(groups.filter((group) => rank(group) === rank(first)).map((group) => group.roleArn));
  return {
    groups: groups.map((group) => group.name),
    roles: groups.map((group) => group.roleArn).filter((role) => role !== undefined),
    preferredRole: topRoles.size === 1 ? first?.roleArn : undefined,
  };
}

/** A group without a precedence comes last. */
function rank(group: GroupSettings | undefined): number {
  return group?.precedence ?? Number.POSITIVE_INFINITY;
}

/**
 * The attributes that the client may read and the scopes show; the two verified flags are booleans in an ID token and
 * nowhere else.
 */
function readableAttributes(client: Client, user: User, { grant, scope }: TokenFamily): JWTPayload {
  const claims: Record<string, unknown> = {};
  const scopes = grant === 'api' ? [] : scope.split(' ');
  for (const [name, value] of Object.entries(user.attributes)) {
    if (client.readAttributes !== undefined && !client.readAttributes.includes(name)) continue;
    if (!scopesShow(scopes, name)) continue;
    if (name === 'email_verified' || name === 'phone_number_verified') claims[name] = value === 'true';
    else if (name === 'address') claims[name] = { formatted: value };
    else claims[name] = value;
  }
  if (user.links.length > 0 && (client.readAttributes?.includes('identities') ?? true))
    claims['identities'] = user.links.map(identityOf).map(asClaim);
  return claims;
}

/** In the ID token the service has texts where the attribute has a number and a boolean. */
function asClaim({ primary, dateCreated, ...identity }: ReturnType<typeof identityOf>) {
  return { ...identity, primary: String(primary), dateCreated: String(dateCreated) };
}
