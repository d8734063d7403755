import { readClientValue } from '../../srp/client-value';
import { continueSignIn } from '../continue-sign-in';
import { noTrigger } from '../custom-auth';
import { admitAccount, admitNoAccount, incorrectCredentials } from '../first-factor';
import { requireParameter } from '../parameters';
import { requireSecretHash } from '../secret-hash';
import { nothingSettled } from '../sign-in';
import { simulateUser } from '../simulated-user';
import type { Flow, FlowRequest } from './flow';

/**
 * CUSTOM_AUTH: the pool's triggers define the challenges. With CHALLENGE_NAME SRP_A they may ask for the password first
 * (developer guide, "Custom authentication challenge Lambda triggers").
 */
export const customAuth: Flow = {
  allowedBy: 'ALLOW_CUSTOM_AUTH',
  refusal: 'CUSTOM_AUTH is not enabled for the client.',
  through: 'both',

  async begin(request) {
    const { pool, client, parameters, clientMetadata } = request;
    const name = requireParameter(parameters, 'USERNAME');
    requireSecretHash(client, name, parameters['SECRET_HASH']);
    if (pool.settings.triggers.DefineAuthChallenge === undefined) throw noTrigger();
    const srp = srpStart(request);
    const session = srp === undefined ? [] : [{ challengeName: 'SRP_A', challengeResult: true }];
    const attempt = {
      pool,
      client,
      ...nothingSettled(parameters['DEVICE_KEY']),
      clientMetadata: {},
      custom: { session },
      ...(srp !== undefined && { srp }),
    };
    const firstFactor = { pool, client, name, validationData: clientMetadata };
    const user = pool.users.find(name);
    if (user === undefined) {
      await admitNoAccount(firstFactor);
      return continueSignIn({ ...attempt, user: simulateUser(pool, name), nobody: name });
    }
    const admitted = await admitAccount(firstFactor, user);
    if (admitted === undefined) throw incorrectCredentials();
    return continueSignIn({ ...attempt, user: admitted });
  },
};

function srpStart({ parameters }: FlowRequest) {
  if (parameters['CHALLENGE_NAME'] !== 'SRP_A') return undefined;
  return { A: readClientValue(requireParameter(parameters, 'SRP_A')), answeredBy: 'session' } as const;
}
