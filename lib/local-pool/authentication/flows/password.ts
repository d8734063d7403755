import { continueSignIn } from '../continue-sign-in';
import { requireParameter } from '../parameters';
import { provePassword } from '../prove-password';
import type { SignInReply } from '../reply';
import { requireSecretHash } from '../secret-hash';
import { nothingSettled, type Settled } from '../sign-in';
import type { Flow, FlowRequest } from './flow';

/** USER_PASSWORD_AUTH: the app sends the password (InitiateAuth only). */
export const userPasswordAuth: Flow = {
  allowedBy: 'ALLOW_USER_PASSWORD_AUTH',
  refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
  through: 'InitiateAuth',
  begin: (request) => signInWithPassword(request),
};

/** ADMIN_USER_PASSWORD_AUTH: a back end with AWS credentials sends the password (AdminInitiateAuth only). */
export const adminUserPasswordAuth: Flow = {
  allowedBy: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
  refusal: 'Auth flow not enabled for this client',
  through: 'AdminInitiateAuth',
  begin: (request) => signInWithPassword(request),
};

/** Also PASSWORD of USER_AUTH, and the sign-in page of managed login, whose sign-in ends in something else. */
export async function signInWithPassword(
  { pool, client, parameters, clientMetadata }: FlowRequest,
  endsIn?: Settled['endsIn'],
): Promise<SignInReply> {
  const name = requireParameter(parameters, 'USERNAME');
  const password = requireParameter(parameters, 'PASSWORD');
  requireSecretHash(client, name, parameters['SECRET_HASH']);
  const user = await provePassword({ pool, client, name, password, validationData: clientMetadata });
  return continueSignIn({
    pool,
    client,
    user,
    ...nothingSettled(parameters['DEVICE_KEY']),
    endsIn,
    clientMetadata: {},
  });
}
