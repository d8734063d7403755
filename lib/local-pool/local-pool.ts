import type { Server } from 'node:http';
import type { StackArtifact } from '../template/assembly';
import type { Value } from '../template/value';
import { systemClock, type Clock } from './clock';
import { ActivityLog } from './desk/activity';
import type { TemplatePool } from './desk/desk';
import { ObservedRuntime } from './desk/observed-runtime';
import type { SampleApp } from './desk/sample-app';
import { makeUsers } from './make-users';
import { issuerOf, type Pool } from './pool';
import { systemRandomness, type Randomness } from './randomness';
import { readStacks } from './read-stacks';
import type { Outcome } from './server/api';
import { createHttpServer } from './server/http-server';
import { listen } from './server/listen';
import { LocalService } from './service';
import type { NotSimulated } from './settings/findings';
import type { ReadPool } from './settings/read-pool';
import type { PoolSettings, TriggerName } from './settings/pool-settings';
import { KmsKeys } from './stand-ins/kms-key';
import { standInEndpoints } from './stand-ins/routes';
import type { IdsByPath, NewIds } from './state-file/kept-ids';
import { StateKeeper, type StateOptions, type StateReport } from './state-file/state-keeper';
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
  /** An address of this machine to listen at beside loopback: who reaches it is an administrator of the pools. */
  readonly listenAt?: string | undefined;
  /** Where to keep users, token families and keys; in memory alone otherwise. */
  readonly state?: StateOptions | undefined;
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
  /** Makes the sample application when it is first asked for; without it there is none. */
  readonly sampleApp?: () => Promise<SampleApp>;
  /** Milliseconds of a clock that only goes forward, for the durations that the desk shows. */
  readonly elapsed?: () => number;
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
  /** What is kept, and what of it is left out; undefined without a state file. */
  readonly state: StateReport | undefined;
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
 * taken, StateFileError when the state file cannot be used. Nothing runs on after any of them.
 */
export async function startLocalPools(options: LocalPoolsOptions): Promise<LocalPools> {
  const { clock = systemClock, randomness = systemRandomness, state } = options;
  const keeper = state && (await StateKeeper.open(state, { clock, randomness }));
  try {
    return await startWith(keeper, { ...options, clock, randomness });
  } catch (error) {
    await keeper?.abandon();
    throw error;
  }
}

async function startWith(
  keeper: StateKeeper | undefined,
  options: LocalPoolsOptions & Required<Pick<LocalPoolsOptions, 'clock' | 'randomness'>>,
): Promise<LocalPools> {
  const { clock, randomness, log } = options;
  const inbox = new Inbox(clock);
  const kmsKeys = new KmsKeys(randomness);
  const activity = new ActivityLog(clock);
  const { elapsed = () => performance.now() } = options;
  let templates: readonly TemplatePool[] = [];
  let service: LocalService | undefined;
  const makeServer = (): Server =>
    createHttpServer({
      allowedHosts: options.allowedHosts ?? [],
      randomness,
      inbox,
      kmsKeys,
      secrets: new Map(Object.entries(options.secrets ?? {})),
      service: () => service ?? notYet(),
      desk: () => ({ origin, service: service ?? notYet(), templates, inbox, activity, sampleApp: options.sampleApp }),
      elapsed,
      log: (outcome, status, milliseconds) => {
        for (const line of linesOf(outcome, status)) log(line);
        activity.record({
          kind: 'request',
          what: outcome.operation,
          status,
          error: outcome.error?.type ?? outcome.refused,
          challenge: outcome.challenge,
          milliseconds,
        });
      },
    });
  // The issuer, which the template's outputs name, holds the port.
  const listening = await listen(makeServer, options.port, options.listenAt);
  const origin = `http://localhost:${listening.port}`;
  const workers = new WorkerRuntime({
    randomness,
    log,
    endpoints: () => ({ cognito: origin, ...standInEndpoints(origin) }),
    ...(options.triggerLimitMilliseconds !== undefined && { timeLimitMilliseconds: options.triggerLimitMilliseconds }),
  });
  const lambda = new ObservedRuntime(workers, activity, elapsed);
  const close = async (): Promise<void> => {
    await Promise.all([listening.close(), lambda.close()]);
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
      keeper,
    });
    service = running;
    // All of them are read before the first one runs.
    const make: NewIds = {
      poolId: (region) => running.makeIdentity(region).poolId,
      clientId: () => running.makeClientId(),
    };
    const readAll = (ids: IdsByPath): readonly ReadPool[] =>
      readStacks(
        { stacks: options.stacks, neighbours: options.neighbours ?? [] },
        { ...ids, issuerOf: (poolId) => issuerOf(origin, poolId) },
      );
    const read = keeper?.read(make, readAll) ?? readAll(make);
    const pools = read.map(({ identity, settings, parts, root, path, outputs, notSimulated }) => ({
      stack: root.artifact,
      path,
      pool: running.createPool(identity, withEnvironment(settings, triggerEnvironment), parts),
      outputs,
      notSimulated,
    }));
    templates = pools.map(({ pool, path, notSimulated }) => ({ poolId: pool.id, path, notSimulated }));
    // Before anybody is served, and with nothing in between: what they had is theirs from the first request on.
    for (const { path, pool } of pools) keeper?.keep(pool, path);
    for (const { identity, parts } of read) await makeUsers(running, identity.poolId, parts);
    const state = await keeper?.started();
    const closeAll = async (): Promise<void> => {
      await close();
      await keeper?.close();
    };
    return { origin, pools, inbox, state, close: closeAll };
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
