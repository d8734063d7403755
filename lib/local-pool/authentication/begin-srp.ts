import { readClientValue } from '../srp/client-value';
import { askChallenge } from './ask-challenge';
import { admitNobody, admitUser, incorrectCredentials } from './first-factor';
import type { FlowRequest } from './flows/flow';
import { requireParameter } from './parameters';
import type { AuthReply } from './reply';
import { requireSecretHash } from './secret-hash';
import { nothingSettled, type SrpStart } from './sign-in';
import { simulateUser } from './simulated-user';

/**
 * The password by SRP as first factor, up to its challenge: USER_SRP_AUTH, and a flow that asks for the password in the
 * same way. A user who is not there cannot be migrated, because no password is sent.
 * @throws the service's refusal; where the client masks user existence, an unknown user gets a challenge like any other.
 */
export async function beginSrp(request: FlowRequest, answeredBy: SrpStart['answeredBy']): Promise<AuthReply> {
  const { pool, client, parameters, clientMetadata } = request;
  const name = requireParameter(parameters, 'USERNAME');
  const srp = { A: readClientValue(requireParameter(parameters, 'SRP_A')), answeredBy };
  requireSecretHash(client, name, parameters['SECRET_HASH']);
  const attempt = { pool, client, ...nothingSettled(parameters['DEVICE_KEY']), clientMetadata: {}, srp };
  const firstFactor = { pool, client, name, validationData: clientMetadata };
  const user = pool.users.find(name);
  if (user === undefined) {
    await admitNobody(firstFactor);
    return askChallenge('PASSWORD_VERIFIER', { ...attempt, user: simulateUser(pool, name), nobody: name });
  }
  const admitted = await admitUser(firstFactor, user);
  if (admitted === undefined) throw incorrectCredentials();
  return askChallenge('PASSWORD_VERIFIER', { ...attempt, user: admitted });
}
