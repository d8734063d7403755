import type { Target } from '../target';

/** Why the tokens of this client are not refreshed. */
export function noRefresh({ client }: Target): string | undefined {
  if (client.refreshTokenRotation) return undefined;
  // With legacy names only, refresh is allowed without being named.
  const allowed = client.authFlows.every((flow) => !flow.startsWith('ALLOW_')) || client.authFlows.includes(permission);
  return allowed ? undefined : `The app client does not allow refreshing (no ${permission}).`;
}

const permission = 'ALLOW_REFRESH_TOKEN_AUTH';
