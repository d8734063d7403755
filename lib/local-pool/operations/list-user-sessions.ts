import type { ListUserSessionsResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requirePasswordInForce } from '../authentication/account-state';
import { listSessions } from '../describe/sessions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user's own sessions, at every client of the pool (API_ListUserSessions). */
export const listUserSessions = operation({
  name: 'ListUserSessions',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), NextToken: member.nextToken },
  async run(service, { AccessToken, NextToken }): Promise<Wire<ListUserSessionsResponse>> {
    const { pool, user, family } = await service.requireBearer(AccessToken);
    requirePasswordInForce(user);
    return listSessions(pool, user, NextToken, family.eventId);
  },
});
