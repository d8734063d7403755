import { readSrpChallenge } from './auth-answer';
import type { AuthOutput } from './auth-answer';
import { begin, beginOperation, respond, respondOperation } from './sign-in-calls';
import { srpHex } from './srp';
import { freshKeyPair, proof } from './srp-exchange';
import type { StepContext } from './step';
import type { Target } from './target';

/** What {@link showPassword} calls: SRP takes an answer of its own. */
export function showPasswordOperations(target: Target): readonly string[] {
  const { flow } = target.client;
  return flow === 'USER_SRP_AUTH' ? [beginOperation(target), respondOperation(target)] : [beginOperation(target)];
}

export interface ShownPassword {
  /** Of the confirmed device that signs in; undefined for a device that is not known. */
  readonly deviceKey?: string;
  /** Instead of the user's own. */
  readonly password?: string;
}

/**
 * Signs in as far as the password goes, by the flow of the client.
 *
 * @returns what the service wants next, or tokens
 * @throws ExpectationError when SRP is not answered as it should be
 */
export async function showPassword(
  context: StepContext,
  { deviceKey, password = context.user.password }: ShownPassword = {},
): Promise<AuthOutput> {
  const device = { ...(deviceKey !== undefined && { DEVICE_KEY: deviceKey }) };
  if (context.target.client.flow === 'USER_SRP_AUTH') return showBySrp(context, password, device);
  return begin({ PASSWORD: password, ...device }, context);
}

async function showBySrp(
  context: StepContext,
  password: string,
  device: Readonly<Record<string, string>>,
): Promise<AuthOutput> {
  const { target, user, secrets } = context;
  const keyPair = freshKeyPair(context);
  const output = await begin({ SRP_A: srpHex(keyPair.publicKey), ...device }, context);
  const challenge = readSrpChallenge(output, 'PASSWORD_VERIFIER', secrets);
  const username = output.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? user.signInName;
  const identity = { scope: poolName(target), name: username, password };
  return respond(
    { name: 'PASSWORD_VERIFIER', session: secrets.keep(output.Session), username },
    { ...proof(keyPair, identity, challenge, context), ...device },
    context,
  );
}

function poolName({ userPoolId }: Target): string {
  return userPoolId.slice(userPoolId.indexOf('_') + 1);
}
