import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../lib/commands/project-root';
import { environments } from '../lib/environments/environments';

// js-yaml comes without types.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { safeLoad } = require('js-yaml') as { readonly safeLoad: (text: string) => unknown };

/*
 * A schema written here, strict where GitHub is lenient: a key that is misspelt is no key of it. It has what these
 * workflows use, not all that GitHub takes. There is no linter of workflows among the packages of this project.
 */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const environmentVariables = z.record(z.string().regex(/^[A-Z][A-Z_]*$/), scalar);
const level = z.enum(['read', 'write']);
const permissions = z.strictObject({
  contents: z.literal('read').optional(),
  'id-token': z.literal('write').optional(),
  'pull-requests': level.optional(),
  'security-events': level.optional(),
});
const stepBase = { id: z.string(), name: z.string(), if: z.string(), env: environmentVariables };
const optionalBase = z.strictObject(stepBase).partial().shape;
const step = z.union([
  z.strictObject({ ...optionalBase, run: z.string() }),
  z.strictObject({ ...optionalBase, uses: z.string(), with: z.record(z.string(), scalar).optional() }),
]);
const concurrency = z.strictObject({ group: z.string(), 'cancel-in-progress': z.boolean().optional() });
const stepsJob = z.strictObject({
  needs: z.string().optional(),
  if: z.string().optional(),
  'runs-on': z.literal('ubuntu-latest'),
  'timeout-minutes': z.number().int().positive(),
  environment: z.string().optional(),
  concurrency: concurrency.optional(),
  permissions,
  outputs: z.record(z.string(), z.string()).optional(),
  env: environmentVariables.optional(),
  steps: z.array(step).min(1),
});
const callingJob = z.strictObject({
  if: z.string().optional(),
  permissions,
  uses: z.string().startsWith('./.github/workflows/'),
  with: z.record(z.string(), scalar),
});
const input = z.strictObject({ type: z.enum(['string', 'boolean']), required: z.literal(true) });
const pullRequest = z.strictObject({ types: z.array(z.string()).optional() }).nullable();
const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    pull_request: pullRequest.optional(),
    pull_request_target: pullRequest.optional(),
    push: z.strictObject({ branches: z.tuple([z.literal('main')]) }).optional(),
    workflow_dispatch: z.null().optional(),
    workflow_call: z.strictObject({ inputs: z.record(z.string(), input) }).optional(),
  }),
  // Nothing by default: each job names its own.
  permissions: z.strictObject({}),
  concurrency: concurrency.optional(),
  jobs: z.record(z.string(), z.union([stepsJob, callingJob])),
});
type Workflow = z.infer<typeof workflow>;

const folder = path.join(projectRoot, '.github/workflows');
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const read = (file: string): Workflow => workflow.parse(safeLoad(textOf(file)));

const jobsOf = (each: Workflow) =>
  Object.entries(each.jobs).map(([name, job]) => ({ name, ...job, steps: 'steps' in job ? job.steps : [] }));
const stepsOf = (each: Workflow) => jobsOf(each).flatMap(({ steps }) => steps);
const usesOf = (each: Workflow) => stepsOf(each).flatMap((one) => ('uses' in one ? [one] : []));
const runsOf = (each: Workflow) => stepsOf(each).flatMap((one) => ('run' in one ? [one.run] : []));

test('there are the workflows that the page names, and no other', () => {
  const page = readFileSync(path.join(projectRoot, 'docs/pull-requests.md'), 'utf8');
  const named = [...page.matchAll(/`(?:\.github\/workflows\/)?([\w-]+\.yml)`/g)].map(([, file = '']) => file);
  expect([...new Set(named)].toSorted()).toEqual(files.toSorted());
});

test.each(files)('%s is of the schema, and every job names its permissions', (file) => {
  expect(workflow.safeParse(safeLoad(textOf(file))).error?.issues ?? []).toEqual([]);
});

test.each(files)('%s pins every action to a commit or to the tag of a release', (file) => {
  const loose = usesOf(read(file)).filter(
    ({ uses }) => !/^[\w-]+\/[\w/-]+@(?:[0-9a-f]{40}|v\d+\.\d+\.\d+)$/.test(uses),
  );
  expect(loose).toEqual([]);
});

test.each(files)('%s puts neither a secret nor an expression into the text of a script', (file) => {
  expect(textOf(file)).not.toMatch(/\bsecrets\b/);
  expect(runsOf(read(file)).filter((run) => run.includes('${{'))).toEqual([]);
});

test.each(files)('%s leaves no credentials of git behind its checkout', (file) => {
  const checkouts = usesOf(read(file)).filter(({ uses }) => uses.startsWith('actions/checkout@'));
  expect(checkouts.filter((one) => one.with?.['persist-credentials'] !== false)).toEqual([]);
});

test.each(files)('%s names npm scripts that are there', (file) => {
  const { scripts } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const named = runsOf(read(file)).flatMap((run) =>
    [...run.matchAll(/npm run (?:--silent )?([\w:-]*\w)/g)].map(([, name = '']) => name),
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('a workflow with the rights of the base branch checks out its commit, and never the head', () => {
  const privileged = files.map(read).filter(({ on }) => on.pull_request_target !== undefined);
  expect(privileged.map(({ name }) => name)).toEqual(['review']);
  const checkouts = privileged.flatMap(usesOf).filter(({ uses }) => uses.startsWith('actions/checkout@'));
  expect(checkouts.map((one) => one.with?.['ref'])).toEqual(['${{ github.event.pull_request.base.sha }}']);
  const moving = /git (?:-C \S+ )?(?:checkout|switch|merge |pull|reset|restore|worktree|rebase|cherry-pick|apply)/;
  expect(privileged.flatMap(runsOf).filter((run) => moving.test(run))).toEqual([]);
});

test('a job that may write to a pull request, or to code scanning, has no checkout and no code of the project', () => {
  const writing = files.map(read).flatMap(jobsOf);
  const jobs = writing.filter((job) => /"(?:pull-requests|security-events)":"write"/.test(JSON.stringify(job)));
  expect(jobs.map(({ name }) => name)).toEqual(['comment', 'sarif']);
  const steps = jobs.flatMap((job) => job.steps);
  expect(steps.filter((one) => 'uses' in one && one.uses.startsWith('actions/checkout@'))).toEqual([]);
  expect(steps.filter((one) => 'run' in one && /\b(?:npm|npx|node)\b/.test(one.run))).toEqual([]);
});

test('no workflow that runs the code of a change may write anything', () => {
  const jobs = files.map(read).flatMap((each) => (each.on.pull_request === undefined ? [] : jobsOf(each)));
  expect(jobs.map((job) => job.permissions)).toEqual([{ contents: 'read' }]);
});

test('every environment has a workflow that deploys it, and only production leaves out the sign-in', () => {
  const deploying = files.filter((file) => file.startsWith('deploy-')).map((file) => jobsOf(read(file))[0]);
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
