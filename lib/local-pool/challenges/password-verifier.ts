import { requirePasswordUsable } from '../authentication/first-factor';
import { presentedDevice } from '../authentication/presented-device';
import { simulatePassword } from '../authentication/simulated-user';
import type { PasswordRecord } from '../passwords/password-record';
import { beginExchange, verifierOf } from '../srp/exchange';
import type { Challenge } from './challenge';
import { exchangeParameters, isProved, requireSrpStart, secretBlockResponse } from './srp-claim';

/** PASSWORD_VERIFIER: a claim that only who knows the password can sign (SRP-6a). */
export const passwordVerifier: Challenge = {
  name: 'PASSWORD_VERIFIER',
  provesFirstFactor: true,
  handle: secretBlockResponse,

  offer(attempt) {
    const { pool, user } = attempt;
    const { A, answeredBy, nobody } = requireSrpStart(attempt);
    const password = user.password ?? simulatePassword(pool, user.username);
    const exchange = beginExchange(A, verifierOfPassword(password), pool.randomness);
    return {
      parameters: {
        USERNAME: user.username,
        USER_ID_FOR_SRP: user.username,
        ...exchangeParameters(password.salt, exchange),
      },
      memory: { exchange, ...(nobody !== undefined && { nobody }) },
      ...(answeredBy === 'secret-block' && { handle: exchange.secretBlock, withoutSession: true }),
    };
  },

  respond(attempt, responses, { memory }) {
    const { pool, user } = attempt;
    const secret = user.password && {
      verifier: verifierOfPassword(user.password),
      identity: { scope: pool.poolName, name: user.username },
    };
    pool.failedPasswords.attempt(user.username, () => isProved(pool, memory.exchange, secret, responses));
    requirePasswordUsable(pool, user);
    // Here and not later: clients answer the same challenge again, without the device key, when this refuses it.
    presentedDevice(attempt);
    return {};
  },
};

function verifierOfPassword({ x }: PasswordRecord): bigint {
  return verifierOf(Buffer.from(x, 'hex'));
}
