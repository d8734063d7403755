import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider';
import type { Client } from '../../pool';
import { InvalidParameterException } from '../../wire/exceptions';
import { userAuth } from './choice';
import { customAuth } from './custom';
import type { Flow } from './flow';
import { adminUserPasswordAuth, userPasswordAuth } from './password';
import { refreshTokenAuth } from './refresh';
import { userSrpAuth } from './srp';

/** Every flow of the service. */
const flows: { readonly [Name in AuthFlowType]: Flow } = {
  USER_PASSWORD_AUTH: userPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: adminUserPasswordAuth,
  ADMIN_NO_SRP_AUTH: adminUserPasswordAuth,
  REFRESH_TOKEN_AUTH: refreshTokenAuth,
  REFRESH_TOKEN: refreshTokenAuth,
  USER_SRP_AUTH: userSrpAuth,
  CUSTOM_AUTH: customAuth,
  USER_AUTH: userAuth,
};

/**
 * The flow of that name, if the operation takes it and the client allows it.
 * @throws InvalidParameterException
 */
export function requireFlow(name: AuthFlowType, operation: 'InitiateAuth' | 'AdminInitiateAuth', client: Client): Flow {
  const flow = flows[name];
  if (flow.through !== 'both' && flow.through !== operation)
    throw new InvalidParameterException('Initiate Auth method not supported.');
  if (!client.explicitAuthFlows.includes(flow.allowedBy)) throw new InvalidParameterException(flow.refusal);
  return flow;
}
