import { mkdtemp, readdir, readFile, rm, stat, symlink, unlink, writeFile, chmod } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Change } from '../../../lib/local-pool/state-file/change';
import { systemFiles, type StateFiles } from '../../../lib/local-pool/state-file/state-files';
import { StateJournal } from '../../../lib/local-pool/state-file/state-journal';
import { headLine } from '../../../lib/local-pool/state-file/state-lines';
import { MemoryFiles } from './memory-files';

const pool: Change = {
  change: 'pool',
  pool: {
    id: 'eu-west-1_A',
    path: 'dev/auth/Pool',
    region: 'eu-west-1',
    origin: 'http://localhost:9229',
    names: { signInWith: 'username', aliases: [], caseSensitive: false },
    keys: undefined,
  },
};
const client = (id: string): Change => ({
  change: 'client',
  client: { id, poolId: 'eu-west-1_A', path: `dev/auth/${id}`, name: id, secrets: [] },
});

let opened = 0;
const open = (file: string, files: StateFiles = systemFiles, isRunning = () => true) =>
  StateJournal.open({ file, files, now: 0, token: `token-${(opened += 1)}`, isRunning });
const failureOf = (file: string, files?: StateFiles): Promise<string> =>
  open(file, files).then(
    () => 'none',
    (error: unknown) => String(error),
  );

let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'state-'));
});
afterEach(() => rm(directory, { recursive: true }));
const file = (): string => join(directory, 'people.state');

describe('on a disk', () => {
  test('what was written is there after the next opening, and no other file is left', async () => {
    const { journal } = await open(file());
    await journal.write([pool, client('web')]);
    await journal.write([client('app')]);
    await journal.close();
    const again = await open(file());
    expect([...again.kept.clients.keys()]).toEqual(['web', 'app']);
    expect(again.unfinished).toBe(0);
    await again.journal.close();
    expect(await readdir(directory)).toEqual(['people.state']);
  });

  test('only its owner can read it, also where the file before could be read by all', async () => {
    await writeFile(file(), headLine());
    await chmod(file(), 0o644);
    const { journal } = await open(file());
    expect((await stat(file())).mode & 0o777).toBe(0o600);
    expect((await stat(`${file()}.lock`)).mode & 0o777).toBe(0o600);
    await journal.close();
  });

  test('each opening leaves out what has been replaced', async () => {
    const { journal } = await open(file());
    await journal.write([pool]);
    for (let n = 0; n < 50; n += 1) await journal.write([client('web')]);
    await journal.close();
    const before = (await stat(file())).size;
    await (await open(file())).journal.close();
    expect((await stat(file())).size).toBeLessThan(before / 5);
  });

  test('a line that was cut short is dropped, and what comes after is read', async () => {
    const { journal } = await open(file());
    await journal.write([pool, client('web')]);
    await journal.close();
    await writeFile(file(), '0badc0de {"n":2,"changes":[{"chan', { flag: 'a' });
    const second = await open(file());
    expect(second.unfinished).toBe(33);
    await second.journal.write([client('app')]);
    await second.journal.close();
    const third = await open(file());
    expect([...third.kept.clients.keys()]).toEqual(['web', 'app']);
    expect(third.unfinished).toBe(0);
    await third.journal.close();
  });

  test('a file that is refused is as it was, and nobody holds it', async () => {
    await writeFile(file(), 'users: []\n');
    expect(await failureOf(file())).toMatch(/^StateFileError: .*got a file of another kind/);
    expect(await readFile(file(), 'utf8')).toBe('users: []\n');
    expect(await readdir(directory)).toEqual(['people.state']);
  });

  test('a link stays a link: the file behind it is written', async () => {
    await symlink(file(), join(directory, 'link'));
    await writeFile(file(), headLine());
    const { journal } = await open(join(directory, 'link'));
    await journal.write([pool]);
    await journal.close();
    expect((await readdir(directory)).toSorted()).toEqual(['link', 'people.state']);
    expect(await readFile(file(), 'utf8')).toContain('eu-west-1_A');
  });

  test('a file that is taken away while it is written fails the write: what is in it is gone with the process', async () => {
    const { journal } = await open(file());
    await unlink(file());
    await expect(journal.write([pool])).rejects.toMatchObject({ code: 'ENOENT' });
    await journal.close();
  });

  test.each([
    [
      'a directory that is not there',
      () => join(directory, 'none', 'people.state'),
      'its directory is not there; expec',
    ],
    [
      'a directory in its place',
      () => directory,
      'it cannot be opened (EISDIR); expected a file that this user can read',
    ],
  ])('%s is refused with what to do', async (_what, path, problem) => {
    expect(await failureOf(path())).toContain(problem);
    expect(await readdir(directory)).toEqual([]);
  });
});

