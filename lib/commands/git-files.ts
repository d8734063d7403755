import type { Texts } from './committed-files';
import type { Git, GitResult } from './run-git';

/** Files of a revision cannot be read: what, where, what git says, what is expected, and what to do. */
export class RevisionError extends Error {
  override readonly name = 'RevisionError';

  constructor(what: string, where: string, got: string, expected: string, next: string) {
    super(`${what}\n  where:    ${where}\n  got:      ${got}\n  expected: ${expected}\n  next:     ${next}`);
  }
}

/** There is nothing that could have revisions: no repository, or no git. */
export class NoRepositoryError extends RevisionError {}

/**
 * The commit that a revision means; undefined where git knows none of that name.
 *
 * @throws NoRepositoryError; RevisionError where git refuses the repository
 */
export async function commitOf(git: Git, revision: string): Promise<string | undefined> {
  // A name that starts with a dash would be an option.
  if (revision.startsWith('-')) return undefined;
  const { exitCode, stdout, stderr } = await run(git, ['rev-parse', '--verify', `${revision}^{commit}`], revision);
  if (exitCode === 0) return stdout.toString('utf8').trim();
  if (stderr.includes('not a git repository')) {
    const expected = 'the working tree of a git repository';
    const next = 'Run it in the repository, or name two directories with --base and --head.';
    throw new NoRepositoryError('There is no repository to read from', revision, stderr.trim(), expected, next);
  }
  if (stderr.includes('dubious ownership')) {
    const next = 'Do what git says, if the repository is yours.';
    throw new RevisionError(
      'git does not trust the repository',
      revision,
      stderr.trim(),
      'a repository of yours',
      next,
    );
  }
  return undefined;
}

/** That a revision is unknown, and what to do about it in a clone that does not have everything. */
export async function unknownRevision(git: Git, revision: string): Promise<RevisionError> {
  const { stdout } = await run(git, ['rev-parse', '--is-shallow-repository'], revision);
  const isShallow = stdout.toString('utf8').trim() === 'true';
  const next = isShallow
    ? 'This clone is shallow and may not have it: git fetch --unshallow, or fetch-depth: 0 for actions/checkout.'
    : 'Correct the name, or fetch it: git fetch origin.';
  const expected = 'a revision that this clone has, or a directory';
  return new RevisionError('There is no such revision', revision, 'nothing of that name', expected, next);
}

/**
 * The files below a path at a commit, by their path below it; a file itself under the name ''. Nothing is checked out.
 * Links are left out: they could point at anything.
 *
 * @param path relative to where git runs, written with `/`
 * @throws RevisionError
 */
export async function filesAt(git: Git, commit: string, path: string): Promise<Texts> {
  const listed = await run(git, ['ls-tree', '-r', '-z', commit, '--', path], commit);
  refuseFailure(listed, commit);
  const entries = listed.stdout
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, object, file] = /^(\d+) blob ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
      const isFile = mode === '100644' || mode === '100755';
      return isFile && object !== undefined && file !== undefined ? [{ object, name: below(file, path) }] : [];
    });
  if (entries.length === 0) return new Map();
  const objects = await run(git, ['cat-file', '--batch'], commit, entries.map(({ object }) => `${object}\n`).join(''));
  refuseFailure(objects, commit);
  const texts = contents(objects.stdout, commit);
  return new Map(entries.map(({ name }, index) => [name, texts[index] ?? '']));
}

function below(file: string, path: string): string {
  return file === path ? '' : file.slice(path.length).replace(/^\//, '');
}

/** The contents in the form of `git cat-file --batch`: a line with name, type and size in bytes, and the content. */
function contents(output: Buffer, commit: string): readonly string[] {
  const texts: string[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    const header = output.toString('utf8', at, end);
    const size = / blob (\d+)$/.exec(header)?.[1];
    if (size === undefined) {
      const next = 'Fetch it: the clone leaves out objects (a partial clone, or a broken one).';
      throw new RevisionError('A committed file cannot be read', commit, header, 'its content', next);
    }
    const start = end + 1;
    at = start + Number(size);
    texts.push(output.toString('utf8', start, at));
    at += 1;
  }
  return texts;
}

async function run(git: Git, args: readonly string[], where: string, input?: string): Promise<GitResult> {
  try {
    return await git(args, input);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const next = 'Install git, or name two directories with --base and --head.';
    throw new NoRepositoryError('git cannot be started', where, 'no program of that name', 'git in the PATH', next);
  }
}

function refuseFailure({ exitCode, stderr }: GitResult, commit: string): void {
  if (exitCode === 0) return;
  const got = stderr.trim() || `exit code ${exitCode ?? 'none, ended by a signal'}`;
  const next = 'Look at what git says; git fsck looks for what is broken.';
  throw new RevisionError('Committed files cannot be read', commit, got, 'what git ls-tree and cat-file print', next);
}
