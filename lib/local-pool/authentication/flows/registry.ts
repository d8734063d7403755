import type { AuthFlowType } from '@aws-sdk/client-cognito-identity-provider';
import type { Client } from '../../pool';
import { InvalidParameterException, NotSimulatedException } from '../../wire/exceptions';
import type { Flow } from './flow';
import { adminUserPasswordAuth, userPasswordAuth } from './password';
import { refreshTokenAuth } from './refresh';

/** Every flow of the service; undefined: it is left out, and a request for it is refused by its name. */
const flows: { readonly [Name in AuthFlowType]: Flow | undefined } = {
  USER_PASSWORD_AUTH: userPasswordAuth,
  ADMIN_USER_PASSWORD_AUTH: adminUserPasswordAuth,
  ADMIN_NO_SRP_AUTH: adminUserPasswordAuth,
  REFRESH_TOKEN_AUTH: refreshTokenAuth,
  REFRESH_TOKEN: refreshTokenAuth,
  USER_SRP_AUTH: undefined,
  CUSTOM_AUTH: undefined,
  USER_AUTH: undefined,
};

/**
 * The flow of that name, if the operation takes it and the client allows it.
 * @throws InvalidParameterException, or NotSimulatedException
 */
export function requireFlow(name: AuthFlowType, operation: 'InitiateAuth' | 'AdminInitiateAuth', client: Client): Flow {
  const flow = flows[name];
  if (flow === undefined) throw new NotSimulatedException(`The authentication flow ${name}`);
  if (flow.through !== 'both' && flow.through !== operation)
    throw new InvalidParameterException('Initiate Auth method not supported.');
  if (!client.explicitAuthFlows.includes(flow.allowedBy)) throw new InvalidParameterException(flow.refusal);
  return flow;
}
