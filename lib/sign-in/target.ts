import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { ClientFacts } from './client-facts';
import type { PoolFacts } from './pool-facts';
import type { ClientCredentials } from './secret-hash';

/**
 * The flow that shows the password: sent by a back end with AWS credentials, sent by the application itself, or proven by
 * SRP without being sent.
 */
export type PasswordFlow = 'ADMIN_USER_PASSWORD_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_SRP_AUTH';

/** The app client that signs in. */
export interface TargetClient extends ClientFacts, ClientCredentials {
  readonly passwordFlow: PasswordFlow;
}

/** A user pool to sign in to. Local or deployed: nothing but these values differs. */
export interface Target {
  readonly cognito: Pick<CognitoIdentityProviderClient, 'send'>;
  readonly userPoolId: string;
  /** `iss` of the tokens; their keys are below it. */
  readonly issuer: string;
  readonly pool: PoolFacts;
  readonly client: TargetClient;
  /** By how many milliseconds the service's clock is ahead of this machine's; undefined before the first answer. */
  clockOffset(): number | undefined;
}

/** Where the keys of the tokens are. */
export function jwksUri({ issuer }: Pick<Target, 'issuer'>): string {
  return `${issuer}/.well-known/jwks.json`;
}
