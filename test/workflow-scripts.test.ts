import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/commands/project-root';
import type { RawObject } from '../lib/template/value';
import { commit, repositoryWith, snapshotText } from './commands/repository';
import { client, pool } from './review/corpus/pair';
import { assemblyFiles, directoryWith, removeDirectories } from './template/assembly-on-disk';
import type { Files } from './template/assembly-on-disk';
import { readWorkflow, stepsOf } from './workflow-files';

afterAll(removeDirectories);

/** The text of a script, by the name of its step. */
function scriptOf(file: string, step: string): string {
  const found = stepsOf(readWorkflow(file)).find(({ name }) => name === step);
  if (found === undefined || !('run' in found)) throw new Error(`${file} has no script ${step}`);
  return found.run;
}

/** What `npm run review` is in the project, for a directory that has nothing but data. */
const projectScripts = {
  'package.json': JSON.stringify({
    scripts: { review: 'node -r "$PROJECT/node_modules/ts-node/register" "$PROJECT/bin/userpool.ts" review' },
  }),
};

interface Ran {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What the run shows on its page. */
  readonly summary: string;
  /** What later steps and jobs get. */
  readonly outputs: string;
}

/** Runs a script as a runner does where `shell: bash` is named, with stand-ins for programs in the folder `bin`. */
function runScript(script: string, cwd: string, env: Readonly<Record<string, string>> = {}): Ran {
  const [summary, outputs] = ['summary.md', 'outputs.txt'].map((name) =>
    path.join(directoryWith({ [name]: '' }), name),
  );
  const result = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: {
      PATH: `${path.join(cwd, 'bin')}:${process.env['PATH']}`,
      HOME: cwd,
      GIT_CONFIG_GLOBAL: '/dev/null',
      PROJECT: projectRoot,
      TS_NODE_PROJECT: path.join(projectRoot, 'tsconfig.json'),
      GITHUB_REPOSITORY: 'acme/userpool',
      GITHUB_STEP_SUMMARY: String(summary),
      GITHUB_OUTPUT: String(outputs),
      ...env,
    },
  });
  return {
    exitCode: result.status,
    stdout: result.stdout,
    stderr: result.stderr,
    summary: readFileSync(String(summary), 'utf8'),
    outputs: readFileSync(String(outputs), 'utf8'),
  };
}

/** A directory with a program in `bin` that stands in for one of that name. */
function withProgram(name: string, program: string, files: Files = {}): string {
  const directory = directoryWith({ ...projectScripts, ...files, [`bin/${name}`]: `#!/usr/bin/env bash\n${program}` });
  chmodSync(path.join(directory, 'bin', name), 0o755);
  return directory;
}

describe('the judge', () => {
  const file = 'test/snapshots/dev/auth.json';
  const script = scriptOf('review.yml', "Judge both revisions' snapshots");
  const safe = snapshotText(pool({ DeletionProtection: 'ACTIVE' }));
  const weak = snapshotText(pool({ DeletionProtection: 'INACTIVE' }));

  /** As snapshots were before they had the tags of the stack. */
  function withoutTags(text: string): string {
    const { stack, ...others } = JSON.parse(text) as { readonly stack: { readonly tags?: object } };
    const { tags: _, ...facts } = stack;
    return `${JSON.stringify({ ...others, stack: facts }, undefined, 2)}\n`;
  }

  test('renders what a change does, tells how it ended, and leaves the refusal to the step after it', () => {
    const repository = repositoryWith({ ...projectScripts, [file]: safe });
    const head = commit(repository, { [file]: weak });
    const { exitCode, stderr, summary, outputs } = runScript(script, repository, { BASE_SHA: 'HEAD^', HEAD_SHA: head });
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(outputs).toBe('exit_code=1\nrendered=true\n');
    expect(summary).toMatch(/^\*\*Stopped by 1 of 1 change\.\*\*[^]*`Pool DeletionProtection`.*\*\*weakens\*\*/);
    expect(readFileSync(path.join(repository, 'rendered/review.md'), 'utf8')).toBe(summary);
    const sarif = readFileSync(path.join(repository, 'rendered/review.sarif'), 'utf8');
    expect(JSON.parse(sarif)).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'userpool review' } } }],
    });
    expect(sarif).toContain(`"uri": "${file}"`);
  });

  test('compares with the commit where the change left main, not with what came to main afterwards', () => {
    const repository = repositoryWith({ ...projectScripts, [file]: weak });
    const start = commit(repository, {});
    const head = commit(repository, { 'readme.md': 'A change of no template.' });
    const moved = spawnSync('git', ['checkout', '--quiet', '-B', 'main', start], { cwd: repository });
    expect(moved.status).toBe(0);
    const main = commit(repository, { [file]: safe });
    const { outputs, summary } = runScript(script, repository, { BASE_SHA: main, HEAD_SHA: head });
    expect(outputs).toContain('exit_code=0\n');
    expect(summary).toContain('Nothing changes.');
  });

  test.each([
    ['a base of before the tags, and a change that brings them', withoutTags(safe), safe],
    ['both of before the tags', withoutTags(safe), withoutTags(safe)],
  ])('finds no change between %s', (_, base, head) => {
    const repository = repositoryWith({ ...projectScripts, [file]: base });
    const changed = commit(repository, { [file]: head });
    const { exitCode, outputs, summary } = runScript(script, repository, { BASE_SHA: 'HEAD^', HEAD_SHA: changed });
    expect({ exitCode, outputs }).toEqual({ exitCode: 0, outputs: 'exit_code=0\nrendered=true\n' });
    expect(summary).toContain('Nothing changes.');
  });

  test('fails, and renders nothing, where a snapshot of the change cannot be read', () => {
    const repository = repositoryWith({ ...projectScripts, [file]: safe });
    const head = commit(repository, { [file]: safe.replace('"snapshotVersion": 1', '"snapshotVersion": 99') });
    const { exitCode, stderr, outputs } = runScript(script, repository, { BASE_SHA: 'HEAD^', HEAD_SHA: head });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('The snapshot cannot be read');
    expect(outputs).toBe('');
  });
});

