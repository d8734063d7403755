import { readSrpChallenge } from './auth-answer';
import type { AuthOutput } from './auth-answer';
import type { DeviceSecret } from './device-verifier';
import type { OpenChallenge } from './progress';
import { respond } from './sign-in-calls';
import { srpHex } from './srp';
import { freshKeyPair, proof } from './srp-exchange';
import type { StepContext } from './step';

/**
 * Answers DEVICE_SRP_AUTH, and DEVICE_PASSWORD_VERIFIER after it, with the secret of the device.
 *
 * @throws ExpectationError when the service does not answer as it should
 */
export async function showDevice(
  challenge: OpenChallenge,
  { groupKey, key, password }: DeviceSecret,
  context: StepContext,
): Promise<AuthOutput> {
  const { secrets } = context;
  const keyPair = freshKeyPair(context);
  const device = { DEVICE_KEY: key };
  const output = await respond(challenge, { SRP_A: srpHex(keyPair.publicKey), ...device }, context);
  const verifier = readSrpChallenge(output, 'DEVICE_PASSWORD_VERIFIER', secrets);
  const identity = { scope: groupKey, name: key, password };
  return respond(
    { name: 'DEVICE_PASSWORD_VERIFIER', session: secrets.keep(output.Session), username: challenge.username },
    { ...proof(keyPair, identity, verifier, context), ...device },
    context,
  );
}
