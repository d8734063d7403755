import type { AdminSetUserSettingsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { setSmsOption, settingsMembers } from '../mfa/sms-option';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Any user's SMS_MFA, in the older form (API_AdminSetUserSettings). */
export const adminSetUserSettings = operation({
  name: 'AdminSetUserSettings',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username), ...settingsMembers },
  run(service, { UserPoolId, Username, MFAOptions }): Wire<AdminSetUserSettingsResponse> {
    const pool = service.requirePool(UserPoolId);
    setSmsOption(pool, pool.requireUser(Username), { MFAOptions });
    return {};
  },
});
