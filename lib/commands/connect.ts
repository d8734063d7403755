import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import type { ChosenClient } from '../sign-in/choose-client';
import { watchServiceClock } from '../sign-in/clock-offset';
import { readPoolFacts } from '../sign-in/pool-facts';
import type { PoolFacts } from '../sign-in/pool-facts';
import type { Target } from '../sign-in/target';
import type { StackArtifact } from '../template/assembly';
import { resolveStack } from '../template/resolve';
import type { ResolvedStack } from '../template/resolve';
import { awsError } from './aws-error';
import { missingOutput, outputOf } from './stack-outputs';

/** The user pool that a journey is for, as its template tells. */
export interface Blueprint {
  readonly stack: ResolvedStack;
  readonly facts: PoolFacts;
}

/** @throws UnreadablePoolError, TemplateError */
export function readBlueprint(artifact: StackArtifact): Blueprint {
  const stack = resolveStack(artifact);
  return { stack, facts: readPoolFacts(stack) };
}

export interface Connection {
  /** The outputs of the stack where it runs, by name. */
  readonly outputs: ReadonlyMap<string, unknown>;
  /** The id of a resource that no output tells, where the target knows it. */
  readonly idOf: (logicalId: string) => string | undefined;
  /** The issuer of a pool, where no output tells it. */
  readonly issuerOf: (userPoolId: string) => string;
  readonly cognito: CognitoIdentityProviderClientConfig;
  /** The endpoint, for messages. */
  readonly endpoint: string;
  readonly chosen: ChosenClient;
  readonly signal?: AbortSignal | undefined;
}

export interface ConnectedTarget {
  readonly target: Target;
  readonly disconnect: () => void;
}

/**
 * Finds the pool and its app client through the outputs of the stack, and asks for the client's secret: on this machine and
 * on AWS in the same way.
 *
 * @throws MissingOutputError, or a TargetError that says why the pool does not answer
 */
export async function connect({ stack, facts }: Blueprint, connection: Connection): Promise<ConnectedTarget> {
  const { outputs, endpoint, signal } = connection;
  const { client, passwordFlow } = connection.chosen;
  const requireId = (what: string, logicalId: string): string =>
    outputOf(stack, outputs, logicalId) ?? connection.idOf(logicalId) ?? missingOutput(stack, outputs, what);
  const userPoolId = requireId('the user pool', facts.logicalId);
  const issuer = outputOf(stack, outputs, facts.logicalId, 'ProviderURL') ?? connection.issuerOf(userPoolId);
  const id = requireId(`the app client ${client.name}`, client.logicalId);

  const cognito = new CognitoIdentityProviderClient(connection.cognito);
  const clockOffset = watchServiceClock(cognito, Date.now);
  const disconnect = (): void => cognito.destroy();
  try {
    const { UserPoolClient: described } = await cognito.send(
      new DescribeUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: id }),
      { ...(signal && { abortSignal: signal }) },
    );
    const secret = described?.ClientSecret;
    return {
      target: {
        cognito,
        userPoolId,
        issuer,
        pool: facts,
        client: { ...client, passwordFlow, id, secret },
        clockOffset,
      },
      disconnect,
    };
  } catch (error) {
    disconnect();
    if (signal?.aborted === true) throw error;
    throw awsError(error, { service: 'Amazon Cognito', operation: 'DescribeUserPoolClient', endpoint });
  }
}
