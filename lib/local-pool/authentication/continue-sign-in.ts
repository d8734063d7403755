import { trackNewDevice } from '../state/device-tracking';
import { triggerAttributes } from '../state/user-attributes';
import type { Device, User } from '../state/user';
import { beginFamily, signTokens } from '../tokens/issue-tokens';
import { postAuthentication } from '../triggers/post-authentication';
import { NotAuthorizedException } from '../wire/exceptions';
import { requireEnabled } from './account-state';
import { askChallenge } from './ask-challenge';
import { decideSecondFactor } from './mfa-decision';
import { presentedDevice } from './presented-device';
import type { AuthReply } from './reply';
import type { Attempt } from './sign-in';

/**
 * What comes after a proved first factor or an answered challenge: a new password if one is due, the second factor, then
 * tokens. The body is the order in which the service decides.
 * @throws what a trigger's failure means, or see presentedDevice.
 */
export async function continueSignIn(attempt: Attempt): Promise<AuthReply> {
  const { pool } = attempt;
  const user = latest(attempt);
  const current: Attempt = { ...attempt, user };
  const device = presentedDevice(current);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return askChallenge('NEW_PASSWORD_REQUIRED', current);
  if (!current.secondFactorShown) {
    const factor = decideSecondFactor(pool.mfa, user);
    if (factor !== 'none') return askChallenge(factor, current);
  }
  return finish(current, device);
}

async function finish(attempt: Attempt, known: Device | undefined): Promise<AuthReply> {
  const { pool, client, user, clientMetadata } = attempt;
  const tracksDevices = pool.settings.deviceTracking !== undefined;
  await postAuthentication(
    { pool, clientId: client.id },
    {
      username: user.username,
      attributes: triggerAttributes(user),
      newDeviceUsed: tracksDevices && known === undefined,
      clientMetadata,
    },
  );
  const signedIn = latest(attempt);
  const device = tracksDevices ? (known ?? trackNewDevice(pool, signedIn)) : undefined;
  const family = beginFamily(pool, client, signedIn, device?.key);
  const source = attempt.choseNewPassword ? 'TokenGeneration_NewPasswordChallenge' : 'TokenGeneration_Authentication';
  const tokens = await signTokens(pool, client, signedIn, family, source, clientMetadata);
  latest(attempt);
  pool.families.add(family);
  return {
    ChallengeParameters: {},
    AuthenticationResult: {
      ...tokens,
      RefreshToken: family.refreshToken,
      ...(device !== undefined &&
        known === undefined && { NewDeviceMetadata: { DeviceKey: device.key, DeviceGroupKey: device.groupKey } }),
    },
  };
}

/**
 * The user as it stands after a trigger, which takes seconds and may itself change it (a group, an attribute).
 * @throws NotAuthorizedException when the user was deleted or disabled meanwhile: no token is given out then.
 */
function latest({ pool, user }: Attempt): User {
  const stored = pool.users.latest(user);
  if (stored === undefined) throw new NotAuthorizedException('Incorrect username or password.');
  requireEnabled(stored);
  return stored;
}
