import type { SetUserPoolSessionConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeSessionTracking, requireSessionTier } from '../describe/session-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { tokenSession } from '../wire/session-members';
import { oneOf, required } from '../wire/shape';
import { operation } from './operation';

/**
 * Switches the tracking of sessions on or off, as a whole. From then on every sign-in is a session; what is known of
 * sessions is dropped when it is off (API_SetUserPoolSessionConfiguration; developer guide, "Managing user sessions").
 */
export const setUserPoolSessionConfiguration = operation({
  name: 'SetUserPoolSessionConfiguration',
  authorisation: 'signature',
  input: {
    TokenSession: required(tokenSession),
    UserPoolId: required(member.userPoolId),
    UserSessionTracking: required(oneOf('ENABLED', 'DISABLED')),
  },
  run(service, request): Wire<SetUserPoolSessionConfigurationResponse> {
    const pool = service.requirePool(request.UserPoolId);
    requireSessionTier(pool);
    const enabled = request.UserSessionTracking === 'ENABLED';
    pool.sessionTracking = { enabled, maxPerUser: request.TokenSession.MaxPerUser };
    if (!enabled) pool.families.forgetSessions();
    return describeSessionTracking(pool);
  },
});
