import { crc32 } from 'node:zlib';
import type { Change } from './change';
import { StateFileError } from './state-file-error';
import { changeRecord } from './state-records';

/** Raised by a change of the form that an earlier userpool would read wrongly. */
export const stateVersion = 1;

const kind = 'userpool local state';
const ours = /^[0-9a-f]{8} \{"n":0,"kind":"userpool local state",/;
const beginAnew = 'Name another file with --state, or remove this one to begin anew without its users';
const restore = `Put back a copy of the file from before. ${beginAnew}`;

/** The first line of a file: what it is, in a form that no later version changes. */
export function headLine(): string {
  return checked(JSON.stringify({ n: 0, kind, version: stateVersion }));
}

/**
 * What is written, and read, as a whole: some changes in a line of their own, behind its CRC-32.
 * @param n place of the line in the file; a line that is missing or there twice is found by it
 */
export function changesLine(n: number, changes: readonly Change[]): string {
  return checked(JSON.stringify({ n, changes }));
}

function checked(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

export interface ReadLines {
  /** In the order in which they were written. */
  readonly changes: Iterable<Change>;
  /** Bytes of a last line that was not written to its end, and so was acknowledged to nobody. */
  readonly unfinished: number;
}

/**
 * Reads a state file. A last line without its end is left out: the process was stopped while it wrote.
 * @throws StateFileError for whatever is damaged, of another kind or from a newer version; what is read lazily, at its line
 */
export function readLines(file: string, content: Buffer): ReadLines {
  const [head, ...lines] = linesOf(content);
  if (head === undefined || !ours.test(head.toString('latin1')))
    throw new StateFileError(
      file,
      `got ${content.length === 0 ? 'an empty file' : 'a file of another kind'}, expected one that the local user pool ` +
        'has written with --state, or none. It was left as it is. Name another file, or remove this one.',
    );
  const { version } = objectOf(file, 0, head);
  if (typeof version !== 'number' || version > stateVersion)
    throw new StateFileError(
      file,
      `got a state of version ${typeof version === 'number' ? version : 'unknown'}, which a newer userpool has written; ` +
        `expected version ${stateVersion}. It was left as it is. Use the newer userpool, or name another file with --state.`,
    );
  const last = lines.at(-1);
  const unfinished = last !== undefined && last.at(-1) !== lineEnd && jsonOf(last) === undefined ? last.length : 0;
  return { changes: changesOf(file, unfinished > 0 ? lines.slice(0, -1) : lines), unfinished };
}

function* changesOf(file: string, lines: readonly Buffer[]): Generator<Change> {
  for (const [index, line] of lines.entries()) {
    const n = index + 1;
    const { n: found, changes } = objectOf(file, n, line);
    if (found !== n)
      throw damaged(file, n, `got a line with the number ${String(found)}, expected ${n}: lines are missing or moved`);
    const read = changeRecord.array().safeParse(changes);
    if (!read.success) {
      const where = read.error.issues[0]?.path.join('.') ?? '';
      throw damaged(file, n, `got changes of another form at ${where}, expected those of version ${stateVersion}`);
    }
    yield* read.data;
  }
}

const lineEnd = 0x0a;

/** Every line with its end. */
function* linesOf(content: Buffer): Generator<Buffer> {
  for (let start = 0; start < content.length;) {
    const end = content.indexOf(lineEnd, start);
    const next = end < 0 ? content.length : end + 1;
    yield content.subarray(start, next);
    start = next;
  }
}

/** The text behind the checksum; undefined when they do not belong together. */
function jsonOf(line: Buffer): Buffer | undefined {
  const json = line.subarray(9, line.at(-1) === lineEnd ? -1 : undefined);
  const sum = crc32(json).toString(16).padStart(8, '0');
  return line.subarray(0, 9).toString('latin1') === `${sum} ` ? json : undefined;
}

function objectOf(file: string, n: number, line: Buffer): Readonly<Record<string, unknown>> {
  const json = jsonOf(line);
  if (json === undefined)
    throw damaged(file, n, 'got text that does not go with its checksum, expected what was written');
  // What goes with its checksum was made by JSON.stringify of an object.
  return JSON.parse(json.toString('utf8')) as Readonly<Record<string, unknown>>;
}

function damaged(file: string, n: number, what: string): StateFileError {
  return new StateFileError(file, `line ${n + 1} is damaged: ${what}. The file was left as it is. ${restore}.`);
}
