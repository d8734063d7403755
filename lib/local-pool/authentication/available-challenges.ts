import { contactIn } from '../messages/destination';
import type { PoolSettings } from '../settings/pool-settings';
import type { User } from '../state/user';
import { decideSecondFactor } from './mfa-decision';

/** How a sign-in by choice (USER_AUTH) may begin. */
export type FirstChallenge = 'PASSWORD_SRP' | 'PASSWORD' | OneTimePassword;
export type OneTimePassword = 'EMAIL_OTP' | 'SMS_OTP';

const contactOf = { EMAIL_OTP: 'email', SMS_OTP: 'phone_number' } as const;

/**
 * What this user may begin with (developer guide, "Authentication flows", choice-based sign-in). One-time passwords are
 * for pools that allow them as a first factor, and not for users who show a second one or have a temporary password.
 * @param user undefined: somebody who is not there gets what any user of the pool might have.
 */
export function availableChallenges(
  settings: Pick<PoolSettings, 'firstFactors' | 'mfa' | 'accountRecovery'>,
  user: User | undefined,
): readonly FirstChallenge[] {
  const hasPassword = user === undefined || (user.password !== undefined && user.status !== 'UNCONFIRMED');
  const byPassword = hasPassword ? (['PASSWORD_SRP', 'PASSWORD'] as const) : [];
  const byCode = (['EMAIL_OTP', 'SMS_OTP'] as const).filter(
    (name) =>
      settings.firstFactors.includes(name) &&
      (user === undefined || contactIn(contactOf[name], user.attributes) !== undefined),
  );
  return [...byPassword, ...(mayGoWithoutPassword(settings, user) ? byCode : [])];
}

function mayGoWithoutPassword(
  settings: Pick<PoolSettings, 'mfa' | 'accountRecovery'>,
  user: User | undefined,
): boolean {
  if (settings.mfa.mode === 'ON') return false;
  if (user === undefined) return true;
  return user.status !== 'FORCE_CHANGE_PASSWORD' && decideSecondFactor(settings, user).ask === 'nothing';
}
