import { InvalidParameterException } from '../wire/exceptions';
import type { Complaint, Findings } from './findings';
import type { FirstFactor, PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

const list = 'Policies.SignInPolicy.AllowedFirstAuthFactors';
const passkeysOfTwoFactors = 'MULTI_FACTOR_WITH_USER_VERIFICATION';

/** What may come first in USER_AUTH, without the combinations that the service refuses. */
export function readFirstFactors(
  read: PropertyReader<typeof userPoolProperties>,
  pool: Omit<FirstFactors, 'firstFactors' | 'declared'>,
  findings: Findings,
): readonly FirstFactor[] {
  const firstFactors = read.choices(`${list}[]`);
  const complaint = complaintAbout({ ...pool, firstFactors, declared: read.known() });
  if (complaint !== undefined) findings.stop(read.logicalId, list, complaint);
  return firstFactors;
}

/** @throws InvalidParameterException where the service refuses the first factors of a pool beside its MFA */
export function requireFirstFactors(pool: FirstFactors): void {
  const complaint = complaintAbout(pool);
  if (complaint !== undefined) throw new InvalidParameterException(complaint.words);
}

type FirstFactors = Pick<PoolSettings, 'firstFactors' | 'mfa' | 'sms' | 'declared'>;

/** With the words of the service (developer guide, "Authentication flows"; measured by cdkd and cdk-preflight, 2026). */
function complaintAbout(pool: FirstFactors): (Complaint & { readonly words: string }) | undefined {
  const { firstFactors: factors, mfa, sms, declared } = pool;
  if (!factors.includes('PASSWORD'))
    return {
      got: factors.join(', ') || 'an empty list',
      expected: 'PASSWORD among them',
      nextStep: 'Add PASSWORD: the service demands it.',
      words: 'Password should be configured as one of the allowed first auth factors.',
    };
  if (factors.includes('SMS_OTP') && sms === undefined)
    return {
      got: 'SMS_OTP without SmsConfiguration',
      expected: 'a role that sends text messages',
      nextStep: 'Write SmsConfiguration, or leave SMS_OTP out: the service refuses one without the other.',
      words: 'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
    };
  if (mfa.mode !== 'ON') return undefined;
  const codes = factors.filter((factor) => factor !== 'PASSWORD' && factor !== 'WEB_AUTHN');
  if (codes.length > 0)
    return {
      got: `${codes.join(', ')} with MfaConfiguration ON`,
      expected: 'PASSWORD where a second factor is required',
      nextStep: 'Write OPTIONAL, or leave them out: the service refuses both at once.',
      words: 'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
    };
  if (factors.includes('WEB_AUTHN') && declared?.['WebAuthnFactorConfiguration'] !== passkeysOfTwoFactors)
    return {
      got: 'WEB_AUTHN with MfaConfiguration ON',
      expected: `WebAuthnFactorConfiguration ${passkeysOfTwoFactors}`,
      nextStep: 'Write it, or OPTIONAL, or leave WEB_AUTHN out: the service refuses a passkey as the only factor then.',
      words: 'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.',
    };
  return undefined;
}
