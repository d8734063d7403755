import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import { renderEnvironmentReference } from '../environments/reference';
import { renderOperationTable } from '../local-pool/operations/operation-table';
import { withSection } from '../local-pool/page-section';
import { renderPropertyTables } from '../local-pool/settings/render-property-tables';
import { renderMarkdown } from '../posture/report-markdown';
import { readAssembly } from '../template/assembly';
import type { Assembly } from '../template/assembly';
import { digestDirectory } from '../template/digest';
import { renderSnapshot, snapshotOf } from '../template/snapshot';
import { npmCommand, readCommandLine } from './command-line';
import { applyChanges, changesBetween, readNamed, readTexts } from './committed-files';
import type { Texts } from './committed-files';
import { refuseFixedChanges } from './fixed-settings';
import type { Io } from './io';
import { withJourneyTables } from './journeys-page';
import { stacksWithPool } from './pick-stack';
import { dateOf, posturesOf } from './postures';
import { projectRoot, requireProject } from './project-root';
import { reportError } from './report-error';
import { withSpeedTable } from './speed-page';
import { synthesize } from './synthesize';

/** The snapshots of an assembly, each under the path of its stack: `dev/auth.json`. */
export function snapshotTexts(assembly: Assembly): Texts {
  return new Map(
    assembly.stacks.map((stack) => [`${stack.path}.json`, renderSnapshot(snapshotOf(stack, digestDirectory))]),
  );
}

/**
 * `npm run snapshot`: 0 when everything is up to date now, 2 when the app does not synthesize, when a user pool cannot
 * become what is declared now, or for wrong use.
 */
export async function main(args: readonly string[], io: Io): Promise<number> {
  const description =
    'Rewrites what is committed of the environments: test/snapshots, POSTURE.md and generated parts of docs.';
  const workspace = await mkdtemp(join(tmpdir(), 'userpool-snapshot-'));
  try {
    const line = readCommandLine(npmCommand('snapshot', description), args, io);
    if (line.kind === 'done') return line.exitCode;
    requireProject('snapshot');
    const directory = join(workspace, 'assembly');
    await synthesize(directory, { env: io.env, signal: io.signal });
    await rewriteCommitted(projectRoot, readAssembly(directory), dateOf(new Date()), io);
    return 0;
  } catch (error) {
    return reportError(error, io);
  } finally {
    await rm(workspace, { recursive: true, force: true });
  }
}

/**
 * Brings the committed files below a root up to date with the assembly, the schema and the tables that code makes, and says
 * what has changed.
 *
 * @param today YYYY-MM-DD, UTC: waivers expire
 */
export async function rewriteCommitted(
  root: string,
  assembly: Assembly,
  today: string,
  io: Pick<Io, 'out'>,
): Promise<void> {
  const docs = join(root, 'docs');
  const present = await readTexts(docs);
  const snapshots = snapshotTexts(assembly);
  const recorded = (await readNamed(join(root, 'bench'), [recordedRun])).get(recordedRun);
  refuseFixedChanges(await readTexts(join(root, 'test', 'snapshots')), snapshots);
  const folders = [
    { what: 'test/snapshots', folder: 'test/snapshots', wanted: snapshots, alone: true },
    { what: 'docs', folder: 'docs', wanted: generatedDocs(present, assembly, recorded), alone: false },
    { what: 'POSTURE.md', folder: '', wanted: posturePage(assembly, today), alone: false },
  ];
  for (const { what, folder, wanted, alone } of folders) {
    const directory = join(root, folder);
    // In a folder that holds other files too, those are nobody's business here.
    const current = await (alone ? readTexts(directory) : readNamed(directory, wanted.keys()));
    const changes = changesBetween(current, wanted);
    await applyChanges(directory, changes, wanted);
    for (const { kind, file } of changes) io.out(`${kind.padEnd(7)}  ${posix.join(folder, file)}`);
    if (changes.length === 0) io.out(`${what} is up to date.`);
  }
}

/** What `npm run posture` writes. */
export function posturePage(assembly: Assembly, today: string): Texts {
  return new Map([['POSTURE.md', renderMarkdown(posturesOf(assembly, today))]]);
}

/** The pages that are made from code, and those with generated parts as far as they are there. */
function generatedDocs(present: Texts, assembly: Assembly, recorded: string | undefined): Texts {
  const localPool = present.get('local-pool.md');
  const pages: [string, string][] = [['environments.md', renderEnvironmentReference()]];
  if (localPool !== undefined) pages.push(['local-pool.md', withFigures(withCodeTables(localPool), recorded)]);
  const journeys = present.get('journeys.md');
  if (journeys !== undefined) pages.push(['journeys.md', withJourneyTables(journeys, stacksWithPool(assembly))]);
  return new Map(pages);
}

/** What `npm run bench -- --record` writes. */
const recordedRun = 'figures.json';

function withFigures(page: string, recorded: string | undefined): string {
  return recorded === undefined ? page : withSpeedTable(page, recorded);
}

function withCodeTables(page: string): string {
  const withProperties = withSection(page, 'properties', renderPropertyTables());
  return withSection(withProperties, 'operations', renderOperationTable());
}
