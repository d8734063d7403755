import type { Pool } from '../pool';
import type { User } from '../state/user';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import { list, oneOf, required, structure, type Input } from '../wire/shape';
import { addFactor } from './message-factors';
import { requirePossible, withoutFactor } from './set-preference';

/** The member that SetUserSettings and its admin form share (MFAOptionType). */
export const settingsMembers = {
  MFAOptions: required(list(structure({ AttributeName: member.attributeName, DeliveryMedium: oneOf('SMS', 'EMAIL') }))),
} as const;

/**
 * Switches SMS_MFA on with the one option there is, and off with none, as enableMFA and disableMFA of
 * amazon-cognito-identity-js do (API_SetUserSettings). It is asked for at the sign-in like one that SetUserMFAPreference
 * switched on, and told as MFAOptions.
 * @throws InvalidParameterException for another option, and see setPreference; nothing is changed then.
 */
export function setSmsOption(pool: Pool, user: User, { MFAOptions }: Input<typeof settingsMembers>): void {
  if (!MFAOptions.every((option) => option.DeliveryMedium === 'SMS' && option.AttributeName === 'phone_number'))
    throw new InvalidParameterException('MFAOptions can only hold phone_number with the delivery medium SMS.');
  const enabled = MFAOptions.length > 0;
  requirePossible(pool, user, { factor: 'SMS_MFA', enabled, preferred: false });
  pool.users.update(user.username, ({ mfa }) => {
    const others = withoutFactor(mfa, 'SMS_MFA');
    if (!enabled) return { mfa: others };
    return { mfa: { ...others, enabled: addFactor(others.enabled, 'SMS_MFA'), smsByOption: true } };
  });
}
