import type { AdminListUserSessionsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { listSessions } from '../describe/sessions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** Any user's sessions, for an administrator (API_AdminListUserSessions). */
export const adminListUserSessions = operation({
  name: 'AdminListUserSessions',
  authorisation: 'signature',
  input: {
    NextToken: member.nextToken,
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  run(service, { NextToken, UserPoolId, Username }): Wire<AdminListUserSessionsResponse> {
    const pool = service.requirePool(UserPoolId);
    return listSessions(pool, pool.requireUser(Username), NextToken);
  },
});
