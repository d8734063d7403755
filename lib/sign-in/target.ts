import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import type { ClientFacts } from './client-facts';
import type { Inbox } from './inbox';
import type { PoolFacts } from './pool-facts';
import type { ClientCredentials } from './secret-hash';

/**
 * The flow that shows the password: sent by a back end with AWS credentials, sent by the application itself, or proven by
 * SRP without being sent.
 */
export type PasswordFlow = 'ADMIN_USER_PASSWORD_AUTH' | 'USER_PASSWORD_AUTH' | 'USER_SRP_AUTH';

/** The flow that begins a sign-in: one that shows the password, or that whose challenges the pool defines itself. */
export type SignInFlow = PasswordFlow | 'CUSTOM_AUTH';

/** What an app client does in a journey: it lets a user sign in, or gets a token of its own (RFC 6749 section 4.4). */
export type ClientFlow = SignInFlow | 'client_credentials';

/** The app client of the journey. */
export interface TargetClient extends ClientFacts, ClientCredentials {
  readonly flow: ClientFlow;
}

/** Another app client of the same pool. */
export interface OtherClient extends ClientFacts {
  readonly id: string;
}

/** A user pool to sign in to. Local or deployed: nothing but these values differs. */
export interface Target {
  readonly cognito: Pick<CognitoIdentityProviderClient, 'send'>;
  readonly userPoolId: string;
  /** `iss` of the tokens; their keys are below it. */
  readonly issuer: string;
  readonly pool: PoolFacts;
  readonly client: TargetClient;
  /** The others whose ids are known. */
  readonly otherClients: readonly OtherClient[];
  /** undefined: nobody reads the messages of the pool. */
  readonly inbox: Inbox | undefined;
  /** By how many milliseconds the service's clock is ahead of this machine's; undefined before the first answer. */
  clockOffset(): number | undefined;
}

/** Where the keys of the tokens are. */
export function jwksUri({ issuer }: Pick<Target, 'issuer'>): string {
  return `${issuer}/.well-known/jwks.json`;
}
