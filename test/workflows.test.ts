import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/commands/project-root';
import { readReviewOptions } from '../lib/commands/review-options';
import { readSignInOptions } from '../lib/commands/sign-in-options';
import { environments } from '../lib/environments/environments';
import { capturedIo } from './commands/captured-io';
import { runsOf, jobsOf, parseYaml, readWorkflow, textOf, usesOf, workflow, workflowFiles } from './workflow-files';

test('there are the workflows that the page names, and no other', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/pull-requests.md'), 'utf8');
  const named = [...page.matchAll(/`(?:\.github\/workflows\/)?([\w-]+\.yml)`/g)].map(([, file = '']) => file);
  expect([...new Set(named)].toSorted()).toEqual(workflowFiles.toSorted());
});

test.each(workflowFiles)('%s is of the schema, and every job names its permissions', (file) => {
  expect(workflow.safeParse(parseYaml(textOf(file))).error?.issues ?? []).toEqual([]);
});

const commitPin = /^([\w-]+\/[\w/-]+)@[0-9a-f]{40} # (v\d+\.\d+\.\d+)$/;
const tagPin = /^([\w-]+\/[\w/-]+)@(v\d+\.\d+\.\d+)$/;

/** An action as the page tells of it; the comment behind a commit says which release it is. */
function pinOf(line: string): string {
  const [, byCommit, release = ''] = commitPin.exec(line) ?? [];
  if (byCommit !== undefined) return `| \`${byCommit}\` | the commit of ${release} |`;
  const [, byTag, tag = ''] = tagPin.exec(line) ?? [];
  return byTag === undefined ? `pinned to neither: ${line}` : `| \`${byTag}\` | the tag ${tag} |`;
}

test('every action is pinned to a commit or to the tag of a release, and the page has them all', () => {
  const lines = workflowFiles.flatMap((file) => [...textOf(file).matchAll(/^ +- uses: (.+)$/gm)]);
  const used = lines.map(([, line = '']) => pinOf(line));
  expect(used).toHaveLength(workflowFiles.map(readWorkflow).flatMap(usesOf).length);
  const page = readFileSync(path.join(projectRoot, 'docs/pull-requests.md'), 'utf8');
  const told = [...page.matchAll(/^\| `[\w-]+\/[\w/-]+` \| the (?:commit of|tag) v.*$/gm)].map(([row]) => row);
  expect([...new Set(used)].toSorted()).toEqual(told.toSorted());
});

test.each(workflowFiles)('%s puts neither a secret nor an expression into the text of a script', (file) => {
  expect(textOf(file)).not.toMatch(/\bsecrets\b/);
  expect(runsOf(readWorkflow(file)).filter((run) => run.includes('${{'))).toEqual([]);
});

test.each(workflowFiles)('%s leaves no credentials of git behind its checkout', (file) => {
  const checkouts = usesOf(readWorkflow(file)).filter(({ uses }) => uses.startsWith('actions/checkout@'));
  expect(checkouts.filter((one) => one.with?.['persist-credentials'] !== false)).toEqual([]);
});

/** What stands in the scripts after npm run, npx cdk and the like: the name, and the options up to the end of the command. */
function callsOf(
  file: string,
  start: RegExp,
): readonly { readonly name: string; readonly options: readonly string[] }[] {
  const scripts = runsOf(readWorkflow(file)).map((run) => run.replaceAll(/\\\n */g, ''));
  return scripts.flatMap((run) =>
    [...run.matchAll(start)].map(({ 0: call, 1: name = '', index }) => {
      const [rest = ''] = /^[^\n|;&]*/.exec(run.slice(index + call.length)) ?? [];
      return { name, options: [...rest.matchAll(/(?<= )--[a-z][\w-]*/g)].map(([option]) => option) };
    }),
  );
}

const { scripts: npmScripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};
const optionReaders = { review: readReviewOptions, 'sign-in': readSignInOptions };

