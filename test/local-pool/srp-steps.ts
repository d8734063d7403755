import { deviceVerifier } from '../../lib/sign-in/device-verifier';
import { privateKeyLength, proveBySrp, srpHex, srpKeyPair, type SrpIdentity } from '../../lib/sign-in/srp';
import { password, type BuiltPool } from './pool-builder';
import { answer, signIn, type SignInReply } from './sign-in-steps';

type Parameters = Readonly<Record<string, string>>;

/** One key pair for all exchanges, as a client may have; making it takes longer than the rest of a test. */
const pair = srpKeyPair(Buffer.alloc(privateKeyLength, 7));
export const SRP_A = srpHex(pair.publicKey);

/** A client of a built pool that may sign in in every way. */
export const srpClient = {
  explicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const;

/** USER_SRP_AUTH up to its challenge. */
export function startSrp(
  { call, client }: BuiltPool,
  name: string,
  parameters: Parameters = {},
  clientName = 'app',
): Promise<SignInReply> {
  return call('InitiateAuth', {
    ClientId: client(clientName).id,
    AuthFlow: 'USER_SRP_AUTH',
    AuthParameters: { USERNAME: name, SRP_A, ...parameters },
  });
}

/** The claim of an SRP challenge as a client that follows the protocol makes it. */
export function claim({ clock }: BuiltPool, { ChallengeParameters }: SignInReply, identity: SrpIdentity): Parameters {
  const { USERNAME = '', SALT = '', SRP_B = '', SECRET_BLOCK = '' } = ChallengeParameters ?? {};
  const challenge = { salt: SALT, publicKey: SRP_B, secretBlock: SECRET_BLOCK };
  return { USERNAME, ...proveBySrp(pair, identity, challenge, clock.now()) };
}

/** The claim of PASSWORD_VERIFIER, by default with the right password. */
export function passwordClaim(built: BuiltPool, challenge: SignInReply, typed = password): Parameters {
  const name = challenge.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '';
  return claim(built, challenge, { scope: built.pool.poolName, name, password: typed });
}

/** USER_SRP_AUTH with the right password; gives what follows PASSWORD_VERIFIER. */
export async function signInBySrp(built: BuiltPool, name: string, device: Parameters = {}): Promise<SignInReply> {
  const challenge = await startSrp(built, name, device);
  return answer(built, challenge, { ...passwordClaim(built, challenge), ...device });
}

export interface TestDevice {
  readonly DEVICE_KEY: string;
  readonly identity: SrpIdentity;
  readonly refreshToken: string;
  readonly accessToken: string;
}

/** Confirms the new device of a sign-in that has come to tokens. */
export async function confirmDevice(built: BuiltPool, { AuthenticationResult }: SignInReply): Promise<TestDevice> {
  const { DeviceKey = '', DeviceGroupKey = '' } = AuthenticationResult?.NewDeviceMetadata ?? {};
  const accessToken = AuthenticationResult?.AccessToken ?? '';
  const secret = { groupKey: DeviceGroupKey, key: DeviceKey, password: 'secret of the device' };
  await built.call('ConfirmDevice', {
    AccessToken: accessToken,
    DeviceKey,
    DeviceName: 'Laptop',
    // The first bit is set: a zero byte goes before it.
    DeviceSecretVerifierConfig: deviceVerifier(secret, Buffer.alloc(16, 0xfb)),
  });
  return {
    DEVICE_KEY: DeviceKey,
    identity: { scope: DeviceGroupKey, name: DeviceKey, password: secret.password },
    refreshToken: AuthenticationResult?.RefreshToken ?? '',
    accessToken,
  };
}

/** A confirmed device of a password sign-in without a second factor. */
export async function rememberDevice(built: BuiltPool, name: string): Promise<TestDevice> {
  return confirmDevice(built, await signIn(built, name));
}

/** DEVICE_SRP_AUTH; gives DEVICE_PASSWORD_VERIFIER. */
export function startDeviceSrp(
  built: BuiltPool,
  challenge: SignInReply,
  { DEVICE_KEY }: Pick<TestDevice, 'DEVICE_KEY'>,
): Promise<SignInReply> {
  const { USERNAME = '' } = challenge.ChallengeParameters ?? {};
  return answer(built, challenge, { USERNAME, DEVICE_KEY, SRP_A });
}

/** DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER with the device's secret; gives what follows them. */
export async function proveDevice(built: BuiltPool, challenge: SignInReply, device: TestDevice): Promise<SignInReply> {
  const verifier = await startDeviceSrp(built, challenge, device);
  return answer(built, verifier, { ...claim(built, verifier, device.identity), DEVICE_KEY: device.DEVICE_KEY });
}
