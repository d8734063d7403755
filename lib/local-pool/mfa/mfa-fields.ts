import type { MFAOptionType } from '@aws-sdk/client-cognito-identity-provider';
import type { User } from '../state/user';

interface MfaFields {
  readonly PreferredMfaSetting?: string;
  readonly UserMFASettingList?: readonly string[];
}

/** What GetUser and its kin say of a user's factors; both fields disappear when there is none. */
export function mfaFields({ mfa }: Pick<User, 'mfa'>): MfaFields {
  const listed = mfa.enabled.filter((factor) => factor !== 'SMS_MFA' || mfa.smsByOption !== true);
  return {
    ...(mfa.preferred !== undefined && { PreferredMfaSetting: mfa.preferred }),
    ...(listed.length > 0 && { UserMFASettingList: listed }),
  };
}

/** What SetUserSettings left: SMS_MFA as the user that has it is described (API_UserType, MFAOptions). */
export function mfaOptions({ mfa }: Pick<User, 'mfa'>): { readonly MFAOptions?: readonly MFAOptionType[] } {
  return mfa.smsByOption === true ? { MFAOptions: [{ AttributeName: 'phone_number', DeliveryMedium: 'SMS' }] } : {};
}
