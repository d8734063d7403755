import type { SetUserPoolClientSessionConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeClientSessions, requireSessionTier } from '../describe/session-configuration';
import { InvalidParameterException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { ssoSession } from '../wire/session-members';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * For how long a client reuses a session of managed login, which ends after an hour in any case
 * (API_SetUserPoolClientSessionConfiguration).
 */
export const setUserPoolClientSessionConfiguration = operation({
  name: 'SetUserPoolClientSessionConfiguration',
  authorisation: 'signature',
  input: {
    ClientId: required(member.clientId),
    SSOSession: required(ssoSession),
    UserPoolId: required(member.userPoolId),
  },
  run(service, { ClientId, SSOSession, UserPoolId }): Wire<SetUserPoolClientSessionConfigurationResponse> {
    const pool = service.requirePool(UserPoolId);
    requireSessionTier(pool);
    const { id } = pool.requireClient(ClientId);
    // The words are ours.
    if (!pool.sessionTracking.enabled)
      throw new InvalidParameterException('Session tracking is not enabled for the user pool.');
    pool.stored.ssoValidityMinutes.set(id, SSOSession.MaxValidityMinutes);
    return describeClientSessions(pool, id);
  },
});
