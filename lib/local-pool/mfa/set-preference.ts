import type { Pool } from '../pool';
import type { User } from '../state/user';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import { boolean, structure, type Input } from '../wire/shape';

const settings = structure({ Enabled: boolean(), PreferredMfa: boolean() });

/** The members that SetUserMFAPreference and its admin form share. An omitted block leaves its factor as it is. */
export const preferenceMembers = {
  SMSMfaSettings: settings,
  SoftwareTokenMfaSettings: settings,
  EmailMfaSettings: settings,
  WebAuthnMfaSettings: structure({ Enabled: boolean() }),
} as const;

/**
 * Switches a user's factors on or off and picks the preferred one (API_SetUserMFAPreference).
 * @throws InvalidParameterException for a factor that the user has not set up, or for an order that contradicts itself.
 */
export function setPreference(pool: Pool, user: User, request: Input<typeof preferenceMembers>): void {
  for (const [block, factor] of unsimulated)
    if (request[block]?.Enabled === true) throw new NotSimulatedException(`The second factor ${factor}`);
  const { SoftwareTokenMfaSettings: wanted } = request;
  if (wanted === undefined) return;
  const enabled = wanted.Enabled ?? false;
  const preferred = wanted.PreferredMfa ?? false;
  if (preferred && !enabled)
    throw new InvalidParameterException('SOFTWARE_TOKEN_MFA cannot be preferred without being enabled');
  if (enabled && user.softwareToken === undefined)
    throw new InvalidParameterException('User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA');
  if (!enabled && pool.mfa.mode === 'ON' && user.mfa.enabled.includes('SOFTWARE_TOKEN_MFA'))
    throw new InvalidParameterException('MFA cannot be turned off for a user of a pool that requires it');
  pool.users.update(user.username, {
    mfa: {
      enabled: enabled ? ['SOFTWARE_TOKEN_MFA'] : [],
      preferred: preferred ? 'SOFTWARE_TOKEN_MFA' : undefined,
    },
  });
}

const unsimulated = [
  ['SMSMfaSettings', 'SMS_MFA'],
  ['EmailMfaSettings', 'EMAIL_OTP'],
  ['WebAuthnMfaSettings', 'WEB_AUTHN'],
] as const;
