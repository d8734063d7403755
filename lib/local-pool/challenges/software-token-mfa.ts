import { isStillAsked } from '../authentication/mfa-decision';
import { requireParameter } from '../authentication/parameters';
import { checkCode, spendStep } from '../mfa/software-token';
import {
  CodeMismatchException,
  ExpiredCodeException,
  NotAuthorizedException,
  SoftwareTokenMFANotFoundException,
} from '../wire/exceptions';
import type { Challenge } from './challenge';

/** SOFTWARE_TOKEN_MFA: a TOTP code of the registered authenticator. */
export const softwareTokenMfa: Challenge = {
  name: 'SOFTWARE_TOKEN_MFA',

  offer: ({ user }) => ({
    parameters: {
      USER_ID_FOR_SRP: user.username,
      ...(user.softwareToken?.friendlyDeviceName !== undefined && {
        FRIENDLY_DEVICE_NAME: user.softwareToken.friendlyDeviceName,
      }),
    },
  }),

  respond({ pool, user }, responses) {
    const code = requireParameter(responses, 'SOFTWARE_TOKEN_MFA_CODE');
    const token = user.softwareToken;
    if (token === undefined)
      throw new SoftwareTokenMFANotFoundException('Software Token MFA does not exist for the user.');
    if (!isStillAsked(pool.settings, user, 'SOFTWARE_TOKEN_MFA'))
      throw new NotAuthorizedException('Invalid session for the user.');
    const now = pool.clock.now();
    const check = checkCode(token.secret, code, now, token.spentSteps);
    switch (check.outcome) {
      case 'wrong':
        throw new CodeMismatchException('Invalid code received for user');
      case 'already-used':
        throw new ExpiredCodeException('Your software token has already been used once.');
      case 'accepted':
        pool.users.update(user.username, { softwareToken: spendStep(token, check.step, now) });
        return { secondFactorShown: true };
    }
  },
};
