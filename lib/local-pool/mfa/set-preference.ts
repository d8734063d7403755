import { contactIn } from '../messages/destination';
import type { Pool } from '../pool';
import { features } from '../settings/features';
import type { MfaFactor } from '../settings/pool-settings';
import type { MfaPreference, User } from '../state/user';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import { boolean, structure, type Input } from '../wire/shape';
import { addFactor, contactOf } from './message-factors';

const settings = structure({ Enabled: boolean(), PreferredMfa: boolean() });

/** The members that SetUserMFAPreference and its admin form share. An omitted block leaves its factor as it is. */
export const preferenceMembers = {
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
  WebAuthnMfaSettings: structure({ Enabled: boolean() }),
} as const;

const blocks = [
  ['SMSMfaSettings', 'SMS_MFA'],
  ['EmailMfaSettings', 'EMAIL_OTP'],
  ['SoftwareTokenMfaSettings', 'SOFTWARE_TOKEN_MFA'],
] as const;

interface Wish {
  readonly factor: MfaFactor;
  readonly enabled: boolean;
  readonly preferred: boolean;
}

/**
 * Switches a user's factors on or off and picks the preferred one (API_SetUserMFAPreference). A factor that becomes the
 * preferred one takes the place of another.
 * @throws InvalidParameterException for a factor that the user has not set up, or for an order that contradicts itself;
 * nothing is changed then.
 */
export function setPreference(pool: Pool, user: User, request: Input<typeof preferenceMembers>): void {
  if (request.WebAuthnMfaSettings?.Enabled === true)
    throw new NotSimulatedException(`The second factor ${features.passkeys.name}`);
  const wishes = blocks.flatMap(([block, factor]): readonly Wish[] => {
    const { [block]: wanted } = request;
    if (wanted === undefined) return [];
    return [{ factor, enabled: wanted.Enabled ?? false, preferred: wanted.PreferredMfa ?? false }];
  });
  for (const wish of wishes) requirePossible(pool, user, wish);
  if (wishes.filter(({ preferred }) => preferred).length > 1)
    throw new InvalidParameterException('Only one MFA method can be preferred');
  pool.users.update(user.username, ({ mfa }) => ({ mfa: wishes.reduce(apply, mfa) }));
}

/** @throws InvalidParameterException, see setPreference. */
export function requirePossible(pool: Pool, user: User, { factor, enabled, preferred }: Wish): void {
  if (preferred && !enabled) throw new InvalidParameterException(`${factor} cannot be preferred without being enabled`);
  if (enabled && !isSetUp(user, factor))
    throw new InvalidParameterException(`User does not have delivery config set to turn on ${factor}`);
  if (!enabled && pool.mfa.mode === 'ON' && user.mfa.enabled.includes(factor))
    throw new InvalidParameterException('MFA cannot be turned off for a user of a pool that requires it');
}

function isSetUp({ softwareToken, attributes }: User, factor: MfaFactor): boolean {
  if (factor === 'SOFTWARE_TOKEN_MFA') return softwareToken !== undefined;
  return contactIn(contactOf[factor], attributes) !== undefined;
}

function apply(current: MfaPreference, { factor, enabled, preferred }: Wish): MfaPreference {
  const { smsByOption = false, ...others } = withoutFactor(current, factor);
  return {
    enabled: enabled ? addFactor(others.enabled, factor) : others.enabled,
    preferred: preferred ? factor : others.preferred,
    smsByOption,
  };
}

/** The preference once a factor is switched off, however it was switched on. */
export function withoutFactor(current: MfaPreference, factor: MfaFactor): MfaPreference {
  return {
    enabled: current.enabled.filter((each) => each !== factor),
    preferred: current.preferred === factor ? undefined : current.preferred,
    smsByOption: factor !== 'SMS_MFA' && current.smsByOption === true,
  };
}