test.each(workflowFiles)('%s names npm scripts that are there, with options that they take', (file) => {
  for (const { name, options } of callsOf(file, /npm run (?:--silent )?([\w:-]*\w)/g)) {
    expect(npmScripts).toHaveProperty([name]);
    if (options.length === 0) continue;
    const io = capturedIo({ env: {} });
    expect(Object.keys(optionReaders)).toContain(name);
    optionReaders[name as keyof typeof optionReaders](['--help'], io);
    const taken = [...io.written.join('\n').matchAll(/^ {2}(--[\w-]+)/gm)].map(([, option]) => option);
    expect(taken).toEqual(expect.arrayContaining([...options]));
  }
});

test('the deployment names commands and options of the CDK, and those of the judge are all there', () => {
  const { globalOptions, commands } = JSON.parse(
    readFileSync(path.join(projectRoot, 'node_modules/aws-cdk/lib/cli/cli-type-registry.json'), 'utf8'),
  ) as { readonly globalOptions: object; readonly commands: Readonly<Record<string, { readonly options?: object }>> };
  const calls = callsOf('deploy.yml', /npx cdk ([\w-]+)/g);
  expect(calls.map(({ name }) => name)).toEqual(['diff', 'deploy']);
  for (const { name, options } of calls) {
    const taken = Object.keys({ ...globalOptions, ...commands[name]?.options }).map((option) => `--${option}`);
    expect(options).not.toEqual([]);
    expect(taken).toEqual(expect.arrayContaining([...options]));
  }
  const judge = callsOf('review.yml', /npm run (?:--silent )?(review)/g);
  expect(judge.flatMap(({ options }) => options)).toEqual(['--base', '--head']);
});

test.each(workflowFiles)('%s refers to jobs, steps and inputs that are there', (file) => {
  const each = readWorkflow(file);
  const jobs = jobsOf(each);
  const names = jobs.map(({ name }) => name);
  const ids = jobs.flatMap(({ steps }) => steps.flatMap(({ id }) => id ?? []));
  const all = (pattern: RegExp) => [...textOf(file).matchAll(pattern)].map(([, name = '']) => name);
  const needed = [...jobs.flatMap((job) => ('needs' in job && job.needs) || []), ...all(/\bneeds\.([\w-]+)\./g)];
  expect(needed.filter((name) => !names.includes(name))).toEqual([]);
  expect(all(/\bsteps\.([\w-]+)\./g).filter((id) => !ids.includes(id))).toEqual([]);
  expect(all(/\binputs\.([\w-]+)/g).filter((name) => !(name in (each.on.workflow_call?.inputs ?? {})))).toEqual([]);
});

test('each job has the permissions that it needs, and no other', () => {
  const granted = workflowFiles.flatMap((file) =>
    jobsOf(readWorkflow(file)).map(({ name, permissions }) => [`${file} ${name}`, permissions]),
  );
  const withRole = { contents: 'read', 'id-token': 'write' };
  expect(Object.fromEntries(granted)).toEqual({
    'ci.yml all': { contents: 'read' },
    'deploy-dev.yml dev': withRole,
    'deploy-prod.yml prod': withRole,
    'deploy-staging.yml staging': withRole,
    'deploy.yml plan': withRole,
    'deploy.yml deploy': withRole,
    'deploy.yml sign-in': withRole,
    'review.yml judge': { contents: 'read' },
    'review.yml comment': { 'pull-requests': 'write' },
    'review.yml sarif': { actions: 'read', contents: 'read', 'security-events': 'write' },
  });
});

test.each(workflowFiles)(
  '%s runs no script of a package at an installation, and takes nothing from a cache',
  (file) => {
    const installations = runsOf(readWorkflow(file)).filter((run) => /\bnpm (?:ci|cit|install)\b/.test(run));
    expect(installations.filter((run) => run !== 'npm ci --ignore-scripts')).toEqual([]);
    const set = usesOf(readWorkflow(file)).filter(({ uses }) => uses.startsWith('actions/setup-node@'));
    expect(set.filter((one) => one.with?.['package-manager-cache'] !== false || 'cache' in one.with)).toEqual([]);
  },
);

