import type { Target } from '../target';

/** Why the steps with an authenticator mean nothing for this pool. */
export function noSoftwareTokens({ pool }: Target): string | undefined {
  if (pool.softwareTokens) return undefined;
  return pool.mfa === 'OFF'
    ? 'MFA is off in this pool (MfaConfiguration).'
    : 'TOTP is no factor of this pool (EnabledMfas).';
}
