import { symlinkSync } from 'node:fs';
import path from 'node:path';
import { commitOf, filesAt, RevisionError, unknownRevision } from '../../lib/commands/git-files';
import { gitIn } from '../../lib/commands/run-git';
import type { Git } from '../../lib/commands/run-git';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';
import { commit, git, repositoryWith } from './repository';

afterAll(removeDirectories);

const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

test('files are read as they were committed, whatever is in the working tree', async () => {
  const repository = repositoryWith({ 'a/b/one.json': '{"ä": "\u{1F511}"}\n', 'a/two.json': '', 'c.json': '3' });
  const first = git(repository, 'rev-parse', 'HEAD');
  commit(repository, { 'a/two.json': 'changed' });
  expect([...(await filesAt(gitIn(repository, env), first, 'a'))]).toEqual([
    ['b/one.json', '{"ä": "\u{1F511}"}\n'],
    ['two.json', ''],
  ]);
});

test('a file itself is there under no name; what is not there is nothing', async () => {
  const repository = repositoryWith({ 'a.json': '1' });
  expect(await filesAt(gitIn(repository, env), 'HEAD', 'a.json')).toEqual(new Map([['', '1']]));
  expect(await filesAt(gitIn(repository, env), 'HEAD', 'b.json')).toEqual(new Map());
});

test('paths start where the command runs, which may be a part of the repository', async () => {
  const repository = repositoryWith({ 'part/a/one.json': '1', 'a/other.json': '2' });
  expect(await filesAt(gitIn(path.join(repository, 'part'), env), 'HEAD', 'a')).toEqual(new Map([['one.json', '1']]));
});

test('names with spaces, quotes and line ends are as they are', async () => {
  const repository = repositoryWith({ 'a/one "two"\n.json': '1' });
  expect(await filesAt(gitIn(repository, env), 'HEAD', 'a')).toEqual(new Map([['one "two"\n.json', '1']]));
});

test('a link is left out: it could point at anything', async () => {
  const repository = repositoryWith({ 'a/one.json': '1' });
  symlinkSync('/etc/passwd', path.join(repository, 'a/link.json'));
  commit(repository, {});
  expect(await filesAt(gitIn(repository, env), 'HEAD', 'a')).toEqual(new Map([['one.json', '1']]));
});

test('a revision is a branch, a tag, a commit or what git makes of it; an option is none', async () => {
  const repository = repositoryWith({ 'a.json': '1' });
  const first = git(repository, 'rev-parse', 'HEAD');
  commit(repository, { 'a.json': '2' });
  git(repository, 'tag', 'v1', first);
  for (const name of ['v1', 'main~1', first, first.slice(0, 10)]) {
    expect(await commitOf(gitIn(repository, env), name)).toBe(first);
  }
  for (const name of ['v2', '--all', 'HEAD:a.json', '']) {
    expect(await commitOf(gitIn(repository, env), name)).toBeUndefined();
  }
});

test('in a shallow clone the message says how to get the rest', async () => {
  const repository = repositoryWith({ 'a.json': '1' });
  const first = git(repository, 'rev-parse', 'HEAD');
  commit(repository, { 'a.json': '2' });
  const shallow = directoryWith({});
  git(shallow, 'clone', '--quiet', '--depth=1', `file://${repository}`, '.');
  expect(await commitOf(gitIn(shallow, env), first)).toBeUndefined();
  expect((await unknownRevision(gitIn(shallow, env), first)).message).toMatch(/shallow.*git fetch --unshallow/);
  expect((await unknownRevision(gitIn(repository, env), 'v2')).message).not.toContain('shallow');
});

test('outside of a repository that is said', async () => {
  const outside = { ...env, GIT_CEILING_DIRECTORIES: path.dirname(directoryWith({})) };
  const asked = commitOf(gitIn(directoryWith({}), outside), 'main');
  await expect(asked).rejects.toThrow(RevisionError);
  await expect(asked).rejects.toThrow(/no repository[^]*where: {4}main[^]*next: {5}Run it in the repository/);
});

test('a repository that git does not trust is no missing revision', async () => {
  const stderr = "fatal: detected dubious ownership in repository at '/work'";
  const distrusting: Git = async () => ({ exitCode: 128, stdout: Buffer.from(''), stderr });
  await expect(commitOf(distrusting, 'main')).rejects.toThrow(/does not trust[^]*dubious ownership in repository/);
});

test('where there is no git, that is said', async () => {
  const missing: Git = gitIn(directoryWith({}), { PATH: '/nowhere' });
  await expect(commitOf(missing, 'main')).rejects.toThrow(/git cannot be started[^]*next: {5}Install git/);
});

test.each<readonly [string, string, RegExp]>([
  ['an object that is missing', `${'1'.repeat(40)} missing\n`, /got: {6}1{40} missing/],
  ['what git has against it', '', /got: {6}fatal: broken/],
])('%s is no empty file', async (_what, output, words) => {
  const broken: Git = async ([command]) =>
    command === 'ls-tree'
      ? { exitCode: 0, stdout: Buffer.from(`100644 blob ${'1'.repeat(40)}\ta/one.json\0`), stderr: '' }
      : { exitCode: output === '' ? 128 : 0, stdout: Buffer.from(output), stderr: 'fatal: broken' };
  await expect(filesAt(broken, 'HEAD', 'a')).rejects.toThrow(words);
});
