import { once } from 'node:events';
import { resolve } from 'node:path';
import { startLocalPools } from '../local-pool/local-pool';
import type { StackPool } from '../local-pool/local-pool';
import type { StackArtifact } from '../template/assembly';
import { readBlueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { localLines } from './local-lines';
import type { LocalPoolFacts } from './local-lines';
import { readLocalOptions } from './local-options';
import type { LocalOptions } from './local-options';
import { pickStack, stacksWithPool } from './pick-stack';
import { reportError } from './report-error';
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
  const local = await startLocalPools({
    stacks: await chooseStacks(options, io),
    port: options.port,
    allowedHosts: options.allowHost,
    secrets,
    signingKeys: io.signingKeys,
    log: (line) => io.err(`${new Date().toISOString().slice(11, 19)}  ${line}`),
  });
  try {
    for (const line of localLines(local.origin, local.pools.map(factsOf))) io.out(line);
    const { signal = new AbortController().signal } = io;
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await local.close();
  }
  io.err('Stopped.');
  return 0;
}

/** The named one; without a name every one of an assembly that is named, and dev of the project's own. */
async function chooseStacks({ empty, assembly, env }: LocalOptions, io: Io): Promise<readonly StackArtifact[]> {
  if (empty === true) return [];
  const found = await findAssembly(assembly, io);
  if (assembly !== undefined && env === undefined) return stacksWithPool(found);
  return [pickStack(found, env ?? 'dev')];
}

function factsOf({ stack, pool, notSimulated }: StackPool): LocalPoolFacts {
  const { facts } = readBlueprint(stack);
  const kinds = new Map(facts.clients.map(({ logicalId, kind }) => [logicalId, kind]));
  return {
    stack: stack.path,
    userPoolId: pool.id,
    issuer: pool.issuer,
    region: pool.settings.region,
    clients: [...pool.clients.values()].map(({ name, id, logicalId }) => ({ name, id, kind: kinds.get(logicalId) })),
    notSimulated,
  };
}