test('runs that would get into the way of each other wait or are ended, and a deployment is never ended half-way', () => {
  const started = workflowFiles.filter((file) => readWorkflow(file).on.workflow_call === undefined);
  const groups = Object.fromEntries(started.map((file) => [file, readWorkflow(file).concurrency]));
  expect(groups).toEqual({
    'ci.yml': { group: 'ci-${{ github.event.pull_request.number || github.sha }}', 'cancel-in-progress': true },
    'deploy-dev.yml': { group: 'deploy-dev' },
    'deploy-prod.yml': { group: 'deploy-prod' },
    'deploy-staging.yml': { group: 'deploy-staging' },
    'review.yml': { group: 'review-${{ github.event.pull_request.number }}', 'cancel-in-progress': true },
  });
});

test('a script of more than one command ends at the first that fails, in a pipe too', () => {
  const long = workflowFiles.filter((file) => runsOf(readWorkflow(file)).some((run) => run.includes('\n')));
  expect(long).toEqual(['deploy.yml', 'review.yml']);
  expect(long.map((file) => readWorkflow(file).defaults?.run.shell)).toEqual(['bash', 'bash']);
});

test('a workflow with the rights of the base branch checks out the last commit of it, and never the head', () => {
  const privileged = workflowFiles.map(readWorkflow).filter(({ on }) => on.pull_request_target !== undefined);
  expect(privileged.map(({ name }) => name)).toEqual(['review']);
  const checkouts = privileged.flatMap(usesOf).filter(({ uses }) => uses.startsWith('actions/checkout@'));
  expect(checkouts.map((one) => one.with?.['ref'])).toEqual(['${{ github.sha }}']);
  const moving = /git (?:-C \S+ )?(?:checkout|switch|merge |pull|reset|restore|worktree|rebase|cherry-pick|apply)/;
  expect(privileged.flatMap(runsOf).filter((run) => moving.test(run))).toEqual([]);
});

test('a job that may write to a pull request, or to code scanning, has no checkout and no code of the project', () => {
  const writing = workflowFiles.map(readWorkflow).flatMap(jobsOf);
  const jobs = writing.filter((job) => /"(?:pull-requests|security-events)":"write"/.test(JSON.stringify(job)));
  expect(jobs.map(({ name }) => name)).toEqual(['comment', 'sarif']);
  const steps = jobs.flatMap((job) => job.steps);
  expect(steps.filter((one) => 'uses' in one && one.uses.startsWith('actions/checkout@'))).toEqual([]);
  expect(steps.filter((one) => 'run' in one && /\b(?:npm|npx|node)\b/.test(one.run))).toEqual([]);
});

test('no workflow that runs the code of a change may write anything', () => {
  const jobs = workflowFiles
    .map(readWorkflow)
    .flatMap((each) => (each.on.pull_request === undefined ? [] : jobsOf(each)));
  expect(jobs.map((job) => job.permissions)).toEqual([{ contents: 'read' }]);
});

test('every environment has a workflow that deploys it, and only production leaves out the sign-in', () => {
  const deploying = workflowFiles
    .filter((file) => file.startsWith('deploy-'))
    .map((file) => jobsOf(readWorkflow(file))[0]);
  const wanted = environments.map(({ name, region, class: kind }) => ({
    environment: name,
    region,
    production: kind === 'production',
  }));
  expect(deploying.map((job) => job && 'with' in job && job.with)).toEqual(
    wanted.toSorted((one, other) => one.environment.localeCompare(other.environment)),
  );
});

test('CODEOWNERS names what decides, and every path that it names exists', () => {
  const owners = readFileSync(path.join(projectRoot, '.github/CODEOWNERS'), 'utf8');
  const paths = [...owners.matchAll(/^\/(\S+) +@/gm)].map(([, name = '']) => name);
  const owned = ['lib/environments/', 'approvals.json', 'lib/posture/', 'lib/review/', '.github/'];
  expect(paths).toEqual(expect.arrayContaining(owned));
  expect(paths.filter((name) => !existsSync(path.join(projectRoot, name)))).toEqual([]);
});
