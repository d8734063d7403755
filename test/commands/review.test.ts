import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../lib/commands/project-root';
import { main } from '../../lib/commands/review';
import { readApprovals } from '../../lib/review/approvals';
import { thresholds } from '../../lib/review/thresholds';
import { verdictKinds } from '../../lib/review/verdict';
import { metadataKeys } from '../../lib/template/metadata';
import type { EnvironmentMetadata } from '../../lib/template/metadata';
import type { RawObject } from '../../lib/template/value';
import { sarif } from '../posture/sarif-shape';
import { corpus } from '../review/corpus';
import { client, pool } from '../review/corpus/pair';
import { fixtureAssembly } from '../synthesis/assembly';
import { directoryWith, removeDirectories } from '../template/assembly-on-disk';
import { capturedIo } from './captured-io';
import { foreignApp } from './foreign-app';
import { commit, git, repositoryWith, snapshotText, write } from './repository';

afterAll(removeDirectories);

const env = { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };

async function review(cwd: string, ...args: readonly string[]) {
  const io = capturedIo({ cwd, env });
  const exitCode = await main(args, io);
  return { exitCode, written: io.written.join('\n'), problems: io.problems.join('\n') };
}

const metadata = (environmentClass: EnvironmentMetadata['class']): RawObject => ({
  [metadataKeys.environment]: {
    name: 'dev',
    class: environmentClass,
    posture: { assurance: 'aal1', composition: 'nist' },
    waivers: [],
  },
});
const file = 'test/snapshots/dev/auth.json';
const snapshot = (resources: RawObject, environmentClass: EnvironmentMetadata['class'] = 'production') => ({
  [file]: snapshotText(resources, {}, metadata(environmentClass)),
});
const safe = snapshot(pool({ DeletionProtection: 'ACTIVE' }));
const weak = snapshot(pool({ DeletionProtection: 'INACTIVE' }));

test('the snapshots of the working tree are held against those of a revision', async () => {
  const repository = repositoryWith(safe);
  expect(await review(repository, '--base', 'main')).toMatchObject({
    exitCode: 0,
    written: expect.stringContaining('Nothing changes.'),
  });
  write(repository, weak);
  const { exitCode, written } = await review(repository, '--base', 'main');
  expect(exitCode).toBe(1);
  expect(written).toMatch(/^Stopped by 1 of 1 change\.\n/);
  expect(written).toMatch(/From main \([0-9a-f]{12}\) to the working tree\./);
  expect(written).toMatch(/^dev +Pool DeletionProtection +"ACTIVE" -> "INACTIVE" +weakens \(stops\)/m);
});

test('--head names another revision; the working tree does not count', async () => {
  const repository = repositoryWith(safe);
  git(repository, 'switch', '--quiet', '--create', 'change');
  commit(repository, weak);
  write(repository, { [file]: 'broken' });
  expect((await review(repository, '--base', 'main', '--head', 'change')).exitCode).toBe(1);
  const back = await review(repository, '--base', 'change', '--head', 'main');
  expect(back).toMatchObject({ exitCode: 0, written: expect.stringContaining('strengthens') });
});

test('a change cannot lower its own threshold by its class', async () => {
  const repository = repositoryWith(safe);
  write(repository, snapshot(pool({ DeletionProtection: 'INACTIVE' }), 'sandbox'));
  expect((await review(repository, '--base', 'main')).exitCode).toBe(1);
});

test('what may happen in a sandbox is told and stops nothing', async () => {
  const repository = repositoryWith(snapshot({ ...pool(), ...client({ GenerateSecret: false }) }, 'sandbox'));
  write(repository, snapshot({ ...pool(), ...client({ GenerateSecret: true }) }, 'sandbox'));
  const { exitCode, written } = await review(repository, '--base', 'main');
  expect({ exitCode, told: written.includes('new client id') }).toEqual({ exitCode: 0, told: true });
});

