import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { StackArtifact } from '../template/assembly';
import { resolveStack } from '../template/resolve';
import type { Value } from '../template/value';
import { systemClock, type Clock } from './clock';
import { issuerOf, makeIdentity, Pool, type PoolIdentity } from './pool';
import { systemRandomness, type Randomness } from './randomness';
import type { Outcome } from './server/api';
import { createHttpServer, standInPaths } from './server/http-server';
import { ListenError } from './server/listen-error';
import { LocalService } from './service';
import { clientLogicalIds, localValues } from './settings/local-values';
import type { NotSimulated } from './settings/findings';
import type { PoolSettings, TriggerName } from './settings/pool-settings';
import { readSettings, type ReadSettings } from './settings/read-settings';
import { Inbox } from './state/inbox';
import { makeSigningKeys, type SigningKeys } from './tokens/signing-keys';
import { WorkerRuntime } from './triggers/worker-runtime';

export interface LocalPoolOptions {
  /** The stack that holds the user pool, from the cloud assembly. */
  readonly stack: StackArtifact;
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

/** A user pool that runs on this machine. */
export interface LocalPool {
  /** For instance http://localhost:9229: the endpoint for SDKs. */
  readonly origin: string;
  readonly pool: Pool;
  readonly inbox: Inbox;
  /** The outputs of the stack, as a deployment would give them, with local values. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly notSimulated: readonly NotSimulated[];
  /** Stops listening and ends every trigger function; nothing is left behind. */
  close(): Promise<void>;
}

/** An account for stacks that name none: no real account has it. */
const noAccount = '000000000000';

/**
 * Starts the user pool that a template describes.
 * @throws SettingsError when the template holds what cannot be run as it would be deployed, ListenError when the port is
 * taken. Nothing runs on after either.
 */
export async function startLocalPool(options: LocalPoolOptions): Promise<LocalPool> {
  const { clock = systemClock, randomness = systemRandomness, log } = options;
  const inbox = new Inbox(clock);
  let service = new LocalService([]);
  const server = createHttpServer({
    allowedHosts: options.allowedHosts ?? [],
    randomness,
    inbox,
    secrets: new Map(Object.entries(options.secrets ?? {})),
    service: () => service,
    log: (outcome, status) => {
      for (const line of linesOf(outcome, status)) log(line);
    },
  });
  // The issuer, which the template's outputs name, holds the port.
  const origin = `http://localhost:${await listen(server, options.port)}`;
  const lambda = new WorkerRuntime({
    randomness,
    log,
    endpoints: () => ({ cognito: origin, secretsManager: `${origin}${standInPaths.secretsManager}` }),
    ...(options.triggerLimitMilliseconds !== undefined && { timeLimitMilliseconds: options.triggerLimitMilliseconds }),
  });
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await Promise.all([closed, lambda.close()]);
  };
  try {
    const { identity, settings, notSimulated, outputs } = readStack(options.stack, origin, randomness);
    const keys = options.signingKeys ?? makeSigningKeys();
    // Nobody awaits them yet, and a rejection that nobody handles ends the process: who needs them hears of it.
    keys.catch(() => undefined);
    const pool = new Pool(identity, withEnvironment(settings, options.triggerEnvironment ?? {}), {
      clock,
      randomness,
      lambda,
      inbox,
      origin,
      keys,
    });
    service = new LocalService([pool]);
    return { origin, pool, inbox, outputs, notSimulated, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface ReadStack extends ReadSettings {
  readonly identity: PoolIdentity;
  readonly outputs: ReadonlyMap<string, Value>;
}

function readStack(stack: StackArtifact, origin: string, randomness: Randomness): ReadStack {
  const { region = 'us-east-1', account = noAccount } = stack;
  const identity = makeIdentity(region, clientLogicalIds(stack), randomness);
  const local = { ...identity, region, account, issuer: issuerOf(origin, identity.poolId) };
  const resolved = resolveStack(stack, {
    valueFor: localValues(stack, local),
    pseudoParameters: { 'AWS::AccountId': account, 'AWS::Region': region },
  });
  return { ...readSettings(resolved, local), identity, outputs: resolved.outputs };
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
