import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { alignedTable } from '../lib/commands/aligned-table';
import { projectRoot } from '../lib/commands/project-root';
import { synthesize } from '../lib/commands/synthesize';
import { readAssembly } from '../lib/template/assembly';
import { readings } from './readings';
import type { Reading } from './readings';

const rounds = 5;
const script = join(projectRoot, 'dist', 'bin', 'userpool.js');

/** `npm run bench:review`: 0 when every bound holds, 1 when one does not, 2 when nothing can be measured. */
async function main(): Promise<number> {
  const workspace = await mkdtemp(join(tmpdir(), 'userpool-bench-'));
  try {
    const measured = readings(await prepare(workspace)).map((reading) => ({ ...reading, measured: fastest(reading) }));
    const rows = measured.map(({ what, atMost, measured: took }) => [
      ...[what, took.toFixed(0), String(atMost), 'ms'],
      took <= atMost ? 'holds' : 'BROKEN',
    ]);
    for (const line of alignedTable([['bound', 'measured', 'at most', '', ''], ...rows], [1, 2])) console.log(line);
    console.log(`\nThe fastest of ${rounds} runs each, the start of the process included.`);
    return measured.every(({ atMost, measured: took }) => took <= atMost) ? 0 : 1;
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/** The assemblies, and a repository with two revisions of the snapshots. */
async function prepare(workspace: string): Promise<Parameters<typeof readings>[0]> {
  const folder = (name: string): string => join(workspace, name);
  const [declared, many, changed, repository] = [
    folder('declared'),
    folder('many'),
    folder('changed'),
    folder('repository'),
  ];
  const { env } = process;
  await synthesize(declared, { env });
  await synthesize(many, { env, app: 'bench/generated-app.ts', context: { environments: '100' } });
  await cp(many, changed, { recursive: true });
  await weaken(await productionTemplate(changed));
  const revisions = await twoRevisions(repository);
  return { declared, many, changed, repository, ...revisions };
}

/** Commits the snapshots, and then the same with one setting of production less strict. */
async function twoRevisions(repository: string): Promise<{ readonly base: string; readonly head: string }> {
  const snapshots = join(repository, 'test', 'snapshots');
  mkdirSync(snapshots, { recursive: true });
  await cp(join(projectRoot, 'test', 'snapshots'), snapshots, { recursive: true });
  git(repository, 'init', '--quiet');
  const base = commit(repository);
  await weaken(join(snapshots, 'prod', 'auth.json'));
  return { base, head: commit(repository) };
}

/** The template of the user pool of one environment of class production. */
async function productionTemplate(assembly: string): Promise<string> {
  const { stacks } = readAssembly(assembly);
  const [production] = stacks.filter(({ path }) => /^prod-.*auth$/.test(path));
  if (production === undefined) throw new Error(`${assembly} has no copy of prod`);
  const files = await readdir(assembly, { recursive: true });
  const file = files.find((each) => each.includes(`-${production.stage}/`) && /auth[^/]*template\.json$/.test(each));
  if (file === undefined) throw new Error(`${assembly} has no template of ${production.path}`);
  return join(assembly, file);
}

async function weaken(file: string): Promise<void> {
  const before = await readFile(file, 'utf8');
  const after = before.replace(/"MinimumLength": *\d+/, '"MinimumLength": 8');
  if (after === before) throw new Error(`${file} has no MinimumLength to change`);
  await writeFile(file, after);
}

function commit(repository: string): string {
  git(repository, 'add', '--all');
  git(
    repository,
    '-c',
    'user.name=bench',
    '-c',
    'user.email=bench@example.com',
    'commit',
    '--quiet',
    '-m',
    'snapshots',
  );
  return git(repository, 'rev-parse', 'HEAD').trim();
}

function git(cwd: string, ...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`git ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
}

/** Milliseconds of the fastest run. @throws Error when a run does not come to its end: what ends early is fast */
function fastest({ args, cwd, exitCodes }: Reading): number {
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    const { status, stderr } = spawnSync(process.execPath, [script, ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    const took = performance.now() - began;
    if (status === null || !exitCodes.includes(status))
      throw new Error(`userpool ${args.join(' ')} ended with ${String(status)}:\n${stderr}`);
    return took;
  });
  return Math.min(...times);
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
