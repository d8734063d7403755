import { challenges } from '../challenges/registry';
import { findDevice, trackNewDevice } from '../state/device-tracking';
import { triggerAttributes } from '../state/user-attributes';
import type { Device, User } from '../state/user';
import { beginFamily, signTokens } from '../tokens/issue-tokens';
import { postAuthentication } from '../triggers/post-authentication';
import { NotAuthorizedException, NotSimulatedException, ResourceNotFoundException } from '../wire/exceptions';
import { decideSecondFactor } from './mfa-decision';
import type { AuthReply } from './reply';
import type { Attempt, OfferedChallenge } from './sign-in';

/**
 * What comes after a proved first factor or an answered challenge: a new password if one is due, the second factor, then
 * tokens. The body is the order in which the service decides.
 * @throws what a trigger's failure means, or ResourceNotFoundException for a device that the user does not have.
 */
export async function continueSignIn(attempt: Attempt): Promise<AuthReply> {
  const { pool } = attempt;
  const user = pool.users.get(attempt.user.username);
  if (user === undefined) throw new NotAuthorizedException('Incorrect username or password.');
  const current: Attempt = { ...attempt, user };
  const device = presentedDevice(current);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return ask('NEW_PASSWORD_REQUIRED', current);
  if (device?.remembered === true)
    throw new NotSimulatedException('Signing in with a remembered device (DEVICE_SRP_AUTH)');
  if (!current.secondFactorShown) {
    const factor = decideSecondFactor(pool.mfa, user);
    if (factor !== 'none') return ask(factor, current);
  }
  return finish(current, device);
}

/** The device that the client says it signs in from; without device tracking the key means nothing. */
function presentedDevice({ pool, user, deviceKey }: Attempt): Device | undefined {
  if (pool.settings.deviceTracking === undefined || deviceKey === undefined) return undefined;
  const device = findDevice(user, deviceKey);
  if (device === undefined) throw new ResourceNotFoundException('Device does not exist.');
  return device;
}

function ask(challenge: OfferedChallenge, attempt: Attempt): AuthReply {
  const { pool, client, user, deviceKey, choseNewPassword } = attempt;
  const session = pool.sessions.issue(
    {
      clientId: client.id,
      username: user.username,
      challenge,
      deviceKey,
      choseNewPassword,
      softwareTokenVerified: false,
    },
    client.authSessionSeconds,
  );
  return {
    ChallengeName: challenge,
    Session: session,
    ChallengeParameters: challenges[challenge].offer(attempt),
  };
}

async function finish(attempt: Attempt, known: Device | undefined): Promise<AuthReply> {
  const { pool, client, user, clientMetadata } = attempt;
  await postAuthentication(
    { pool, clientId: client.id },
    {
      username: user.username,
      attributes: triggerAttributes(user),
      newDeviceUsed: known === undefined,
      clientMetadata,
    },
  );
  const device = pool.settings.deviceTracking === undefined ? undefined : (known ?? trackNewDevice(pool, user));
  const family = beginFamily(pool, client, user, device?.key);
  const source = attempt.choseNewPassword ? 'TokenGeneration_NewPasswordChallenge' : 'TokenGeneration_Authentication';
  const tokens = await signTokens(pool, client, latest(attempt), family, source, clientMetadata);
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

/** The user as it stands after a trigger, which may have changed it (a group, an attribute). */
function latest({ pool, user }: Attempt): User {
  const stored = pool.users.get(user.username);
  if (stored === undefined) throw new NotAuthorizedException('Incorrect username or password.');
  return stored;
}