describe('the comment', () => {
  const script = scriptOf('review.yml', 'Write the comment, or rewrite the one of the last time');
  const comments = 'repos/acme/userpool/issues/7/comments';
  const review = 'Nothing changes.\n';

  /** @param listing what the stand-in of gh does to list comments @param writing what it does to write one */
  function post(listing: string, writing = ':'): Ran & { readonly written: string; readonly comment: string } {
    const gh = `case "$*" in *--paginate*) ${listing};; *) echo "$*" >> written; ${writing};; esac\n`;
    const directory = withProgram('gh', gh, { 'rendered/review.md': review });
    const ran = runScript(script, directory, { GH_TOKEN: 'token', NUMBER: '7' });
    const written = path.join(directory, 'written');
    return {
      ...ran,
      written: existsSync(written) ? readFileSync(written, 'utf8') : '',
      comment: readFileSync(path.join(directory, 'comment.md'), 'utf8'),
    };
  }

  test('is written where there is none, with the mark by which it is found again', () => {
    const { exitCode, written, comment, summary } = post(':');
    expect(written).toBe(`api --silent ${comments} --field body=@comment.md\n`);
    expect(comment).toBe(`<!-- userpool review -->\n${review}`);
    expect({ exitCode, summary }).toEqual({ exitCode: 0, summary: '' });
  });

  test('is rewritten where there is one, and only the first where there are two', () => {
    const { exitCode, written } = post("printf '11\\n12\\n'");
    expect(written).toBe(
      'api --silent --method PATCH repos/acme/userpool/issues/comments/11 --field body=@comment.md\n',
    );
    expect(exitCode).toBe(0);
  });

  test.each([
    ['comments cannot be listed, and none is written twice', 'exit 1', ':', ''],
    ['the token may only read', ':', 'exit 1', `api --silent ${comments} --field body=@comment.md\n`],
  ])('goes to the summary of the run where %s', (_, listing, writing, attempts) => {
    const { exitCode, written, summary, stdout } = post(listing, writing);
    expect(written).toBe(attempts);
    expect(summary).toBe(review);
    expect(stdout).toMatch(/^::warning::The comment could not be written/);
    expect(exitCode).toBe(0);
  });
});

describe('the review against the deployed templates', () => {
  const script = scriptOf('deploy.yml', 'Review against the deployed templates');
  const files = assemblyFiles();
  const template = files['assembly-dev/auth.template.json'] as RawObject & { readonly Resources: RawObject };
  const withPool = (DeletionProtection: string): RawObject => ({
    ...template,
    Resources: { ...template.Resources, ...pool({ DeletionProtection }), ...client({}) },
  });
  const head = withPool('INACTIVE');
  const assembly = Object.fromEntries(
    Object.entries({ ...files, 'assembly-dev/auth.template.json': head }).map(([name, content]) => [
      `cdk.out/${name}`,
      content,
    ]),
  );

  /** @param aws what the stand-in of the AWS CLI does @param deployed what it can print */
  function plan(aws: string, deployed: RawObject = {}): Ran & { readonly calls: string } {
    const directory = withProgram('aws', `echo "$*" >> calls\n${aws}\n`, { ...assembly, 'deployed.json': deployed });
    const ran = runScript(script, directory, { ENVIRONMENT: 'dev' });
    return { ...ran, calls: readFileSync(path.join(directory, 'calls'), 'utf8') };
  }

  test('asks for the template of each stack in its Region, as it was given', () => {
    const { calls } = plan('cat deployed.json', head);
    expect(calls).toBe(
      'cloudformation get-template --stack-name dev-auth --region eu-west-1 --template-stage Original --query TemplateBody --output json\n',
    );
  });

  test('lets pass what is deployed already', () => {
    const { exitCode, stderr, summary } = plan('cat deployed.json', head);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 0 });
    expect(summary).toContain('Nothing changes.');
  });

  test('stops what is above the threshold, and shows it, also where the deployed function has code of its own', () => {
    const older = JSON.parse(
      JSON.stringify(withPool('ACTIVE')).replaceAll('b'.repeat(64), 'a'.repeat(64)),
    ) as RawObject;
    const { exitCode, summary } = plan('cat deployed.json', older);
    expect(summary).toMatch(/^\*\*Stopped by [^]*`Pool DeletionProtection`.*\*\*weakens\*\*/);
    expect(exitCode).toBe(1);
  });

  test('has nothing to compare before the first deployment', () => {
    const { exitCode, summary } = plan("echo 'Stack with id dev-auth does not exist' >&2; exit 254");
    expect({ exitCode, summary }).toEqual({ exitCode: 0, summary: 'Nothing is deployed yet.\n' });
  });

  test('fails where the template may not be read: that is not the same as none', () => {
    const { exitCode, stderr, summary } = plan("echo 'AccessDenied: not authorized' >&2; exit 254");
    expect(stderr).toContain('AccessDenied');
    expect({ exitCode, summary }).toEqual({ exitCode: 1, summary: '' });
  });
});
