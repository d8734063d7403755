import type { Pool } from '../pool';
import { features } from '../settings/features';
import type { RecoveryMechanism } from '../settings/pool-settings';
import type { User } from '../state/user';
import { NotAuthorizedException, NotSimulatedException } from '../wire/exceptions';

/** What the service does when AccountRecoverySetting is absent. */
const defaultMechanisms: readonly RecoveryMechanism[] = ['verified_phone_number', 'verified_email'];

/** @throws NotAuthorizedException where users cannot recover their accounts themselves (`admin_only`). */
export function requireSelfRecovery(pool: Pool): void {
  if (pool.settings.accountRecovery.includes('admin_only'))
    throw new NotAuthorizedException('Contact administrator to reset password.');
}

/**
 * The verified e-mail address that a password-reset code goes to, by the pool's order of mechanisms; undefined when the
 * user has no verified contact.
 * @throws NotSimulatedException where a verified phone number goes first.
 */
export function recoveryAddress(pool: Pool, { attributes }: User): string | undefined {
  const { accountRecovery } = pool.settings;
  for (const mechanism of accountRecovery.length > 0 ? accountRecovery : defaultMechanisms) {
    if (mechanism === 'verified_email' && attributes['email_verified'] === 'true') return attributes['email'];
    if (mechanism === 'verified_phone_number' && attributes['phone_number_verified'] === 'true')
      throw new NotSimulatedException(features.sms.name);
  }
  return undefined;
}
