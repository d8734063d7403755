import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import type { Place } from '../posture/locate';
import type { Located } from '../posture/subject';
import { readAssembly } from '../template/assembly';
import type { StackArtifact } from '../template/assembly';
import { byText } from '../template/canonical';
import { readSnapshot } from '../template/read-snapshot';
import { readTexts } from './committed-files';
import type { Texts } from './committed-files';
import { commitOf, filesAt, NoRepositoryError, RevisionError, unknownRevision } from './git-files';
import type { Git } from './run-git';
import { UsageError } from './usage-error';

/** Where `npm run snapshot` commits the templates, below the project. */
export const snapshotFolder = 'test/snapshots';

/** One side of a review, as it is found at a revision, in a directory or in the working tree. */
export interface ReviewPlace {
  /** As people name it. */
  readonly label: string;
  readonly stacks: readonly StackArtifact[];
  /** The file that tells of a resource, and the line where it starts. */
  readonly locate: (environment: string, located: Located | undefined) => Place;
  /** Whether what it holds is committed: its files are those of before the change. */
  readonly isRevision: boolean;
  /** A file beside it, relative to the project; undefined: it is not there. */
  readonly read: (file: string) => Promise<string | undefined>;
}

/**
 * What --base or --head names; undefined: the snapshots of the working tree. What could be both, a revision and a
 * directory, is refused: a change could bring a directory of the name of the branch that it is compared with.
 *
 * @throws UsageError, RevisionError, SnapshotError, AssemblyError
 */
export async function findPlace(named: string | undefined, cwd: string, git: Git): Promise<ReviewPlace> {
  if (named === undefined) return inSnapshots('the working tree', snapshotFolder, cwd);
  const isDirectory = existsSync(resolve(cwd, named)) && statSync(resolve(cwd, named)).isDirectory();
  if (isAbsolute(named) || /^\.{1,2}([/\\]|$)/.test(named)) return inDirectory(named, cwd, isDirectory);
  const commit = await commitOf(git, named).catch((error: unknown) => {
    // Where nothing has revisions, a directory is none.
    if (isDirectory && error instanceof NoRepositoryError) return undefined;
    throw error;
  });
  if (isDirectory && commit !== undefined) {
    throw new UsageError(
      `${named} is a directory and a revision. Write ./${named} for the directory, or refs/heads/NAME, refs/remotes/NAME or the commit for the revision.`,
    );
  }
  if (isDirectory) return inDirectory(named, cwd, true);
  if (commit === undefined) throw await unknownRevision(git, named);
  return atCommit(named, commit, git);
}

async function atCommit(revision: string, commit: string, git: Git): Promise<ReviewPlace> {
  const texts = jsonOf(await filesAt(git, commit, snapshotFolder));
  if (texts.size === 0) {
    throw new RevisionError(
      'The revision has no snapshots',
      `${revision} (${commit})`,
      `no JSON file below ${snapshotFolder}`,
      'the templates that npm run snapshot has written, committed',
      'Name a revision that has them. With the first change that brings them there is nothing to compare: npm run posture.',
    );
  }
  return {
    label: commit.startsWith(revision) ? revision : `${revision} (${commit.slice(0, 12)})`,
    ...ofSnapshots(texts, snapshotFolder, `${revision}:${snapshotFolder}`),
    isRevision: true,
    read: async (file) => (await filesAt(git, commit, file)).get(''),
  };
}

async function inDirectory(named: string, cwd: string, isDirectory: boolean): Promise<ReviewPlace> {
  if (!isDirectory) throw new UsageError(`${named} is no directory. Name a cloud assembly or a folder of snapshots.`);
  if (!existsSync(join(resolve(cwd, named), 'manifest.json'))) return inSnapshots(named, named, cwd);
  const { directory, stacks } = readAssembly(resolve(cwd, named));
  const file = relative(cwd, join(directory, 'manifest.json')).split(sep).join('/');
  return { label: named, stacks, locate: () => ({ file, line: undefined }), isRevision: false, read: onDisk(cwd) };
}

async function inSnapshots(label: string, folder: string, cwd: string): Promise<ReviewPlace> {
  const texts = jsonOf(await readTexts(resolve(cwd, folder)));
  if (texts.size === 0) {
    throw new UsageError(
      `There are no snapshots in ${resolve(cwd, folder)}, and it is no cloud assembly. Run npm run snapshot, or name a cloud assembly, a folder of snapshots or a revision.`,
    );
  }
  const shown = relative(cwd, resolve(cwd, folder)).split(sep).join('/');
  return { label, ...ofSnapshots(texts, shown, shown), isRevision: false, read: onDisk(cwd) };
}

function ofSnapshots(texts: Texts, folder: string, where: string): Pick<ReviewPlace, 'stacks' | 'locate'> {
  const files = [...texts].toSorted(([left], [right]) => byText(left, right));
  const stacks = files.map(([name, text]) => ({ name, text, stack: readSnapshot(text, `${where}/${name}`) }));
  const locate: ReviewPlace['locate'] = (environment, located) => {
    const path = located?.stack.artifact.path ?? environment;
    const own = stacks.find(({ stack }) => path === stack.path || path.startsWith(`${stack.path}/`));
    const found = own ?? stacks.find(({ stack }) => stack.stage === environment);
    if (found === undefined) return { file: folder, line: undefined };
    const line = located === undefined ? undefined : lineOf(found.text, located.resource.logicalId);
    return { file: posix.join(folder, found.name), line };
  };
  return { stacks: stacks.map(({ stack }) => stack), locate };
}

/** The line where a resource starts, counted from 1: its logical id, and Type as the first of what it has. */
function lineOf(text: string, logicalId: string): number | undefined {
  const lines = text.split('\n');
  const start = `${JSON.stringify(logicalId)}: {`;
  const index = lines.findIndex(
    (line, at) => line.trim() === start && (lines[at + 1] ?? '').trimStart().startsWith('"Type": '),
  );
  return index < 0 ? undefined : index + 1;
}

function jsonOf(texts: Texts): Texts {
  return new Map([...texts].filter(([name]) => name.endsWith('.json')));
}

function onDisk(cwd: string): ReviewPlace['read'] {
  return async (file) =>
    readFile(resolve(cwd, file), 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
    });
}
