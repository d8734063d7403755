import { preferenceMembers, setPreference } from '../mfa/set-preference';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user's own second factors (API_SetUserMFAPreference). */
export const setUserMfaPreference = operation({
  name: 'SetUserMFAPreference',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), ...preferenceMembers },
  async run(service, { AccessToken, ...preference }) {
    const { pool, user } = await service.requireBearer(AccessToken);
    setPreference(pool, user, preference);
    return {};
  },
});
