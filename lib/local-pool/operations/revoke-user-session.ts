import type { RevokeUserSessionResponse } from '@aws-sdk/client-cognito-identity-provider';
import { requirePasswordInForce } from '../authentication/account-state';
import { requireSession } from '../describe/sessions';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { sessionMembers } from '../wire/session-members';
import { required } from '../wire/shape';
import { operation } from './operation';

/** The signed-in user ends another session of the own: its tokens are revoked, and it is gone (API_RevokeUserSession). */
export const revokeUserSession = operation({
  name: 'RevokeUserSession',
  authorisation: 'access-token',
  input: { AccessToken: required(member.token), ...sessionMembers },
  async run(service, { AccessToken, SessionId }): Promise<Wire<RevokeUserSessionResponse>> {
    const { pool, user, family } = await service.requireBearer(AccessToken);
    requirePasswordInForce(user);
    const session = requireSession(pool, user, SessionId);
    // The words are ours.
    if (session.eventId === family.eventId)
      throw new InvalidParameterException('The session of the access token cannot be revoked with it.');
    pool.families.revoke(session);
    return {};
  },
});
