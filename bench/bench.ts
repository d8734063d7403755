import { mkdir, rm, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { alignedTable } from '../lib/commands/aligned-table';
import { projectRoot } from '../lib/commands/project-root';
import { shownFigure, type RecordedRun } from '../lib/commands/speed-table';
import { synthesize } from '../lib/commands/synthesize';
import { bundleProcesses } from './bundle-processes';
import { startCognitoLocal } from './cognito-local';
import { holds, type Figure } from './figure';
import { startClients, startServer } from './measured-processes';
import { measureSignIns } from './measure-sign-ins';
import { signInFigures } from './sign-in-bounds';
import type { MeasuredPool } from './sign-in-stack';
import { startUp } from './start-up';

const sizes = { few: 1000, many: 100_000 };
const startUps = 5;

/**
 * `npm run bench`: 0 when every bound holds, 1 when one does not, 2 when it cannot be measured. With `-- --record` the
 * figures are written to bench/figures.json, from which `npm run snapshot` makes the table of docs/local-pool.md.
 */
async function main(args: readonly string[]): Promise<number> {
  // Below the project, whose packages the measured processes load.
  const workspace = join(projectRoot, '.userpool', `bench-${process.pid}`);
  await mkdir(workspace, { recursive: true });
  const running: { stop(): Promise<void> }[] = [];
  try {
    const scripts = await bundleProcesses(workspace);
    const start = async (pool: MeasuredPool, users: number) => {
      const server = await startServer(scripts.server, { pool, users, bundle: scripts.trigger });
      running.push(server);
      return server;
    };
    const clients = startClients(scripts.client);
    running.push(clients);
    const few = await start('without triggers', sizes.few);
    const many = await start('without triggers', sizes.many);
    const triggered = await start('with a trigger', sizes.few);
    const busy = await start('without triggers', 20_000);
    const other = await startCognitoLocal(join(workspace, 'cognito-local'));
    if ('missing' in other) console.log(`cognito-local is left out: ${other.missing}`);
    else running.push(other);
    const assembly = join(workspace, 'assembly');
    await synthesize(assembly, { env: process.env });
    const measured = await measureSignIns({
      clients,
      few,
      many,
      triggered,
      busy,
      cognitoLocal: 'missing' in other ? undefined : other.target,
    });
    for (const each of running.splice(0)) await each.stop();
    const times: number[] = [];
    for (let run = 0; run < startUps; run += 1) times.push(await startUp(assembly));
    const figures = signInFigures({ ...measured, startUp: Math.min(...times) }, sizes);
    for (const line of tableOf(figures)) console.log(line);
    if (args.includes('--record')) await record(figures);
    return figures.every(holds) ? 0 : 1;
  } finally {
    for (const each of running) await each.stop();
    await rm(workspace, { recursive: true, force: true });
  }
}

function tableOf(figures: readonly Figure[]): readonly string[] {
  const rows = figures.map((figure) => {
    const { what, measured, atMost, unit } = figure;
    const verdict = atMost === undefined ? '' : holds(figure) ? 'holds' : 'BROKEN';
    return [what, shownFigure(measured), atMost === undefined ? '' : String(atMost), unit, verdict];
  });
  return alignedTable([['what', 'measured', 'at most', '', ''], ...rows], [1, 2]);
}

async function record(figures: readonly Figure[]): Promise<void> {
  const file = join(projectRoot, 'bench', 'figures.json');
  const [processor] = cpus();
  const run: RecordedRun = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, Node.js ${process.versions.node}`,
    figures: figures.map((figure) => ({ ...figure, measured: Number(figure.measured.toPrecision(4)) })),
  };
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`);
  console.log('\nRecorded in bench/figures.json; npm run snapshot makes the table of docs/local-pool.md from it.');
}

main(process.argv.slice(2)).then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
