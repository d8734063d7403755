import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { Context } from 'aws-lambda';
import { randomBytes } from 'node:crypto';
import { failureLine } from '../failure-line';
import { writeLine } from '../log-line';
import { ClientSecrets } from './client-secrets';
import { read } from './environment';
import { stepOf, type RotationEvent } from './rotation-event';
import { rotate } from './rotate';
import { SecretVersions } from './secret-versions';

const settings = read(process.env);
/** A call that hangs must end before the function does. */
const patience = { maxAttempts: 3, requestHandler: { requestTimeout: 3000, throwOnRequestTimeout: true } };
const surroundings = {
  versions: new SecretVersions(new SecretsManagerClient(patience), settings.secretArn),
  clientSecrets: new ClientSecrets(new CognitoIdentityProviderClient(patience), settings),
  graceDays: settings.graceDays,
  now: () => new Date(),
  newSecret: () => randomBytes(32).toString('hex'),
};

/**
 * Rotates the secret of one app client: a second secret is added, applications are switched to it, and the first one is
 * ended when its grace period is over. What fails is tried again by Secrets Manager, or by tomorrow's invocation.
 */
export async function handler(event: RotationEvent, context: Pick<Context, 'awsRequestId'>): Promise<void> {
  const { awsRequestId: requestId } = context;
  const invocation = { step: event.Step, requestId, clientId: settings.clientId };
  try {
    const actions = await rotate(stepOf(event, settings), surroundings);
    writeLine({ event: 'client-secret-rotation', ...invocation, calls: actions.map(({ call }) => call) });
  } catch (error) {
    writeLine({ ...failureLine('ClientSecretRotation', requestId, error), event: 'rotation-failed', ...invocation });
    throw withoutCause(event.Step, requestId);
  }
}

/** Lambda would log a cause, and an error of a service may quote the secret that it was given. */
function withoutCause(step: string, requestId: string): Error {
  return new Error(`The step ${step} failed; the log has the reason under ${requestId}.`);
}
