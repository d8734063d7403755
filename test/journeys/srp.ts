import {
  ConfirmDeviceCommand,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type AuthenticationResultType,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { deviceVerifier } from '../../lib/sign-in/device-verifier';
import { privateKeyLength, proveBySrp, srpHex, srpKeyPair, type SrpIdentity } from '../../lib/sign-in/srp';
import type { Journey } from './journey';
import { password } from './people';

const pair = srpKeyPair(Buffer.alloc(privateKeyLength, 9));

type Responses = Readonly<Record<string, string>>;

/** An answer at the browser client, which has no secret. */
export function answer(
  { cognito, client }: Journey,
  { ChallengeName, Session }: InitiateAuthCommandOutput,
  ChallengeResponses: Responses,
): Promise<InitiateAuthCommandOutput> {
  const { ClientId } = client('web');
  return cognito.send(new RespondToAuthChallengeCommand({ ClientId, ChallengeName, Session, ChallengeResponses }));
}

function claim(
  { clock }: Journey,
  { ChallengeParameters }: InitiateAuthCommandOutput,
  identity: SrpIdentity,
): Responses {
  const { USERNAME = '', SALT = '', SRP_B = '', SECRET_BLOCK = '' } = ChallengeParameters ?? {};
  const challenge = { salt: SALT, publicKey: SRP_B, secretBlock: SECRET_BLOCK };
  return { USERNAME, ...proveBySrp(pair, identity, challenge, clock.now()) };
}

/** A sign-in of the browser client by SRP; gives what follows PASSWORD_VERIFIER. */
export async function signInBySrp(
  journey: Journey,
  email: string,
  device: Responses = {},
  typed = password,
): Promise<InitiateAuthCommandOutput> {
  const { cognito, client } = journey;
  const challenge = await cognito.send(
    new InitiateAuthCommand({
      ClientId: client('web').ClientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: email, SRP_A: srpHex(pair.publicKey), ...device },
    }),
  );
  return answerWithPassword(journey, challenge, typed, device);
}

/** The same as the first step of a custom sign-in. */
export async function beginCustomSignInBySrp(journey: Journey, email: string): Promise<InitiateAuthCommandOutput> {
  const { cognito, client } = journey;
  const challenge = await cognito.send(
    new InitiateAuthCommand({
      ClientId: client('web').ClientId,
      AuthFlow: 'CUSTOM_AUTH',
      AuthParameters: { USERNAME: email, CHALLENGE_NAME: 'SRP_A', SRP_A: srpHex(pair.publicKey) },
    }),
  );
  return answerWithPassword(journey, challenge, password);
}

function answerWithPassword(
  journey: Journey,
  challenge: InitiateAuthCommandOutput,
  typed: string,
  device: Responses = {},
): Promise<InitiateAuthCommandOutput> {
  const { UserPoolId } = journey;
  const name = challenge.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '';
  const identity = { scope: UserPoolId.slice(UserPoolId.indexOf('_') + 1), name, password: typed };
  return answer(journey, challenge, { ...claim(journey, challenge, identity), ...device });
}

export interface JourneyDevice {
  readonly DEVICE_KEY: string;
  readonly identity: SrpIdentity;
  readonly AccessToken: string;
  readonly RefreshToken: string;
}

/** Confirms the new device of a sign-in, and keeps its secret. */
export async function confirmDevice(
  { cognito }: Journey,
  tokens: AuthenticationResultType | undefined,
): Promise<JourneyDevice & { readonly UserConfirmationNecessary: boolean | undefined }> {
  const { DeviceKey = '', DeviceGroupKey = '' } = tokens?.NewDeviceMetadata ?? {};
  const secret = { groupKey: DeviceGroupKey, key: DeviceKey, password: 'secret of the device' };
  const AccessToken = tokens?.AccessToken ?? '';
  const { UserConfirmationNecessary } = await cognito.send(
    new ConfirmDeviceCommand({
      AccessToken,
      DeviceKey,
      DeviceName: 'Laptop',
      DeviceSecretVerifierConfig: deviceVerifier(secret, Buffer.alloc(16, 0xfb)),
    }),
  );
  return {
    DEVICE_KEY: DeviceKey,
    identity: { scope: DeviceGroupKey, name: DeviceKey, password: secret.password },
    AccessToken,
    RefreshToken: tokens?.RefreshToken ?? '',
    UserConfirmationNecessary,
  };
}

/** Answers DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER, by default with the device's own secret. */
export async function proveDevice(
  journey: Journey,
  challenge: InitiateAuthCommandOutput,
  { DEVICE_KEY, identity }: Pick<JourneyDevice, 'DEVICE_KEY' | 'identity'>,
): Promise<InitiateAuthCommandOutput> {
  const { USERNAME = '' } = challenge.ChallengeParameters ?? {};
  const verifier = await answer(journey, challenge, { USERNAME, DEVICE_KEY, SRP_A: srpHex(pair.publicKey) });
  expect(verifier.ChallengeName).toBe('DEVICE_PASSWORD_VERIFIER');
  return answer(journey, verifier, { ...claim(journey, verifier, identity), DEVICE_KEY });
}
