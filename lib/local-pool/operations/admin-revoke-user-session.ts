import type { AdminRevokeUserSessionResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requireSession } from '../describe/sessions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { sessionMembers } from '../wire/session-members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Ends a session of the user whom the request names, and of no other user (API_AdminRevokeUserSession). */
export const adminRevokeUserSession = operation({
  name: 'AdminRevokeUserSession',
  authorisation: 'signature',
  input: { ...sessionMembers, UserPoolId: required(member.userPoolId), Username: required(member.username) },
  run(service, { SessionId, UserPoolId, Username }): Wire<AdminRevokeUserSessionResponse> {
    const pool = service.requirePool(UserPoolId);
    pool.families.revoke(requireSession(pool, pool.requireUser(Username), SessionId));
    return {};
  },
});
