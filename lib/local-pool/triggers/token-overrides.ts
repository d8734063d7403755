import type { JWTPayload } from 'jose';
import type { ClaimSets, GroupClaims } from '../tokens/claims';
import { groupClaimNames, mayAdd, maySuppress, type TokenUse } from './protected-claims';

/** What a function wants changed in one token. */
export interface ClaimChanges {
  readonly add: Readonly<Record<string, unknown>>;
  readonly suppress: readonly string[];
}

/** What PreTokenGeneration wants changed in both tokens, whichever event version it answered. */
export interface TokenOverrides {
  readonly id: ClaimChanges;
  readonly access: ClaimChanges;
  readonly scopesToAdd: readonly string[];
  readonly scopesToSuppress: readonly string[];
  /** Replaces what both tokens say about groups; undefined leaves it. */
  readonly groups: GroupClaims | undefined;
}

/**
 * The claims of both tokens after the trigger. Changes to protected claims are dropped; a claim that is both added and
 * suppressed is suppressed (developer guide, "Pre token generation Lambda trigger").
 */
export function applyTokenOverrides(claims: ClaimSets, overrides: TokenOverrides): ClaimSets {
  const { id, access, groups } = overrides;
  return {
    id: change(groups === undefined ? claims.id : withGroups(claims.id, groups, 'id'), id, 'id'),
    access: withScopes(
      change(groups === undefined ? claims.access : withGroups(claims.access, groups, 'access'), access, 'access'),
      overrides,
    ),
  };
}

/** The claims of an access token that speaks for a client and no user: it has no groups and no ID token beside it. */
export function applyAccessTokenOverrides(claims: JWTPayload, overrides: TokenOverrides): JWTPayload {
  return withScopes(change(claims, overrides.access, 'access'), overrides);
}

function change(claims: JWTPayload, { add, suppress }: ClaimChanges, token: TokenUse): JWTPayload {
  const added = Object.entries(add).filter(
    ([claim, value]) => mayAdd(claim, token) || isOwnAudience(claims, claim, value, token),
  );
  const suppressed = new Set(suppress.filter((claim) => maySuppress(claim, token)));
  // The roles stand and fall with the groups, and are suppressed in no other way.
  if (suppressed.has(groupClaimNames[0])) for (const claim of groupClaimNames) suppressed.add(claim);
  return Object.fromEntries([...Object.entries(claims), ...added].filter(([claim]) => !suppressed.has(claim)));
}

/** An access token may be given an `aud`, if it is the client that it is issued to. */
function isOwnAudience(claims: JWTPayload, claim: string, value: unknown, token: TokenUse): boolean {
  return token === 'access' && claim === 'aud' && value === claims['client_id'];
}

/** Empty lists leave no claim behind; roles are in the ID token only. */
function withGroups(claims: JWTPayload, { groups, roles, preferredRole }: GroupClaims, token: TokenUse): JWTPayload {
  const others = Object.entries(claims).filter(([claim]) => !groupClaimNames.some((name) => name === claim));
  return {
    ...Object.fromEntries(others),
    ...(groups.length > 0 && { 'cognito:groups': groups }),
    ...(token === 'id' && roles.length > 0 && { 'cognito:roles': roles }),
    ...(token === 'id' && preferredRole !== undefined && { 'cognito:preferred_role': preferredRole }),
  };
}

function withScopes(claims: JWTPayload, { scopesToAdd, scopesToSuppress }: TokenOverrides): JWTPayload {
  const { scope, ...others } = claims;
  const granted = typeof scope === 'string' ? scope.split(' ') : [];
  const scopes = [...new Set([...granted, ...scopesToAdd])].filter((name) => !scopesToSuppress.includes(name));
  return scopes.length === 0 ? others : { ...others, scope: scopes.join(' ') };
}
