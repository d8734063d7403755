import { standsInForSecondFactor } from '../devices/second-factor';
import { isRemembered, trackNewDevice } from '../state/device-tracking';
import { triggerAttributes } from '../state/user-attributes';
import type { Device, User } from '../state/user';
import { beginFamily, signTokens } from '../tokens/issue-tokens';
import type { TokenSource } from '../triggers/pre-token-generation';
import { postAuthentication } from '../triggers/post-authentication';
import { InvalidParameterException, NotAuthorizedException } from '../wire/exceptions';
import { requireEnabled } from './account-state';
import { askChallenge } from './ask-challenge';
import { hasShownPassword, nextChallenge, type CustomAuth } from './custom-auth';
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
  const { pool, custom } = attempt;
  if (attempt.nobody !== undefined && custom !== undefined) return continueCustom(attempt, custom);
  const user = latest(attempt);
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
  return custom === undefined ? finish(current, device) : continueCustom(current, custom, device);
}

/** The next challenge that the pool's triggers define, or tokens. */
async function continueCustom(attempt: Attempt, custom: CustomAuth, device?: Device): Promise<AuthReply> {
  const next = await nextChallenge(attempt, custom);
  if (next !== undefined) return askChallenge(next, attempt);
  return finish({ ...attempt, user: latest(attempt) }, device);
}

async function finish(attempt: Attempt, known: Device | undefined): Promise<AuthReply> {
  const { pool, client, user, clientMetadata, custom, passwordless } = attempt;
  // Nobody can confirm a device without a password: the service makes none then.
  const tracksDevices =
    pool.settings.deviceTracking !== undefined &&
    passwordless !== true &&
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
  const signedIn = latest(attempt);
  const device = tracksDevices ? (known ?? trackNewDevice(pool, signedIn)) : undefined;
  const family = beginFamily(pool, client, signedIn, {
    deviceKey: device?.key,
    secondFactorShown: attempt.secondFactorShown,
  });
  const tokens = await signTokens(pool, client, signedIn, family, sourceOf(attempt), clientMetadata);
  latest(attempt);
  if (known !== undefined) recordUse(attempt, known);
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
