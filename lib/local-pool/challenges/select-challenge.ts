import { availableChallenges, type FirstChallenge } from '../authentication/available-challenges';
import { incorrectCredentials, requirePasswordUsable } from '../authentication/first-factor';
import { requireParameter } from '../authentication/parameters';
import type { Attempt } from '../authentication/sign-in';
import { hasPassword } from '../passwords/set-password';
import { features } from '../settings/features';
import { readClientValue } from '../srp/client-value';
import { InvalidParameterException, NotSimulatedException } from '../wire/exceptions';
import type { Challenge, Progress, Responses } from './challenge';

/** SELECT_CHALLENGE: the user picks how to sign in; the answer brings what that challenge begins with. */
export const selectChallenge: Challenge = {
  name: 'SELECT_CHALLENGE',
  provesFirstFactor: true,

  offer: (attempt) => ({ parameters: {}, availableChallenges: offered(attempt) }),

  respond(attempt, responses) {
    const answer = requireParameter(responses, 'ANSWER');
    if (answer === 'WEB_AUTHN') throw new NotSimulatedException(features.passkeys.name);
    const chosen = offered(attempt).find((challenge) => challenge === answer);
    switch (chosen) {
      case 'PASSWORD':
        return provePassword(attempt, responses);
      case 'PASSWORD_SRP':
        return { next: 'PASSWORD_VERIFIER', srp: srpStart(responses) };
      case 'EMAIL_OTP':
      case 'SMS_OTP':
        return { next: chosen, passwordless: 'asked' };
      case undefined:
        throw new InvalidParameterException(`${answer} is not a challenge that the user can select`);
    }
  },
};

function offered({ pool, user, nobody }: Attempt): readonly FirstChallenge[] {
  return availableChallenges(pool.settings, nobody === undefined ? user : undefined);
}

function provePassword({ pool, user, nobody }: Attempt, responses: Responses): Progress {
  const password = requireParameter(responses, 'PASSWORD');
  if (nobody !== undefined) return pool.failedPasswords.refuse(pool.users.keyOf(nobody));
  const current = pool.users.latest(user);
  if (current === undefined) throw incorrectCredentials();
  pool.failedPasswords.attempt(current.username, () => hasPassword(pool, current, password));
  requirePasswordUsable(pool, current);
  return {};
}

function srpStart(responses: Responses) {
  return { A: readClientValue(requireParameter(responses, 'SRP_A')), answeredBy: 'session' } as const;
}
