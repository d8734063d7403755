import { makeDevice } from '../state/device-tracking';
import { triggerAttributes } from '../state/user-attributes';
import type { Device } from '../state/user';
import { beginFamily, signTokens } from '../tokens/issue-tokens';
import { admitFamily } from '../tokens/session-tracking';
import type { TokenSource } from '../triggers/pre-token-generation';
import { postAuthentication } from '../triggers/post-authentication';
import { latestUser } from './account-state';
import { hasShownPassword } from './custom-auth';
import type { SignInReply } from './reply';
import type { Attempt } from './sign-in';

/**
 * The end of a sign-in of which nothing is asked any more: PostAuthentication, a device if none was presented, tokens. One
 * at the pages of managed login has no device (developer guide, "Working with user devices") and ends in who it is.
 * @param known the device that was presented, and has proved itself if it must.
 * @throws what a trigger's failure means, or see latestUser; no token is given out then.
 */
export async function finishSignIn(attempt: Attempt, known: Device | undefined): Promise<SignInReply> {
  const { pool, client, user, clientMetadata, custom, passwordless, secondFactorShown } = attempt;
  // Nobody can confirm a device without a password: the service makes none then.
  const tracksDevices =
    pool.settings.deviceTracking !== undefined &&
    passwordless === undefined &&
    attempt.endsIn === undefined &&
    (custom === undefined || hasShownPassword(custom));
  await postAuthentication(
    { pool, clientId: client.id },
    {
      username: user.username,
      attributes: triggerAttributes(user),
      newDeviceUsed: tracksDevices && known === undefined,
      clientMetadata,
    },
  );
  const signedIn = latestUser(attempt);
  if (attempt.endsIn === 'authorization') {
    const { username, sub } = signedIn;
    return {
      ChallengeParameters: {},
      authentication: { username, sub, authenticated: pool.clock.now(), secondFactorShown },
    };
  }
  const device = known ?? (tracksDevices ? trackNewDevice(attempt) : undefined);
  const family = beginFamily(pool, client, signedIn, {
    deviceKey: device?.key,
    secondFactorShown,
  });
  const tokens = await signTokens(pool, client, signedIn, family, { source: sourceOf(attempt), clientMetadata });
  latestUser(attempt);
  if (known !== undefined) recordUse(attempt, known);
  admitFamily(pool, family);
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
 * A device for a sign-in that presented none. Seen so on the service: where the second factor was answered under an alias,
 * the device is told and is not the user's; ConfirmDevice refuses it (amplify-js #4047 and #7615).
 */
function trackNewDevice({ pool, user, secondFactorUnderAlias }: Attempt): Device {
  const device = makeDevice(pool);
  if (secondFactorUnderAlias !== true)
    pool.users.update(user.username, ({ devices }) => ({ devices: [...devices, device] }));
  return device;
}

/** A remembered device that was proved beside the second factor stands in for it from now on. */
function recordUse({ pool, user, secondFactorShown, provenDeviceKey }: Attempt, device: Device): void {
  const trusted = device.standsInForSecondFactor || (secondFactorShown && provenDeviceKey === device.key);
  pool.users.updateDevice(user.username, device.key, {
    lastAuthenticated: pool.clock.now(),
    standsInForSecondFactor: trusted,
  });
}

/** Named after the last challenge that was met (developer guide, "Pre token generation Lambda trigger"). */
function sourceOf({ provenDeviceKey, choseNewPassword }: Attempt): TokenSource {
  if (provenDeviceKey !== undefined) return 'TokenGeneration_AuthenticateDevice';
  return choseNewPassword ? 'TokenGeneration_NewPasswordChallenge' : 'TokenGeneration_Authentication';
}
