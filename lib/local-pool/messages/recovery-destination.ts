import type { Pool } from '../pool';
import type { MfaFactor, RecoveryMechanism, VerifiableAttribute } from '../settings/pool-settings';
import type { User } from '../state/user';
import { NotAuthorizedException } from '../wire/exceptions';
import { contactIn, type Destination } from './destination';

/** What the service does when AccountRecoverySetting is absent. */
const defaultMechanisms: readonly RecoveryMechanism[] = ['verified_phone_number', 'verified_email'];

/** The contact of each mechanism, and the second factor that uses the same. */
const contacts = {
  verified_email: { attribute: 'email', factor: 'EMAIL_OTP' },
  verified_phone_number: { attribute: 'phone_number', factor: 'SMS_MFA' },
} as const satisfies Partial<
  Record<RecoveryMechanism, { readonly attribute: VerifiableAttribute; readonly factor: MfaFactor }>
>;

/** @throws NotAuthorizedException where users cannot recover their accounts themselves (`admin_only`). */
export function requireSelfRecovery(pool: Pool): void {
  if (pool.settings.accountRecovery.includes('admin_only'))
    throw new NotAuthorizedException('Contact administrator to reset password.');
}

/**
 * The verified contact that a password-reset code goes to, by the pool's order of mechanisms; undefined when there is
 * none that may take it. What is the second factor must not be the way around it: a user who prefers a code by message
 * does not recover through that medium, and with AccountRecoverySetting neither does any user of SMS_MFA by SMS
 * (API reference, AccountRecoverySettingType; developer guide, "Adding MFA to a user pool").
 */
export function recoveryDestination(
  pool: Pool,
  { attributes, mfa }: Pick<User, 'attributes' | 'mfa'>,
): Destination | undefined {
  const { accountRecovery } = pool.settings;
  const isSet = accountRecovery.length > 0;
  for (const mechanism of isSet ? accountRecovery : defaultMechanisms) {
    if (mechanism === 'admin_only') continue;
    const { attribute, factor } = contacts[mechanism];
    const isFactor = mfa.preferred === factor || (isSet && factor === 'SMS_MFA' && mfa.enabled.includes(factor));
    if (attributes[`${attribute}_verified`] === 'true' && !isFactor) return contactIn(attribute, attributes);
  }
  return undefined;
}
