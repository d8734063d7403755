import { preferenceMembers, setPreference } from '../mfa/set-preference';
import * as member from '../wire/members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Any user's second factors, for an administrator (API_AdminSetUserMFAPreference). */
export const adminSetUserMfaPreference = operation({
  name: 'AdminSetUserMFAPreference',
  authorisation: 'signature',
  input: { UserPoolId: required(member.userPoolId), Username: required(member.username), ...preferenceMembers },
  run(service, { UserPoolId, Username, ...preference }) {
    const pool = service.requirePool(UserPoolId);
    setPreference(pool, pool.requireUser(Username), preference);
    return {};
  },
});
