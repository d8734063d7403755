import { requirePasswordUsable } from '../authentication/first-factor';
import { presentedDevice } from '../authentication/presented-device';
import { simulatePassword } from '../authentication/simulated-user';
import type { PasswordRecord } from '../passwords/password-record';
import type { Pool } from '../pool';
import type { User } from '../state/user';
import { beginExchange, verifierOf } from '../srp/exchange';
import type { Challenge } from './challenge';
import { exchangeParameters, isProved, requireSecretBlock, requireSrpStart, type SrpSecret } from './srp-claim';

/** PASSWORD_VERIFIER: a claim that only who knows the password can sign (SRP-6a). */
export const passwordVerifier: Challenge = {
  name: 'PASSWORD_VERIFIER',
  provesFirstFactor: true,
  handle: requireSecretBlock,

  offer(attempt) {
    const { pool, user } = attempt;
    const { A, answeredBy } = requireSrpStart(attempt);
    const password = user.password ?? simulatePassword(pool, user.username);
    const exchange = beginExchange(A, verifierOfPassword(password), pool.randomness);
    return {
      parameters: {
        USERNAME: user.username,
        USER_ID_FOR_SRP: user.username,
        ...exchangeParameters(password.salt, exchange),
      },
      memory: { exchange },
      ...(answeredBy === 'secret-block' && { handle: exchange.secretBlock, withoutSession: true }),
    };
  },

  respond(attempt, responses, { memory }) {
    const { pool, user, nobody } = attempt;
    // Whoever claims for a name that nobody has is told the same as with a wrong password, missing responses included.
    const secret = nobody === undefined ? secretOf(pool, user) : undefined;
    const counted = nobody === undefined ? user.username : pool.users.keyOf(nobody);
    pool.failedPasswords.attempt(counted, () => isProved(pool, memory.exchange, secret, responses));
    requirePasswordUsable(pool, user);
    // Here and not later: clients answer the same challenge again, without the device key, when this refuses it.
    presentedDevice(attempt);
    return {};
  },
};

function secretOf({ poolName }: Pool, { username, password }: User): SrpSecret | undefined {
  return password && { verifier: verifierOfPassword(password), identity: { scope: poolName, name: username } };
}

function verifierOfPassword({ x }: PasswordRecord): bigint {
  return verifierOf(Buffer.from(x, 'hex'));
}
