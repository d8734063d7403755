/** A user's two tokens, as token_use names them. */
export type TokenUse = 'id' | 'access';

/**
 * Claims that no function can add, change or suppress (developer guide, "Pre token generation Lambda trigger", claims and
 * scopes reference). The rules of environments have the names too, as they import nothing; a test holds both lists together.
 */
export const protectedClaims: readonly string[] = (
  'acr amr at_hash aud auth_time azp client_id device_key event_id exp iat identities iss jti nbf nonce origin_jti sub ' +
  'token_use username version'
).split(' ');

/** The claims about groups: set through groupOverrideDetails, and suppressed together under the name of the first. */
export const groupClaimNames = ['cognito:groups', 'cognito:roles', 'cognito:preferred_role'] as const;

/** Whether a function may add the claim or give it another value. */
export function mayAdd(claim: string, token: TokenUse): boolean {
  if (protectedClaims.includes(claim) || claim.startsWith('cognito:') || claim.startsWith('dev:')) return false;
  return !isScope(claim, token);
}

/** Whether a function may take the claim out. */
export function maySuppress(claim: string, token: TokenUse): boolean {
  if (protectedClaims.includes(claim)) return false;
  if (claim.startsWith('cognito:')) return claim === groupClaimNames[0];
  return !isScope(claim, token);
}

/** Scopes have lists of their own (scopesToAdd, scopesToSuppress). */
function isScope(claim: string, token: TokenUse): boolean {
  return claim === 'scope' && token === 'access';
}
