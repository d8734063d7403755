import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { projectRoot } from '../../lib/commands/project-root';
import { directoryWith } from '../template/assembly-on-disk';

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Without what `npm run` tells its scripts: another npm would take the outer project for its own. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^INIT_CWD$|^NODE_OPTIONS$/i.test(name)),
);

export type Started = ChildProcessByStdio<null, Readable, Readable>;

/** Starts a program in a folder, with variables beside those of the test. */
export function start(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Started {
  return spawn(command, args, { cwd, env: { ...environment, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a program in a folder to its end. */
export async function run(...args: Parameters<typeof start>): Promise<Run> {
  const child = start(...args);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { exitCode, stdout, stderr };
}

/** @throws Error with what the program wrote, when it fails */
async function succeed(...args: Parameters<typeof start>): Promise<Run> {
  const result = await run(...args);
  if (result.exitCode === 0) return result;
  throw new Error(`${args[0]} ${args[1].join(' ')} ended with ${result.exitCode}:\n${result.stdout}\n${result.stderr}`);
}

/** What `npm pack` tells of a package. */
interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

export interface InstalledPackage {
  /** The project that it is installed into, which has nothing else. */
  readonly directory: string;
  /** What the tarball holds, by path. */
  readonly packed: readonly string[];
  /** Every package that came with it, by name. */
  readonly packages: readonly string[];
}

/** Packs the project and installs the tarball into an empty project, from npm's cache where that has it all. */
export async function installPackage(): Promise<InstalledPackage> {
  const directory = directoryWith({ 'package.json': { name: 'somebody-elses', private: true } });
  // It builds first, as for everybody who packs; silent, so that there is nothing but the JSON.
  const packing = ['pack', '--json', '--silent', '--pack-destination', directory];
  const { stdout } = await succeed('npm', packing, projectRoot);
  const [packed] = Object.values(JSON.parse(stdout) as Readonly<Record<string, Packed>>);
  if (packed === undefined) throw new Error(`npm pack wrote no package: ${stdout}`);
  const tarball = path.join(directory, packed.filename);
  await succeed('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', tarball], directory);
  return {
    directory,
    packed: packed.files.map((file) => file.path),
    packages: await packagesIn(path.join(directory, 'node_modules')),
  };
}

async function packagesIn(modules: string): Promise<readonly string[]> {
  const names = (await readdir(modules)).filter((name) => !name.startsWith('.'));
  const scoped = names.map(async (name) =>
    name.startsWith('@') ? (await readdir(path.join(modules, name))).map((each) => `${name}/${each}`) : [name],
  );
  return (await Promise.all(scoped)).flat();
}
