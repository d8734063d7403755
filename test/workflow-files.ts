import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../lib/commands/project-root';

// js-yaml comes without types.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { safeLoad } = require('js-yaml') as { readonly safeLoad: (text: string) => unknown };
export const parseYaml = safeLoad;

/*
 * A schema written here, strict where GitHub is lenient: a key that is misspelt is no key of it. It has what these
 * workflows use, not all that GitHub takes. There is no linter of workflows among the packages of this project.
 */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const environmentVariables = z.record(z.string().regex(/^[A-Z][A-Z_]*$/), scalar);
const level = z.enum(['read', 'write']);
const permissions = z.strictObject({
  actions: z.literal('read').optional(),
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
const main = z.tuple([z.literal('main')]);
const activity = z.enum(['opened', 'synchronize', 'reopened', 'edited']);
export const workflow = z.strictObject({
  name: z.string(),
  on: z.strictObject({
    pull_request: z.null().optional(),
    // For main only: a base branch of somebody's own could bring the judge along.
    pull_request_target: z.strictObject({ branches: main, types: z.array(activity) }).optional(),
    push: z.strictObject({ branches: main }).optional(),
    workflow_dispatch: z.null().optional(),
    workflow_call: z.strictObject({ inputs: z.record(z.string(), input) }).optional(),
  }),
  // Nothing by default: each job names its own.
  permissions: z.strictObject({}),
  concurrency: concurrency.optional(),
  defaults: z.strictObject({ run: z.strictObject({ shell: z.literal('bash') }) }).optional(),
  jobs: z.record(z.string(), z.union([stepsJob, callingJob])),
});
type Workflow = z.infer<typeof workflow>;

const folder = path.join(projectRoot, '.github/workflows');
export const workflowFiles = readdirSync(folder);
export const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
export const readWorkflow = (file: string): Workflow => workflow.parse(parseYaml(textOf(file)));

export const jobsOf = (each: Workflow) =>
  Object.entries(each.jobs).map(([name, job]) => ({ name, ...job, steps: 'steps' in job ? job.steps : [] }));
export const stepsOf = (each: Workflow) => jobsOf(each).flatMap(({ steps }) => steps);
export const usesOf = (each: Workflow) => stepsOf(each).flatMap((one) => ('uses' in one ? [one] : []));
export const runsOf = (each: Workflow) => stepsOf(each).flatMap((one) => ('run' in one ? [one.run] : []));
