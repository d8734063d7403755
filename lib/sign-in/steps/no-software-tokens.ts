import type { PoolFacts } from '../pool-facts';

/** Why the steps with an authenticator mean nothing for this pool. */
export function noSoftwareTokens({
  pool,
}: {
  readonly pool: Pick<PoolFacts, 'mfa' | 'softwareTokens'>;
}): string | undefined {
  if (pool.softwareTokens) return undefined;
  return pool.mfa === 'OFF'
    ? 'MFA is off in this pool (MfaConfiguration).'
    : 'TOTP is no factor of this pool (EnabledMfas).';
}
