import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { StackArtifact } from '../template/assembly';
import type { Value } from '../template/value';
import { systemClock, type Clock } from './clock';
import { makeUsers } from './make-users';
import { issuerOf, type Pool } from './pool';
import { systemRandomness, type Randomness } from './randomness';
import { readStacks } from './read-stacks';
import type { Outcome } from './server/api';
import { createHttpServer } from './server/http-server';
import { ListenError } from './server/listen-error';
import { LocalService } from './service';
import type { NotSimulated } from './settings/findings';
import type { PoolSettings, TriggerName } from './settings/pool-settings';
import { KmsKeys } from './stand-ins/kms-key';
import { standInEndpoints } from './stand-ins/routes';
import { Inbox } from './state/inbox';
import { makeSigningKeys, type SigningKeys } from './tokens/signing-keys';
import { WorkerRuntime } from './triggers/worker-runtime';

export interface LocalPoolsOptions {
  /** Stacks of the cloud assembly with user pools, nested ones included; none for a start without any pool. */
  readonly stacks: readonly StackArtifact[];
  /** Further stacks of the assembly, which may hold clients, groups or triggers of these pools in the same stage. */
  readonly neighbours?: readonly StackArtifact[];
  /** 0 takes a free one. */
  readonly port: number;
  /** Hosts other than loopback that requests may name in their Host header. */
  readonly allowedHosts?: readonly string[];
  /** What the Secrets Manager stand-in answers, by secret name. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Environment variables that replace a trigger function's own, by trigger. */
  readonly triggerEnvironment?: Readonly<Partial<Record<TriggerName, Readonly<Record<string, string>>>>>;
  /** How long a trigger may take; default 5,000 as on the service. */
  readonly triggerLimitMilliseconds?: number;
  /** Keys to sign tokens with; new ones are made otherwise. */
  readonly signingKeys?: Promise<SigningKeys> | undefined;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** One line for each request and for each line that a trigger prints. */
  readonly log: (line: string) => void;
}

export interface LocalPoolOptions extends Omit<LocalPoolsOptions, 'stacks'> {
  /** The stack that holds the user pool. */
  readonly stack: StackArtifact;
  /** Path of the pool, where the stack has several. */
  readonly path?: string;
}

/** A user pool of a stack, as it runs on this machine. */
export interface StackPool {
  /** The stack at the top that holds the pool, itself or in a nested stack. */
  readonly stack: StackArtifact;
  /** Path of the stack that declares the pool, and its logical id there: `dev/auth/UserPool`. */
  readonly path: string;
  readonly pool: Pool;
  /** The outputs of the stack, as a deployment would give them, with local values. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly notSimulated: readonly NotSimulated[];
}

/** User pools that run on this machine, in one process. */
export interface LocalPools {
  /** For instance http://localhost:9229: the endpoint for SDKs. */
  readonly origin: string;
  /** In the order of the stacks and their templates. Further ones come and go by CreateUserPool and DeleteUserPool. */
  readonly pools: readonly StackPool[];
  readonly inbox: Inbox;
  /** Stops listening and ends every trigger function; nothing is left behind. */
  close(): Promise<void>;
}

/** One user pool that runs on this machine. */
export interface LocalPool extends StackPool, Omit<LocalPools, 'pools'> {}

/** Starts the user pools of one stack and gives the one that is asked for. @throws as {@link startLocalPools} */
export async function startLocalPool({ stack, path, ...options }: LocalPoolOptions): Promise<LocalPool> {
  const { pools, ...local } = await startLocalPools({ ...options, stacks: [stack] });
  const [served, ...others] = pools.filter((pool) => path === undefined || pool.path === path);
  if (served !== undefined && others.length === 0) return { ...served, ...local };
  await local.close();
  throw new TypeError(`expected one of ${pools.map((pool) => pool.path).join(', ')}`);
}

/**
 * Starts the user pools that templates describe.
 * @throws SettingsError when a template holds what cannot be run as it would be deployed, ListenError when the port is
 * taken. Nothing runs on after either.
 */
export async function startLocalPools(options: LocalPoolsOptions): Promise<LocalPools> {
  const { clock = systemClock, randomness = systemRandomness, log } = options;
  const inbox = new Inbox(clock);
  const kmsKeys = new KmsKeys(randomness);
  let service: LocalService | undefined;
  const server = createHttpServer({
    allowedHosts: options.allowedHosts ?? [],
    randomness,
    inbox,
    kmsKeys,
    secrets: new Map(Object.entries(options.secrets ?? {})),
    service: () => service ?? notYet(),
    log: (outcome, status) => {
      for (const line of linesOf(outcome, status)) log(line);
    },
  });
  // The issuer, which the template's outputs name, holds the port.
  const origin = `http://localhost:${await listen(server, options.port)}`;
  const lambda = new WorkerRuntime({
    randomness,
    log,
    endpoints: () => ({ cognito: origin, ...standInEndpoints(origin) }),
    ...(options.triggerLimitMilliseconds !== undefined && { timeLimitMilliseconds: options.triggerLimitMilliseconds }),
  });
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await Promise.all([closed, lambda.close()]);
  };
  try {
    const { signingKeys, triggerEnvironment = {} } = options;
    const running = new LocalService({
      clock,
      randomness,
      lambda,
      inbox,
      kmsKeys,
      log,
      origin,
      makeKeys: () => signingKeys ?? makeSigningKeys(),
    });
    service = running;
    // All of them are read before the first one runs.
    const read = readStacks(
      { stacks: options.stacks, neighbours: options.neighbours ?? [] },
      {
        poolId: (region) => running.makeIdentity(region).poolId,
        clientId: () => running.makeClientId(),
        issuerOf: (poolId) => issuerOf(origin, poolId),
      },
    );
    const pools = read.map(({ identity, settings, parts, root, path, outputs, notSimulated }) => ({
      stack: root.artifact,
      path,
      pool: running.createPool(identity, withEnvironment(settings, triggerEnvironment), parts),
      outputs,
      notSimulated,
    }));
    for (const { identity, parts } of read) await makeUsers(running, identity.poolId, parts);
    return { origin, pools, inbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function withEnvironment(
  settings: PoolSettings,
  replacements: NonNullable<LocalPoolOptions['triggerEnvironment']>,
): PoolSettings {
  const given = new Map(Object.entries(replacements));
  const triggers = Object.entries(settings.triggers).map(([name, trigger]) => {
    const environment = { ...trigger.environment, ...given.get(name) };
    return [name, { ...trigger, environment }] as const;
  });
  return { ...settings, triggers: Object.fromEntries(triggers) };
}

/** Whoever listens is told of the pools before the first request is read. */
function notYet(): never {
  throw new TypeError('a request came before the pools were there');
}

/** A request as the log shows it: what was called and how it ended, nothing of what was sent. */
function linesOf({ operation, error }: Outcome, status: number): readonly string[] {
  if (error === undefined) return [`${operation} ${status}`];
  return [`${operation} ${status} ${error.type}`, ...(error.detail === undefined ? [] : [error.detail])];
}

/** Loopback only, always: the pool holds working credentials. */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new ListenError(port, error);
  }
  return (server.address() as AddressInfo).port;
}
