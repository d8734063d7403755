import type { MfaSettings } from '../settings/pool-settings';
import type { User } from '../state/user';

export type SecondFactor = 'none' | 'SOFTWARE_TOKEN_MFA' | 'MFA_SETUP';

/**
 * What a user is asked after the first factor (developer guide, "Adding MFA to a user pool"). An active factor is asked
 * even after the pool stopped offering it; under ON a registered one counts as active.
 */
export function decideSecondFactor(mfa: MfaSettings, user: Pick<User, 'mfa' | 'softwareToken'>): SecondFactor {
  const registered = user.softwareToken !== undefined;
  const active = registered && user.mfa.enabled.includes('SOFTWARE_TOKEN_MFA');
  switch (mfa.mode) {
    case 'OFF':
      return 'none';
    case 'OPTIONAL':
      return active ? 'SOFTWARE_TOKEN_MFA' : 'none';
    case 'ON':
      return registered ? 'SOFTWARE_TOKEN_MFA' : 'MFA_SETUP';
  }
}