test('an environment that is removed destroys its users', async () => {
  const repository = repositoryWith({
    ...safe,
    'test/snapshots/other/auth.json': snapshotText({}, { path: 'other/auth' }),
  });
  git(repository, 'rm', '--quiet', file);
  const { exitCode, written } = await review(repository, '--base', 'main');
  expect(exitCode).toBe(1);
  expect(written).toContain('destroys users');
});

describe('an approval', () => {
  interface Report {
    readonly environments: readonly { readonly headTemplate: string }[];
    readonly approvalFindings: readonly { readonly problem: string }[];
  }
  const approvals = async (repository: string) => {
    const { written } = await review(repository, '--base', 'main', '--format', 'json');
    const [environment] = (JSON.parse(written) as Report).environments;
    const approval = {
      environment: 'dev',
      logicalId: 'Pool',
      verdict: 'weakens',
      headTemplate: environment?.headTemplate,
      reason: 'The pool is moved by hand tomorrow.',
      owner: 'identity-team',
    };
    return { 'approvals.json': JSON.stringify({ approvals: [approval] }) };
  };
  const problemsOf = async (repository: string, ...args: readonly string[]) => {
    const { exitCode, written } = await review(repository, ...args, '--format', 'json');
    return [exitCode, ...(JSON.parse(written) as Report).approvalFindings.map(({ problem }) => problem)];
  };

  test('lets its change pass, from the working tree and from a revision, and never another one', async () => {
    const repository = repositoryWith(safe);
    write(repository, weak);
    write(repository, await approvals(repository));
    expect(await problemsOf(repository, '--base', 'main')).toEqual([0]);
    git(repository, 'switch', '--quiet', '--create', 'change');
    commit(repository, {});
    expect(await problemsOf(repository, '--base', 'main', '--head', 'change')).toEqual([0]);

    write(repository, snapshot(pool({ DeletionProtection: 'INACTIVE', UserPoolTags: { a: 'b' } })));
    expect(await problemsOf(repository, '--base', 'main')).toEqual([1, 'stale']);

    // The change is merged, taken back, and made once more.
    commit(repository, safe);
    git(repository, 'branch', '--quiet', '--force', 'main');
    write(repository, weak);
    expect(await problemsOf(repository, '--base', 'main')).toEqual([1, 'spent']);
  });

  test('stands in the file that --approvals names, which has to be there', async () => {
    const repository = repositoryWith(safe);
    write(repository, weak);
    const { 'approvals.json': text } = await approvals(repository);
    write(repository, { 'ops/passes.json': text });
    expect(await problemsOf(repository, '--base', 'main')).toEqual([1]);
    expect(await problemsOf(repository, '--base', 'main', '--approvals', 'ops/passes.json')).toEqual([0]);
    const { exitCode, problems } = await review(repository, '--base', 'main', '--approvals', 'none.json');
    expect({ exitCode, problems }).toEqual({ exitCode: 2, problems: expect.stringContaining('has no file none.json') });
  });
});