describe('on a full disk', () => {
  test('a write that fails counts for nothing, and the next one takes its place', async () => {
    const files = new MemoryFiles();
    const { journal } = await open('/people.state', files);
    await journal.write([pool]);
    files.room = 20;
    await expect(journal.write([client('web')])).rejects.toMatchObject({ code: 'ENOSPC' });
    await expect(journal.write([client('app')])).rejects.toMatchObject({ code: 'ENOSPC' });
    files.room = Infinity;
    await journal.write([client('new')]);
    await journal.close();
    const { kept, unfinished } = await open('/people.state', files);
    expect([[...kept.pools.keys()], [...kept.clients.keys()], unfinished]).toEqual([['eu-west-1_A'], ['new'], 0]);
  });

  test('a half that was written is cut off at the end', async () => {
    const files = new MemoryFiles();
    const { journal } = await open('/people.state', files);
    await journal.write([pool]);
    const whole = files.contents.get('/people.state');
    files.room = 20;
    await expect(journal.write([client('web')])).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(files.contents.get('/people.state')?.length).toBe((whole?.length ?? 0) + 20);
    await journal.close();
    expect(files.contents.get('/people.state')).toEqual(whole);
  });
});

describe('the lock', () => {
  const lock = (pid: number, host = hostname(), token = 'other'): Buffer =>
    Buffer.from(`${JSON.stringify({ pid, host, token })}\n`);
  const locked = (content: Buffer): MemoryFiles => {
    const files = new MemoryFiles();
    files.contents.set('/people.state.lock', content);
    return files;
  };

  test('two pools of one process cannot write one file', async () => {
    const { journal } = await open(file());
    expect(await failureOf(file())).toContain(`process ${process.pid} uses it; expected a file that nobody else uses.`);
    await journal.close();
    await (await open(file())).journal.close();
  });

  test.each([
    [
      'a process that runs',
      lock(4_000_000),
      'process 4000000 uses it; expected a file that nobody else uses. Stop that',
    ],
    ['another host', lock(7, 'elsewhere'), 'process 7 of the host elsewhere uses it; expected a file that nobody else'],
    [
      'nobody knows whom',
      Buffer.from('?'),
      'got /people.state.lock, which says not who holds it; expected the process',
    ],
  ])('that of %s is respected, and the message says what to do', async (_who, content, problem) => {
    const files = locked(content);
    const failure = await failureOf('/people.state', files);
    expect(failure).toContain(problem);
    expect(failure).toMatch(/remove \/people\.state\.lock\.$/);
    expect([...files.contents]).toEqual([['/people.state.lock', content]]);
  });

  test.each([
    ['a process that is gone', lock(4_000_000)],
    ['an earlier process of the same number, as in a container that was started again', lock(process.pid)],
  ])('that of %s is taken over', async (_who, content) => {
    const files = locked(content);
    const { journal } = await open('/people.state', files, () => false);
    expect([...files.contents.keys()].toSorted()).toEqual(['/people.state', '/people.state.lock']);
    await journal.close();
    expect([...files.contents.keys()]).toEqual(['/people.state']);
  });

  test('of many who find one left behind at once, one has it', async () => {
    const files = locked(lock(4_000_000));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, () => open('/people.state', files, () => false)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([...files.contents.keys()].toSorted()).toEqual(['/people.state', '/people.state.lock']);
  });
});
