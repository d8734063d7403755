import { once } from 'node:events';
import { resolve } from 'node:path';
import { startLocalPool } from '../local-pool/local-pool';
import type { LocalPool } from '../local-pool/local-pool';
import type { StackArtifact } from '../template/assembly';
import { readBlueprint } from './connect';
import { findAssembly } from './find-assembly';
import type { Io } from './io';
import { localPoolLines } from './local-lines';
import { readLocalOptions } from './local-options';
import type { LocalOptions } from './local-options';
import { pickStack } from './pick-stack';
import { reportError } from './report-error';
import { readSecretsFile } from './secrets-file';

/** `npm run local`: keeps the user pool up until it is interrupted, then 0; 2 when it cannot start. */
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
  const stack = pickStack(await findAssembly(options.assembly, io), options.env);
  const pool = await startLocalPool({
    stack,
    port: options.port,
    allowedHosts: options.allowHost,
    secrets,
    log: (line) => io.err(`${new Date().toISOString().slice(11, 19)}  ${line}`),
  });
  try {
    for (const line of localPoolLines(describe(stack, pool))) io.out(line);
    const { signal = new AbortController().signal } = io;
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await pool.close();
  }
  io.err('Stopped.');
  return 0;
}

function describe(
  stack: StackArtifact,
  { origin, pool, notSimulated }: LocalPool,
): Parameters<typeof localPoolLines>[0] {
  const { facts } = readBlueprint(stack);
  const kinds = new Map(facts.clients.map(({ logicalId, kind }) => [logicalId, kind]));
  return {
    stack: stack.path,
    origin,
    userPoolId: pool.id,
    issuer: pool.issuer,
    region: pool.settings.region,
    clients: [...pool.clients.values()].map(({ name, id, logicalId }) => ({ name, id, kind: kinds.get(logicalId) })),
    notSimulated,
  };
}