describe('wrong use', () => {
  const repository = repositoryWith({ ...safe, 'empty/readme.txt': '' });
  const withoutSnapshots = repositoryWith({ 'readme.txt': '' });
  git(withoutSnapshots, 'tag', 'before');
  commit(withoutSnapshots, safe);
  git(repository, 'branch', 'test');

  test.each<readonly [string, string, readonly string[], RegExp]>([
    ['no base', repository, [], /required option '--base <place>'/],
    ['a revision that there is not', repository, ['--base', 'v9'], /no such revision[^]*where: {4}v9[^]*git fetch/],
    [
      'a revision without snapshots',
      withoutSnapshots,
      ['--base', 'before'],
      /no snapshots[^]*test\/snapshots[^]*next:/,
    ],
    ['a directory that there is not', repository, ['--base', './v9'], /\.\/v9 is no directory/],
    ['a directory without templates', repository, ['--base', './empty'], /no snapshots in .*empty/],
    ['what is a directory and a revision', repository, ['--base', 'test'], /directory and a revision.*\.\/test/],
    ['an environment that there is not', repository, ['--base', 'main', '--env', 'live'], /no environment live.*dev/],
    [
      'a format that there is not',
      repository,
      ['--base', 'main', '--format', 'html'],
      /terminal, markdown, json, sarif/,
    ],
    ['a policy that is not there', repository, ['--base', 'main', '--policy', 'p.json'], /policy file cannot be read/],
    ['a file that cannot be written', repository, ['--base', 'main', '--output', 'no/x'], /no\/x cannot be written/],
  ])('is %s: it is said, with exit code 2', async (_what, cwd, args, words) => {
    const { exitCode, written, problems } = await review(cwd, ...args);
    expect({ exitCode, written }).toEqual({ exitCode: 2, written: '' });
    expect(problems).toMatch(words);
  });

  test('is a snapshot that cannot be read: the message names the revision and the file', async () => {
    const broken = repositoryWith({ [file]: '{' });
    write(broken, safe);
    const { exitCode, problems } = await review(broken, '--base', 'main');
    expect(exitCode).toBe(2);
    expect(problems).toMatch(/where: {4}main:test\/snapshots\/dev\/auth\.json/);
  });
});

describe('two directories', () => {
  test('are folders of snapshots, or assemblies, each with the other', async () => {
    const { directory } = fixtureAssembly();
    const folder = directoryWith(safe);
    expect(await review(folder, '--base', directory, '--head', directory)).toMatchObject({ exitCode: 0 });
    const mixed = await review(folder, '--base', directory, '--head', './test/snapshots');
    expect(mixed).toMatchObject({ exitCode: 1, written: expect.stringContaining('destroys users') });
  });

  test('may be the assemblies of somebody else, with a policy that says what is meant', async () => {
    process.env['CDK_VALIDATION'] = 'false';
    const app = foreignApp();
    const cwd = directoryWith({
      'policy.json': { environments: { identity: { class: 'sandbox', assurance: 'aal1' } } },
      'misspelt.json': { environments: { identiti: { class: 'sandbox' } } },
    });
    const args = ['--base', app, '--head', app, '--format', 'json'];
    const classOf = async (...more: readonly string[]) => (await review(cwd, ...args, ...more)).written;
    expect(JSON.parse(await classOf())).toMatchObject({ environments: [{ class: 'production', changes: [] }] });
    expect(JSON.parse(await classOf('--policy', 'policy.json'))).toMatchObject({
      environments: [{ class: 'sandbox', changes: [] }],
    });
    expect((await review(cwd, ...args, '--policy', 'misspelt.json')).problems).toMatch(/got: {6}identiti/);
  });
});

test('outside of a repository a directory may have any name', async () => {
  const { exitCode } = await review(directoryWith({ 'old/dev.json': safe[file] }), '--base', 'old', '--head', 'old');
  expect(exitCode).toBe(0);
});

test('a directory of the name of the base does not stand in for it, where git refuses the repository', async () => {
  const io = capturedIo({ cwd: directoryWith({ 'origin/main/dev.json': safe[file] }), env });
  const stderr = 'fatal: detected dubious ownership in repository';
  const refusing = async () => ({ exitCode: 128, stdout: Buffer.from(''), stderr });
  expect(await main(['--base', 'origin/main', '--head', './origin/main'], io, refusing)).toBe(2);
  expect(io.problems.join('\n')).toContain('dubious ownership');
});

test.each(['dev', 'dev/auth', 'dev-auth'])('--env is about one environment, named %s', async (name) => {
  const other = { path: 'prod/auth', stage: 'prod', stackName: 'prod-auth' };
  const of = (protection: string) => snapshotText(pool({ DeletionProtection: protection }), other);
  const repository = repositoryWith({ ...safe, 'test/snapshots/prod/auth.json': of('ACTIVE') });
  write(repository, { 'test/snapshots/prod/auth.json': of('INACTIVE') });
  expect((await review(repository, '--base', 'main')).exitCode).toBe(1);
  expect((await review(repository, '--base', 'main', '--env', name)).exitCode).toBe(0);
});

