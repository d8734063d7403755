import { once } from 'node:events';
import { resolve } from 'node:path';
import { startLocalPools } from '../local-pool/local-pool';
import type { LocalPoolsOptions, StackPool } from '../local-pool/local-pool';
import { clientKinds } from './client-kinds';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { localLines } from './local-lines';
import type { LocalPoolFacts } from './local-lines';
import { readLocalOptions } from './local-options';
import type { LocalOptions } from './local-options';
import { pickStacks, stacksWithPool } from './pick-stack';
import { reportError } from './report-error';
import { sampleApp } from './sample-app';
import { readSecretsFile } from './secrets-file';

/** `npm run local`: keeps the user pools up until it is interrupted, then 0; 2 when it cannot start. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    const line = readLocalOptions(args, io);
    return line.kind === 'done' ? line.exitCode : await serve(line.options, io);
  } catch (error) {
    return reportError(error, io);
  }
}

async function serve(options: LocalOptions, io: Io): Promise<number> {
  const secrets = options.secrets === undefined ? {} : await readSecretsFile(resolve(io.cwd, options.secrets));
  const chosen = await chooseStacks(options, io);
  const local = await startLocalPools({
    ...chosen,
    port: options.port,
    allowedHosts: options.allowHost,
    listenAt: options.listen,
    state: options.state === undefined ? undefined : { file: resolve(io.cwd, options.state) },
    secrets,
    signingKeys: io.signingKeys,
    sampleApp,
    log: (line) => io.err(`${new Date().toISOString().slice(11, 19)}  ${line}`),
  });
  try {
    const { listen, allowHost } = options;
    const start = { origin: local.origin, state: local.state, listen, allowHost };
    for (const line of localLines(start, factsOf(local.pools, chosen))) io.out(line);
    const { signal = new AbortController().signal } = io;
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await local.close();
  }
  io.err('Stopped.');
  return 0;
}

type ChosenStacks = Required<Pick<LocalPoolsOptions, 'stacks' | 'neighbours'>>;

/** The named ones; without a name every one of an assembly that is named, and dev of the project's own. */
async function chooseStacks({ empty, assembly, env }: LocalOptions, io: Io): Promise<ChosenStacks> {
  if (empty === true) return { stacks: [], neighbours: [] };
  const found = await findAssembly(assembly, io);
  const stacks = assembly !== undefined && env === undefined ? stacksWithPool(found) : pickStacks(found, env ?? 'dev');
  return { stacks, neighbours: found.stacks.filter((stack) => !stacks.includes(stack)) };
}

function factsOf(pools: readonly StackPool[], { stacks, neighbours }: ChosenStacks): readonly LocalPoolFacts[] {
  const kinds = clientKinds([...stacks, ...neighbours]);
  return pools.map(({ stack, path, pool, notSimulated }) => {
    const isOnly = pools.filter((other) => other.stack === stack).length === 1;
    const declaring = path.slice(0, path.lastIndexOf('/'));
    return {
      name: isOnly ? stack.path : path,
      userPoolId: pool.id,
      issuer: pool.issuer,
      region: pool.settings.region,
      clients: [...pool.clients.values()].map(({ name, id, logicalId }) => ({
        name,
        id,
        kind: kinds.get(logicalId.includes('/') ? logicalId : `${declaring}/${logicalId}`),
      })),
      notSimulated,
    };
  });
}
