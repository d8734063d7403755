import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import type { RawObject } from '../../lib/template/value';

const root = join(__dirname, '../..');

/** What bin/userpool.ts does for `userpool local`, without the other commands. */
const entry = `
  import { main } from './lib/commands/local';
  import { processIo } from './lib/commands/process-io';
  const controller = new AbortController();
  process.on('SIGTERM', () => controller.abort());
  void main(process.argv.slice(2), processIo(process, controller.signal)).then((code) => process.exit(code));
`;

/** Builds the command into one file, which starts several times faster than its sources. */
export async function buildLocalCommand(directory: string): Promise<string> {
  const outfile = join(directory, 'local.js');
  await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** An assembly of one stack, `dev/auth`, with these resources. */
export function writeAssembly(directory: string, Resources: RawObject): string {
  const assembly = join(directory, 'cdk.out');
  mkdirSync(join(assembly, 'assembly-dev'), { recursive: true });
  const write = (name: string, content: object) => writeFileSync(join(assembly, name), JSON.stringify(content));
  const properties = { directoryName: 'assembly-dev', displayName: 'dev' };
  write('manifest.json', {
    version: '55.0.0',
    artifacts: { 'assembly-dev': { type: 'cdk:cloud-assembly', properties } },
  });
  write('assembly-dev/manifest.json', {
    version: '55.0.0',
    artifacts: {
      auth: {
        type: 'aws:cloudformation:stack',
        environment: 'aws://111122223333/eu-west-1',
        displayName: 'dev/auth',
        properties: { templateFile: 'auth.template.json', stackName: 'dev-auth' },
      },
    },
  });
  write('assembly-dev/auth.template.json', { Resources });
  return assembly;
}

/** `userpool local` in a process of its own. */
export interface LocalProcess {
  readonly origin: string;
  readonly poolId: string;
  /** By name. */
  readonly clients: ReadonlyMap<string, string>;
  /** What it said at start. */
  readonly lines: readonly string[];
  /** SIGKILL: it ends at once, wherever it is. Returns when it is gone. */
  kill(): Promise<void>;
}

/** @throws with everything that it said when it does not start */
export async function startProcess(command: string, args: readonly string[]): Promise<LocalProcess> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let problems = '';
  child.stderr.on('data', (chunk: Buffer) => {
    problems = (problems + chunk.toString()).slice(-5000);
  });
  const lines = await linesUntilUp(child);
  const text = lines.join('\n');
  const [, origin] = /endpoint +(\S+)/.exec(text) ?? [];
  const [, poolId] = /user pool id +(\S+)/.exec(text) ?? [];
  if (origin === undefined || poolId === undefined) {
    await ended;
    throw new Error(`It did not start: ${text}\n${problems}`);
  }
  const clients = new Map(
    [...text.matchAll(/^ +client (\S+) .*?(\w{26})$/gm)].map(([, name = '', id = '']) => [name, id]),
  );
  return {
    origin,
    poolId,
    clients,
    lines,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function linesUntilUp({ stdout }: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = [];
  if (stdout === null) return lines;
  for await (const line of createInterface({ input: stdout })) {
    lines.push(line);
    if (line.includes('Ctrl-C stops it')) break;
  }
  stdout.resume();
  return lines;
}
