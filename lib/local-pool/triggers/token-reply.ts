import { z } from 'zod';
import type { GroupClaims } from '../tokens/claims';
import type { ClaimChanges, TokenOverrides } from './token-overrides';

/** Most claims and scopes that one reply may add or suppress, all lists together. */
const mostChanges = 5000;

/** Claims of the ID token that take no lists or objects, whatever the event version. */
export const plainClaims: readonly string[] = ['address', 'email_verified', 'phone_number_verified', 'updated_at'];

const names = z.array(z.string());

const groupOverride = z.object({
  groupsToOverride: names.nullish(),
  iamRolesToOverride: names.nullish(),
  preferredRole: z.string().nullish(),
});
type GroupOverride = z.output<typeof groupOverride>;

const claimsV1 = z.object({
  claimsToAddOrOverride: z.record(z.string(), z.string()).nullish(),
  claimsToSuppress: names.nullish(),
});

const claimsV2 = z.object({
  claimsToAddOrOverride: z
    .record(
      z.string(),
      z.json().refine((value) => value !== null, 'null is no claim value'),
    )
    .nullish(),
  claimsToSuppress: names.nullish(),
});

const idClaimsV2 = claimsV2.refine(
  ({ claimsToAddOrOverride: claims }) => plainClaims.every((claim) => typeof claims?.[claim] !== 'object'),
  `${plainClaims.join(', ')} take no lists or objects`,
);

const scope = z.string().regex(/^\S+$/, 'a scope has no blanks');

const withinLimit = (overrides: TokenOverrides | undefined): boolean =>
  overrides === undefined || countChanges(overrides) <= mostChanges;
const limit = `at most ${mostChanges} claims and scopes can be changed`;

/** The `response` of a V1_0 event: changes to the ID token, and groups for both. */
export const replyV1 = z
  .object({
    claimsOverrideDetails: claimsV1.extend({ groupOverrideDetails: groupOverride.nullish() }).nullish(),
  })
  .transform(({ claimsOverrideDetails: details }): TokenOverrides | undefined => {
    if (details === undefined || details === null) return undefined;
    return {
      id: changes(details),
      access: changes(undefined),
      scopesToAdd: [],
      scopesToSuppress: [],
      groups: groups(details.groupOverrideDetails),
    };
  })
  .refine(withinLimit, limit);

/** The `response` of a V2_0 or V3_0 event: changes to each token, scopes, and groups for both. */
export const replyV2 = z
  .object({
    claimsAndScopeOverrideDetails: z
      .object({
        idTokenGeneration: idClaimsV2.nullish(),
        accessTokenGeneration: claimsV2
          .extend({ scopesToAdd: z.array(scope).nullish(), scopesToSuppress: z.array(scope).nullish() })
          .nullish(),
        groupOverrideDetails: groupOverride.nullish(),
      })
      .nullish(),
  })
  .transform(({ claimsAndScopeOverrideDetails: details }): TokenOverrides | undefined => {
    if (details === undefined || details === null) return undefined;
    return {
      id: changes(details.idTokenGeneration),
      access: changes(details.accessTokenGeneration),
      scopesToAdd: details.accessTokenGeneration?.scopesToAdd ?? [],
      scopesToSuppress: details.accessTokenGeneration?.scopesToSuppress ?? [],
      groups: groups(details.groupOverrideDetails),
    };
  })
  .refine(withinLimit, limit);

function changes(claims: z.output<typeof claimsV1 | typeof claimsV2> | null | undefined): ClaimChanges {
  return { add: claims?.claimsToAddOrOverride ?? {}, suppress: claims?.claimsToSuppress ?? [] };
}

/** The object replaces what the user has; null or an empty one takes the groups away, and only a missing one keeps them. */
function groups(override: GroupOverride | null | undefined): GroupClaims | undefined {
  if (override === undefined) return undefined;
  return {
    groups: override?.groupsToOverride ?? [],
    roles: override?.iamRolesToOverride ?? [],
    preferredRole: override?.preferredRole ?? undefined,
  };
}

function countChanges({ id, access, scopesToAdd, scopesToSuppress }: TokenOverrides): number {
  const claims = [id, access].map(({ add, suppress }) => Object.keys(add).length + suppress.length);
  return [...claims, scopesToAdd.length, scopesToSuppress.length].reduce((sum, count) => sum + count, 0);
}
