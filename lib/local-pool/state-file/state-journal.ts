import type { Change } from './change';
import { KeptState } from './kept-state';
import { fileErrorCode, StateFileError } from './state-file-error';
import type { AppendedFile, StateFiles } from './state-files';
import { changesLine, headLine, readLines } from './state-lines';
import { lockState, type IsRunning } from './state-lock';

export interface JournalOptions {
  readonly file: string;
  readonly files: StateFiles;
  /** Milliseconds: token families that are over by then are left out. */
  readonly now: number;
  /** Of this one time alone; part of file names. */
  readonly token: string;
  readonly isRunning?: IsRunning;
}

/** As many as make a line of some hundred kilobytes. */
const changesInALine = 200;

/** A state file that is open: this process alone writes it, and what it has had before is known. */
export class StateJournal {
  readonly file: string;
  readonly #out: AppendedFile;
  readonly #release: () => Promise<void>;
  /** Lines and bytes that are on the disk and go with each other. */
  #lines: number;
  #bytes: number;
  #isTorn = false;

  private constructor(file: string, out: AppendedFile, written: Written, release: () => Promise<void>) {
    this.file = file;
    this.#out = out;
    this.#lines = written.lines;
    this.#bytes = written.bytes;
    this.#release = release;
  }

  /**
   * Reads the file, if it is there, and writes it anew without what has been replaced since.
   * @throws StateFileError when it cannot be used; it is as it was then
   */
  static async open(options: JournalOptions): Promise<{
    readonly journal: StateJournal;
    readonly kept: KeptState;
    readonly unfinished: number;
  }> {
    const { files, now, token, isRunning } = options;
    const { file } = options;
    try {
      const path = await files.resolve(file);
      const lock = await lockState(path, token, files, isRunning);
      try {
        const content = await files.read(path);
        const { changes, unfinished } =
          content === undefined ? { changes: [], unfinished: 0 } : readLines(file, content);
        const kept = new KeptState(changes);
        const written = await writeAnew(path, kept, { files, now });
        const journal = new StateJournal(file, await files.append(path), written, () => lock.release());
        return { journal, kept, unfinished };
      } catch (error) {
        await lock.release();
        throw error;
      }
    } catch (error) {
      throw error instanceof StateFileError ? error : cannotBeOpened(file, error);
    }
  }

  /**
   * Writes the changes as one: after a crash all of them are there, or none. Not to be called again before it returns.
   * @throws whatever the system says; nothing of them counts then
   */
  async write(changes: readonly Change[]): Promise<void> {
    const line = Buffer.from(changesLine(this.#lines + 1, changes));
    if (this.#isTorn) await this.#out.truncate(this.#bytes);
    this.#isTorn = true;
    await this.#out.write(line);
    this.#isTorn = false;
    this.#lines += 1;
    this.#bytes += line.length;
  }

  async close(): Promise<void> {
    try {
      if (this.#isTorn) await this.#out.truncate(this.#bytes);
    } finally {
      await this.#out.close();
      await this.#release();
    }
  }
}

interface Written {
  readonly lines: number;
  readonly bytes: number;
}

/** Beside the file first, so that whoever looks finds the old one or the new one, and never a half. */
async function writeAnew(
  path: string,
  kept: KeptState,
  { files, now }: Pick<JournalOptions, 'files' | 'now'>,
): Promise<Written> {
  const beside = `${path}.new`;
  const written = { lines: 0, bytes: 0 };
  // One that a process left behind, when it was stopped at this very place.
  await files.remove(beside);
  try {
    await files.create(beside, counted(linesFor(kept, now), written));
    await files.rename(beside, path);
  } catch (error) {
    await files.remove(beside);
    throw error;
  }
  // The first line is that of the file itself.
  return { ...written, lines: written.lines - 1 };
}

function* linesFor(kept: KeptState, now: number): Generator<string> {
  yield headLine();
  let [n, changes]: [number, Change[]] = [0, []];
  for (const change of kept.changes(now)) {
    changes.push(change);
    if (changes.length < changesInALine) continue;
    yield changesLine((n += 1), changes);
    changes = [];
  }
  if (changes.length > 0) yield changesLine(n + 1, changes);
}

function* counted(lines: Iterable<string>, into: { lines: number; bytes: number }): Generator<string> {
  for (const line of lines) {
    into.lines += 1;
    into.bytes += Buffer.byteLength(line);
    yield line;
  }
}

function cannotBeOpened(file: string, error: unknown): StateFileError {
  const code = fileErrorCode(error);
  const problem =
    code === 'ENOENT'
      ? 'its directory is not there; expected one that is. Make the directory, or name another file with --state.'
      : `it cannot be opened (${code}); expected a file that this user can read and write, in such a directory.`;
  return new StateFileError(file, problem, { cause: error });
}
