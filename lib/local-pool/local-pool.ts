import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { StackArtifact } from '../template/assembly';
import { resolveStack } from '../template/resolve';
import type { Value } from '../template/value';
import { defaultRegion, noAccount } from './call';
import { systemClock, type Clock } from './clock';
import { issuerOf, type Pool, type PoolIdentity } from './pool';
import { systemRandomness, type Randomness } from './randomness';
import type { Outcome } from './server/api';
import { createHttpServer } from './server/http-server';
import { ListenError } from './server/listen-error';
import { LocalService } from './service';
import { localOutputs } from './settings/local-outputs';
import { clientLogicalIds, localValues } from './settings/local-values';
import type { NotSimulated } from './settings/findings';
import type { PoolSettings, TriggerName } from './settings/pool-settings';
import { readSettings, type ReadSettings } from './settings/read-settings';
import { SettingsError } from './settings/settings-error';
import { KmsKeys } from './stand-ins/kms-key';
import { standInEndpoints } from './stand-ins/routes';
import { Inbox } from './state/inbox';
import { makeSigningKeys, type SigningKeys } from './tokens/signing-keys';
import { WorkerRuntime } from './triggers/worker-runtime';

export interface LocalPoolsOptions {
  /** The stacks with a user pool each, from the cloud assembly; none for a start without any pool. */
  readonly stacks: readonly StackArtifact[];
  /** 0: any free port. */
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
  readonly signingKeys?: Promise<SigningKeys>;
  readonly clock?: Clock;
  readonly randomness?: Randomness;
  /** One line for each request and for each line that a trigger prints. */
  readonly log: (line: string) => void;
}

export interface LocalPoolOptions extends Omit<LocalPoolsOptions, 'stacks'> {
  /** The stack that holds the user pool. */
  readonly stack: StackArtifact;
}

/** The user pool of one stack, as it runs on this machine. */
export interface StackPool {
  readonly stack: StackArtifact;
  readonly pool: Pool;
  /** The outputs of the stack, as a deployment would give them, with local values. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly notSimulated: readonly NotSimulated[];
}

/** User pools that run on this machine, in one process. */
export interface LocalPools {
  /** For instance http://localhost:9229: the endpoint for SDKs. */
  readonly origin: string;
  /** In the order of the stacks. Further ones come and go by CreateUserPool and DeleteUserPool. */
  readonly pools: readonly StackPool[];
  readonly inbox: Inbox;
  /** Stops listening and ends every trigger function; nothing is left behind. */
  close(): Promise<void>;
}

/** One user pool that runs on this machine. */
export interface LocalPool extends StackPool, Omit<LocalPools, 'pools'> {}

/** Starts the user pool of one stack. @throws as {@link startLocalPools} */
export async function startLocalPool({ stack, ...options }: LocalPoolOptions): Promise<LocalPool> {
  const { pools, ...local } = await startLocalPools({ ...options, stacks: [stack] });
  const [served] = pools;
  if (served === undefined) throw new TypeError('a stack was given and no pool was made');
  return { ...served, ...local };
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
    const read = options.stacks.map((stack) => readStack(stack, running, origin));
    const pools = read.map(({ identity, settings, ...rest }) => ({
      ...rest,
      pool: running.createPool(identity, withEnvironment(settings, triggerEnvironment)),
    }));
    return { origin, pools, inbox, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface ReadStack extends ReadSettings {
  readonly stack: StackArtifact;
  readonly identity: PoolIdentity;
  readonly outputs: ReadonlyMap<string, Value>;
}

function readStack(stack: StackArtifact, service: LocalService, origin: string): ReadStack {
  const { region = defaultRegion, account = noAccount } = stack;
  const identity = service.makeIdentity(region, clientLogicalIds(stack));
  const local = { ...identity, region, account, issuer: issuerOf(origin, identity.poolId) };
  const resolved = resolveStack(stack, {
    valueFor: localValues(stack, local),
    pseudoParameters: { 'AWS::AccountId': account, 'AWS::Region': region },
  });
  try {
    return { ...readSettings(resolved, local), stack, identity, outputs: localOutputs(resolved.outputs, local) };
  } catch (error) {
    throw error instanceof SettingsError ? new SettingsError(error.problems, stack.path) : error;
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
