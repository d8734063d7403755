import { link, open, readFile, realpath, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileErrorCode } from './state-file-error';

/** The part of a file system that keeps a state file, injected so that a test can fill the disk. */
export interface StateFiles {
  /** The file behind symbolic links; the path itself where there is no file yet. */
  resolve(path: string): Promise<string>;
  /** undefined: there is no such file. */
  read(path: string): Promise<Buffer | undefined>;
  /** Makes a file that only its owner can read, whole and on the disk. @throws EEXIST when there is one */
  create(path: string, chunks: Iterable<string>): Promise<void>;
  /** Puts a file in the place of another at once, and that on the disk too. */
  rename(from: string, to: string): Promise<void>;
  /** Gives a file a second name. @throws EEXIST when there is a file of that name */
  link(from: string, to: string): Promise<void>;
  /** Removes the file if it is there. */
  remove(path: string): Promise<void>;
  /** Opens a file that is there, to write at its end. */
  append(path: string): Promise<AppendedFile>;
}

export interface AppendedFile {
  /** Writes the bytes at the end and returns once they are on the disk. @throws also when the file is no longer at its path */
  write(bytes: Buffer): Promise<void>;
  /** Cuts off what is beyond that many bytes. */
  truncate(bytes: number): Promise<void>;
  close(): Promise<void>;
}

/** To read and write for the owner, nothing for anybody else. */
const ownerOnly = 0o600;

export const systemFiles: StateFiles = {
  resolve: (path) => realpath(path).catch(absent(path)),
  read: (path) => readFile(path).catch(absent(undefined)),
  async create(path, chunks) {
    const file = await open(path, 'wx', ownerOnly);
    try {
      for (const chunk of chunks) await writeAll(file, Buffer.from(chunk));
      await file.sync();
    } finally {
      await file.close();
    }
  },
  async rename(from, to) {
    await rename(from, to);
    await syncDirectory(dirname(to));
  },
  link,
  remove: (path) => rm(path, { force: true }),
  async append(path) {
    const file = await open(path, 'r+');
    let end = (await file.stat()).size;
    return {
      async write(bytes) {
        await writeAll(file, bytes, end);
        await file.datasync();
        // What is written to a removed file is on the disk, and gone with the process.
        if ((await file.stat()).nlink === 0) throw Object.assign(new Error('removed'), { code: 'ENOENT' });
        end += bytes.length;
      },
      async truncate(length) {
        await file.truncate(length);
        end = length;
      },
      close: () => file.close(),
    };
  },
};

/** A system may write less than it was given, on a disk that is nearly full for one. */
async function writeAll(file: FileHandle, bytes: Buffer, start?: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const position = start === undefined ? null : start + done;
    done += (await file.write(bytes, done, bytes.length - done, position)).bytesWritten;
  }
}

/** A rename is on the disk with its directory; Windows has no such thing as writing a directory to the disk. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function absent<Otherwise>(otherwise: Otherwise): (error: unknown) => Otherwise {
  return (error) => {
    if (fileErrorCode(error) !== 'ENOENT') throw error;
    return otherwise;
  };
}
