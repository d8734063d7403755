import { incorrectCredentials } from '../authentication/first-factor';
import { presentedDevice } from '../authentication/presented-device';
import { deviceSecret } from '../devices/device-secret';
import { beginExchange } from '../srp/exchange';
import type { Challenge } from './challenge';
import { exchangeParameters, isProved, requireSecretBlock, requireSrpStart } from './srp-claim';

/** DEVICE_PASSWORD_VERIFIER: a claim that only the device which was confirmed can sign. */
export const devicePasswordVerifier: Challenge = {
  name: 'DEVICE_PASSWORD_VERIFIER',
  handle: requireSecretBlock,

  offer(attempt) {
    const { pool, user } = attempt;
    const { A } = requireSrpStart(attempt);
    const device = presentedDevice(attempt);
    const secret = device && deviceSecret(device);
    if (secret === undefined) throw incorrectCredentials();
    const exchange = beginExchange(A, secret.verifier, pool.randomness);
    return {
      parameters: {
        DEVICE_KEY: secret.identity.name,
        USERNAME: user.username,
        ...exchangeParameters(secret.salt, exchange),
      },
      memory: { exchange },
      handle: exchange.secretBlock,
    };
  },

  respond(attempt, responses, signIn) {
    const device = presentedDevice(attempt);
    // The exchange is with one device; the secret of another of the user's proves nothing in it.
    const secret = device?.key === signIn.deviceKey ? device && deviceSecret(device) : undefined;
    if (!isProved(attempt.pool, signIn.memory.exchange, secret, responses)) throw incorrectCredentials();
    return { provenDeviceKey: device?.key };
  },
};
