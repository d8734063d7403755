import { isDeepStrictEqual } from 'node:util';
import { ExpectationError } from './expectation-error';
import type { Target } from './target';
import type { VerifiedTokens } from './verify-tokens';

/** What claims must say beside what the verifier checks, as far as the template and the journey tell. */
export interface ExpectedClaims {
  readonly target: Pick<Target, 'pool' | 'client'>;
  readonly username: string;
  readonly email: string;
  /** undefined: the user has no such attribute. */
  readonly emailVerified: boolean | undefined;
  /** The groups of the user, in any order. */
  readonly groups: readonly string[];
  /** The device that the tokens belong to. */
  readonly deviceKey: string | undefined;
}

/** A claim that must have a value; undefined: it must be absent. */
export type Demand = readonly [claim: string, got: unknown, expected: unknown];

/** @throws ExpectationError naming every claim that is not as the template promises */
export function checkClaims(
  { id, access }: VerifiedTokens,
  { target, username, email, emailVerified, groups, deviceKey }: ExpectedClaims,
): void {
  const { pool, client } = target;
  const readable = (attribute: string): boolean => client.readAttributes?.includes(attribute) ?? true;
  const wrong = [
    ...demands('ID', [
      ['token_use', id['token_use'], 'id'],
      ['cognito:username', id['cognito:username'], username],
      ['exp - iat', lifetime(id), client.idTokenSeconds],
      ['email', id['email'], readable('email') ? email : undefined],
      ['email_verified', id['email_verified'], readable('email_verified') ? emailVerified : undefined],
      ...groupDemands(pool.groupsClaim, groups, id),
    ]),
    ...demands('access', [
      ['token_use', access['token_use'], 'access'],
      ['client_id', access['client_id'], client.id],
      ['username', access['username'], username],
      ['sub', access['sub'], id['sub']],
      ['scope', access['scope'], 'aws.cognito.signin.user.admin'],
      ['exp - iat', lifetime(access), client.accessTokenSeconds],
      ['device_key', access['device_key'], deviceKey],
      ...groupDemands(pool.groupsClaim, groups, access),
    ]),
  ];
  if (wrong.length > 0) throw new ExpectationError(wrong.join('\n'));
}

/** Of a user in no group Cognito's own claim is absent, the trigger's is an empty list. */
function groupDemands(
  claim: string | undefined,
  groups: readonly string[],
  claims: VerifiedTokens['id'],
): readonly Demand[] {
  const expected = groups.toSorted();
  return [
    ['cognito:groups', inOrder(claims['cognito:groups']), expected.length > 0 ? expected : undefined],
    ...(claim === undefined ? [] : ([[claim, inOrder(claims[claim]), expected]] as const)),
  ];
}

/** Groups come by their precedence, which is not asked for here. */
function inOrder(claim: unknown): unknown {
  return Array.isArray(claim) ? claim.map(String).toSorted() : claim;
}

/** For how long a token is good, seconds; undefined where it does not say. */
export function lifetime(claims: VerifiedTokens['id']): unknown {
  const { exp, iat } = claims;
  return typeof exp === 'number' && typeof iat === 'number' ? exp - iat : undefined;
}

/** What is wrong about the claims of a token, a sentence each. */
export function demands(token: string, all: readonly Demand[]): readonly string[] {
  return all
    .filter(([, got, expected]) => !isDeepStrictEqual(got, expected))
    .map(([claim, got, expected]) => `${token} token: ${claim} is ${show(got)}; expected ${show(expected)}.`);
}

function show(value: unknown): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
