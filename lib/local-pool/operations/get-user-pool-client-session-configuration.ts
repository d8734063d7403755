import type { GetUserPoolClientSessionConfigurationResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeClientSessions } from '../describe/session-configuration';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/** For how long a client reuses a session of managed login (API_GetUserPoolClientSessionConfiguration). */
export const getUserPoolClientSessionConfiguration = operation({
  name: 'GetUserPoolClientSessionConfiguration',
  authorisation: 'signature',
  input: { ClientId: required(member.clientId), UserPoolId: required(member.userPoolId) },
  run(service, { ClientId, UserPoolId }): Wire<GetUserPoolClientSessionConfigurationResponse> {
    const pool = service.requirePool(UserPoolId);
    return describeClientSessions(pool, pool.requireClient(ClientId).id);
  },
});
