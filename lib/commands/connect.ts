import {
  CognitoIdentityProviderClient,
  DescribeUserPoolClientCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClientConfig } from '@aws-sdk/client-cognito-identity-provider';
import type { ChosenClient } from '../sign-in/choose-client';
import { watchServiceClock } from '../sign-in/clock-offset';
import type { Inbox } from '../sign-in/inbox';
import { findUserPool } from '../sign-in/find-user-pool';
import type { DeclaredUserPool } from '../sign-in/find-user-pool';
import { placeOf, readPoolFacts } from '../sign-in/pool-facts';
import type { PoolFacts } from '../sign-in/pool-facts';
import type { Target } from '../sign-in/target';
import type { StackArtifact } from '../template/assembly';
import { resolveStack } from '../template/resolve';
import type { ResolvedStack } from '../template/resolve';
import { awsError } from './aws-error';
import { missingOutput, outputOf } from './stack-outputs';

/** The user pool that a journey is for, as its template tells. */
export interface Blueprint {
  /** The one at the top, in which the pool's own may be nested. */
  readonly stack: ResolvedStack;
  readonly pool: DeclaredUserPool;
  readonly facts: PoolFacts;
  /** The other stacks of the assembly, which may hold parts of the pool. */
  readonly neighbours: readonly StackArtifact[];
}

export interface PoolChoice {
  /** Path, logical id or name of the pool, where the stack has several. */
  readonly pool?: string | undefined;
  /** The stacks of the assembly. */
  readonly stacks?: readonly StackArtifact[];
}

/** @throws UnreadablePoolError, TemplateError */
export function readBlueprint(artifact: StackArtifact, { pool: name, stacks = [] }: PoolChoice = {}): Blueprint {
  const stack = resolveStack(artifact);
  const pool = findUserPool(stack, name);
  const neighbours = stacks.filter(({ path }) => path !== artifact.path);
  return { stack, pool, facts: readPoolFacts(stack, pool), neighbours };
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
  /** Where the messages of the pool arrive, if anybody reads them. */
  readonly inbox: Inbox | undefined;
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
export async function connect({ stack, pool, facts }: Blueprint, connection: Connection): Promise<ConnectedTarget> {
  const { outputs, endpoint, signal } = connection;
  const { client, flow } = connection.chosen;
  const output = (logicalId: string, attribute?: string): string | undefined =>
    outputOf(stack, outputs, { ...placeOf(pool, logicalId), attribute });
  const idOf = (logicalId: string): string | undefined => output(logicalId) ?? connection.idOf(logicalId);
  const requireId = (what: string, logicalId: string): string => idOf(logicalId) ?? missingOutput(stack, outputs, what);
  const userPoolId = requireId('the user pool', facts.logicalId);
  const issuer = output(facts.logicalId, 'ProviderURL') ?? connection.issuerOf(userPoolId);
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
        client: { ...client, flow, id, secret },
        otherClients: facts.clients.flatMap((other) => {
          const otherId = idOf(other.logicalId);
          return otherId === undefined || otherId === id ? [] : [{ ...other, id: otherId }];
        }),
        inbox: connection.inbox,
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
