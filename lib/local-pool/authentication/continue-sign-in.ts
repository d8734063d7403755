import { standsInForSecondFactor } from '../devices/second-factor';
import { isRemembered } from '../state/device-tracking';
import type { Device } from '../state/user';
import { InvalidParameterException } from '../wire/exceptions';
import { latestUser } from './account-state';
import { askChallenge } from './ask-challenge';
import { hasShownPassword, nextChallenge, type CustomAuth } from './custom-auth';
import { finishSignIn } from './finish-sign-in';
import { decideSecondFactor } from './mfa-decision';
import { presentedDevice } from './presented-device';
import type { SignInReply } from './reply';
import type { Attempt } from './sign-in';

/**
 * What comes after a proved first factor or an answered challenge: a new password if one is due, the second factor, then
 * tokens. The body is the order in which the service decides.
 * @throws what a trigger's failure means, or see presentedDevice.
 */
export async function continueSignIn(attempt: Attempt): Promise<SignInReply> {
  const { pool, custom } = attempt;
  if (attempt.nobody !== undefined && custom !== undefined) return continueCustom(attempt, custom);
  const user = latestUser(attempt);
  const current: Attempt = { ...attempt, user };
  if (custom !== undefined && !hasShownPassword(custom)) return continueCustom(current, custom);
  const device = presentedDevice(current);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return askChallenge('NEW_PASSWORD_REQUIRED', current);
  const { ask } = current.secondFactorShown ? ({ ask: 'nothing' } as const) : decideSecondFactor(pool.settings, user);
  // Who has no factor yet must register one all the same.
  if (ask === 'MFA_SETUP' || !standsInForSecondFactor(pool.settings.deviceTracking, device)) {
    if (ask === 'another factor')
      throw new InvalidParameterException(
        'Another factor must be set up: the only contact of the user is needed to recover the account.',
      );
    if (ask !== 'nothing') return askChallenge(ask, current);
  }
  if (device !== undefined && isRemembered(device) && current.provenDeviceKey !== device.key)
    return askChallenge('DEVICE_SRP_AUTH', current);
  return custom === undefined ? finishSignIn(current, device) : continueCustom(current, custom, device);
}

/** The next challenge that the pool's triggers define, or tokens. */
async function continueCustom(attempt: Attempt, custom: CustomAuth, device?: Device): Promise<SignInReply> {
  const next = await nextChallenge(attempt, custom);
  if (next !== undefined) return askChallenge(next, attempt);
  return finishSignIn({ ...attempt, user: latestUser(attempt) }, device);
}
