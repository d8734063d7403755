import { continueSignIn } from '../continue-sign-in';
import { requireParameter } from '../parameters';
import { provePassword } from '../prove-password';
import type { AuthReply } from '../reply';
import { requireSecretHash } from '../secret-hash';
import { nothingSettled } from '../sign-in';
import type { Flow, FlowRequest } from './flow';

/** USER_PASSWORD_AUTH: the app sends the password (InitiateAuth only). */
export const userPasswordAuth: Flow = {
  allowedBy: 'ALLOW_USER_PASSWORD_AUTH',
  refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
  through: 'InitiateAuth',
  begin: signInWithPassword,
};

/** ADMIN_USER_PASSWORD_AUTH: a back end with AWS credentials sends the password (AdminInitiateAuth only). */
export const adminUserPasswordAuth: Flow = {
  allowedBy: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  refusal: 'Auth flow not enabled for this client',
  through: 'AdminInitiateAuth',
  begin: signInWithPassword,
};

/** Also PASSWORD of USER_AUTH. */
export async function signInWithPassword({
  pool,
  client,
  parameters,
  clientMetadata,
}: FlowRequest): Promise<AuthReply> {
  const name = requireParameter(parameters, 'USERNAME');
  const password = requireParameter(parameters, 'PASSWORD');
  requireSecretHash(client, name, parameters['SECRET_HASH']);
  const user = await provePassword({ pool, client, name, password, validationData: clientMetadata });
  return continueSignIn({
    pool,
    client,
    user,
    ...nothingSettled(parameters['DEVICE_KEY']),
    clientMetadata: {},
  });
}
