import type { AppendedFile, StateFiles } from '../../../lib/local-pool/state-file/state-files';

/** An error as the system raises it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** Files in memory, on a disk that can be full, or fail. */
export class MemoryFiles implements StateFiles {
  readonly contents = new Map<string, Buffer>();
  /** Bytes that can still be written at the end of files; a write that does not fit is cut off there, and fails. */
  room = Infinity;
  /** How many writes at the end of files have begun. */
  writes = 0;
  /** What a write at the end of a file waits for. */
  gate: Promise<void> = Promise.resolve();

  async resolve(path: string): Promise<string> {
    return path;
  }

  async read(path: string): Promise<Buffer | undefined> {
    return this.contents.get(path);
  }

  async create(path: string, chunks: Iterable<string>): Promise<void> {
    if (this.contents.has(path)) throw systemError('EEXIST');
    this.contents.set(path, Buffer.from([...chunks].join('')));
  }

  async rename(from: string, to: string): Promise<void> {
    this.contents.set(to, this.#require(from));
    this.contents.delete(from);
  }

  async link(from: string, to: string): Promise<void> {
    if (this.contents.has(to)) throw systemError('EEXIST');
    this.contents.set(to, this.#require(from));
  }

  async remove(path: string): Promise<void> {
    this.contents.delete(path);
  }

  async append(path: string): Promise<AppendedFile> {
    return {
      write: async (bytes) => {
        this.writes += 1;
        await this.gate;
        const fits = bytes.subarray(0, Math.min(bytes.length, this.room));
        this.room -= fits.length;
        this.contents.set(path, Buffer.concat([this.#require(path), fits]));
        if (fits.length < bytes.length) throw systemError('ENOSPC');
      },
      truncate: async (length) => {
        this.contents.set(path, this.#require(path).subarray(0, length));
      },
      close: async () => undefined,
    };
  }

  #require(path: string): Buffer {
    const content = this.contents.get(path);
    if (content === undefined) throw systemError('ENOENT');
    return content;
  }
}
