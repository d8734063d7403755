import type { User } from '../state/user';

interface MfaFields {
  readonly PreferredMfaSetting?: string;
  readonly UserMFASettingList?: readonly string[];
}

/** What GetUser and AdminGetUser say of a user's factors; both fields disappear when there is none. */
export function mfaFields({ mfa }: Pick<User, 'mfa'>): MfaFields {
  return {
    ...(mfa.preferred !== undefined && { PreferredMfaSetting: mfa.preferred }),
    ...(mfa.enabled.length > 0 && { UserMFASettingList: mfa.enabled }),
  };
}
