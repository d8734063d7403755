import type { SetUserSettingsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requirePasswordInForce } from '../authentication/account-state';
import { setSmsOption, settingsMembers } from '../mfa/sms-option';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user's own SMS_MFA, in the older form (API_SetUserSettings). */
export const setUserSettings = operation({
  name: 'SetUserSettings',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), ...settingsMembers },
  async run(service, { AccessToken, MFAOptions }): Promise<Wire<SetUserSettingsResponse>> {
    const { pool, user } = await service.requireBearer(AccessToken);
    requirePasswordInForce(user);
    setSmsOption(pool, user, { MFAOptions });
    return {};
  },
});
