import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type { ReadSecret } from './bearer-token';

/** Reads the text of a secret. Region, credentials and endpoint come from the environment of the function. */
export function secretReader(secretName: string): ReadSecret {
  const client = new SecretsManagerClient({ maxAttempts: 2 });
  return async (signal) => {
    const secret = await client.send(new GetSecretValueCommand({ SecretId: secretName }), { abortSignal: signal });
    return secret.SecretString;
  };
}