test('--output writes the file; SARIF names the line of the resource in the snapshot', async () => {
  const repository = repositoryWith(safe);
  write(repository, weak);
  const { exitCode, written, problems } = await review(
    repository,
    '--base',
    'main',
    '--format',
    'sarif',
    '--output',
    'r.sarif',
  );
  expect({ exitCode, written }).toEqual({ exitCode: 1, written: '' });
  expect(problems).toBe('r.sarif is written.\nStopped by 1 of 1 change.');
  const [run] = sarif.parse(JSON.parse(readFileSync(join(repository, 'r.sarif'), 'utf8'))).runs;
  const line = readFileSync(join(repository, file), 'utf8')
    .split('\n')
    .findIndex((each) => each.includes('"Pool": {'));
  expect(run?.results[0]?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: file },
    region: { startLine: line + 1 },
  });
});

describe('the terminal', () => {
  test('has lines of its width, and no control characters of a template', async () => {
    const repository = repositoryWith(snapshot({ ...pool(), ...client({ ClientName: 'a' }) }));
    write(repository, snapshot({ ...pool(), ...client({ ClientName: '\u001B[2J\u202Eb' }) }));
    const { written } = await review(repository, '--base', 'main');
    expect(written).toContain('\\u{202e}b');
    for (const hidden of ['\u001B', '\u202E']) expect(written).not.toContain(hidden);
  });
});

describe('README.md', () => {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const [, command = '', comment = ''] =
    /npm run --silent review -- (--base \.\/test\/review\/readme-change.*)\n```[^]*?````markdown\n([^]*?)````/.exec(
      readme,
    ) ?? [];

  test('shows the comment that its command prints; where it differs, run the command and copy what it says', async () => {
    const { exitCode, written } = await review(projectRoot, ...command.split(' '));
    expect(`${written}\n`).toBe(comment);
    expect(exitCode).toBe(1);
  });
});

describe('docs/review.md', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'review.md'), 'utf8');
  const [, verdicts = ''] = /\n## Verdicts\n([^]*?)\n## /.exec(page) ?? [];
  const explained = verdicts
    .split('\n### ')
    .slice(1)
    .map((section) => ({ verdict: section.split('\n')[0], example: /^Example: (.+)\.$/m.exec(section)?.[1] }));

  test('has every option, and no other', async () => {
    const { written } = await review(projectRoot, '--help');
    const options = [...written.matchAll(/^ {2}--(\w+)/gm)].map(([, name]) => name).filter((name) => name !== 'help');
    const documented = [...page.matchAll(/^\| `--(\w+) /gm)].map(([, name]) => name);
    expect([...new Set(documented)].toSorted()).toEqual(options.toSorted());
  });

  test('explains every verdict, in order', () => {
    expect(explained.map(({ verdict }) => verdict)).toEqual(verdictKinds);
  });

  test.each(verdictKinds)('has an example of the corpus that is judged so: %s', (kind) => {
    const example = explained.find(({ verdict }) => verdict === kind)?.example;
    const pair = corpus.find(({ title }) => title === example);
    expect(pair?.expected.flatMap(([, , ...judged]) => judged)).toContain(kind);
  });

  test.each(Object.entries(thresholds))('has the threshold of %s', (environmentClass, kinds) => {
    expect(page).toContain(`| ${environmentClass} | ${kinds.join(', ')} |`);
  });

  test('its example of a file of approvals can be read', () => {
    const [, text = ''] = /## Approvals[^]*?```json\n([^]*?)```/.exec(page) ?? [];
    expect(readApprovals(text, 'docs/review.md')).toHaveLength(1);
  });
});
