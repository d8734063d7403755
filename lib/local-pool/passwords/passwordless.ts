import type { PoolSettings } from '../settings/pool-settings';
import { InvalidParameterException } from '../wire/exceptions';

/** Whether users of the pool may do without a password: a one-time password is a first factor then. */
export function allowsNoPassword({ firstFactors }: Pick<PoolSettings, 'firstFactors'>): boolean {
  return firstFactors.includes('EMAIL_OTP') || firstFactors.includes('SMS_OTP');
}

/** @throws InvalidParameterException, as for any member that must be there, where users need a password. */
export function requirePasswordlessPool(settings: Pick<PoolSettings, 'firstFactors'>, memberName: string): void {
  if (allowsNoPassword(settings)) return;
  throw new InvalidParameterException(
    `1 validation error detected: Value null at '${memberName}' failed to satisfy constraint: Member must not be null`,
  );
}
