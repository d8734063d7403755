import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileErrorCode, StateFileError } from './state-file-error';
import type { StateFiles } from './state-files';

/** Who writes a state file, as the lock beside it tells. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Of this one time alone. */
  readonly token: string;
}

/** Whether a process of this machine is there. */
export type IsRunning = (pid: number) => boolean;

/** Sends no signal: it only asks (kill(2), signal 0). */
export const isRunning: IsRunning = (pid) => {
  try {
    process.kill(pid, 0);
    return !isDefunct(pid);
  } catch (error) {
    return fileErrorCode(error) !== 'ESRCH';
  }
};

/** One that has ended and whose parent has not asked how, as is common in containers (proc_pid_stat(5): state Z or X). */
function isDefunct(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return /^[ZXx]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    // Other systems have no such file.
    return false;
  }
}

/** Locks of this process: in a container every one of them has the same number as the one before. */
const heldHere = new Set<string>();

export interface StateLock {
  release(): Promise<void>;
}

/**
 * Takes the lock beside a state file, `FILE.lock`, so that no other process writes it. That of a process of this machine
 * that is no longer there is taken over.
 * @throws StateFileError when another one has it
 */
export async function lockState(
  file: string,
  token: string,
  files: StateFiles,
  isThere: IsRunning = isRunning,
): Promise<StateLock> {
  const path = `${file}.lock`;
  const mine = `${JSON.stringify({ pid: process.pid, host: hostname(), token } satisfies Holder)}\n`;
  for (let attempt = 0; attempt < 10; attempt += 1) {
    if (await place(path, mine, token, files)) {
      heldHere.add(token);
      return {
        async release() {
          heldHere.delete(token);
          await files.remove(path);
        },
      };
    }
    const found = await files.read(path);
    if (found === undefined) continue;
    refuseHeld(file, path, found, isThere);
    await takeAway(path, found, token, files);
  }
  throw new StateFileError(file, `${path} changes all the time: other processes start with the file. Start again.`);
}

/** Puts the lock there with all that it says; false when there is one. */
async function place(path: string, mine: string, token: string, files: StateFiles): Promise<boolean> {
  const beside = `${path}.${token}`;
  await files.create(beside, [mine]);
  try {
    return await linked(beside, path, files);
  } finally {
    await files.remove(beside);
  }
}

async function linked(from: string, to: string, files: StateFiles): Promise<boolean> {
  try {
    await files.link(from, to);
    return true;
  } catch (error) {
    if (fileErrorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @throws StateFileError unless the lock is left behind */
function refuseHeld(file: string, path: string, found: Buffer, isThere: IsRunning): void {
  const holder = readHolder(found);
  if (holder === undefined)
    throw new StateFileError(
      file,
      `got ${path}, which says not who holds it; expected the process and its host. ` +
        `If no local user pool runs with the file, remove ${path}.`,
    );
  const { pid, host, token } = holder;
  const here = host === hostname();
  const isLeftBehind = here && (pid === process.pid ? !heldHere.has(token) : !isThere(pid));
  if (isLeftBehind) return;
  throw new StateFileError(
    file,
    `process ${pid}${here ? '' : ` of the host ${host}`} uses it; expected a file that nobody else uses. Stop that ` +
      `process, or name another file with --state. If it is no local user pool, remove ${path}.`,
  );
}

function readHolder(found: Buffer): Holder | undefined {
  try {
    const { pid, host, token } = JSON.parse(found.toString('utf8')) as Readonly<Record<string, unknown>>;
    return typeof pid === 'number' && typeof host === 'string' && typeof token === 'string'
      ? { pid, host, token }
      : undefined;
  } catch {
    return undefined;
  }
}

/** Of two who find a lock left behind, the later one must not take away the new lock of the earlier: it puts it back. */
async function takeAway(path: string, found: Buffer, token: string, files: StateFiles): Promise<void> {
  const aside = `${path}.${token}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (fileErrorCode(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await files.read(aside);
  if (taken !== undefined && !taken.equals(found)) await linked(aside, path, files);
  await files.remove(aside);
}
