import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Environment } from '../../lib/environments/environment';
import { AuthStage } from '../../lib/stacks/auth-stage';
import { readFixtureFile } from '../synthesis/project-files';
import type { TemplateResource, TemplateText } from '../synthesis/template-resource';

/** Where the stages of a test are synthesized; removed after its tests. */
export const workspace = mkdtempSync(join(tmpdir(), 'userpool-stack-'));

/** The feature flags of the app, which the command line hands over. */
export const { context } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'cdk.json'), 'utf8')) as {
  readonly context: Readonly<Record<string, unknown>>;
};

beforeAll(() => {
  // The CDK says there which asset it bundles.
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  // The validator of aws-cdk-lib takes seconds; test/commands/synth.test.ts runs it.
  process.env['CDK_VALIDATION'] = 'false';
});
afterAll(() => {
  jest.restoreAllMocks();
  rmSync(workspace, { recursive: true });
});

/** In place of esbuild: the name of the handler is enough of a bundle. */
export function writeName(entry: string, outfile: string): void {
  writeFileSync(outfile, dirname(entry));
}

/** A stage of its own for an environment that a test made. */
export function stageFor(environment: Environment): AuthStage {
  const app = new App({ outdir: join(workspace, 'templates'), context });
  return new AuthStage(app, { environment, bundle: writeName, readFile: readFixtureFile });
}

/** What an environment was synthesized to, once for all tests that ask for the same one: they are data. */
const made = new WeakMap<Environment, ReadonlyMap<string, Template>>();

function templatesOf(environment: Environment): ReadonlyMap<string, Template> {
  const templates =
    made.get(environment) ??
    new Map(
      stageFor(environment)
        .node.children.filter((child) => child instanceof Stack)
        .map((stack) => [stack.node.id, Template.fromStack(stack)] as const),
    );
  made.set(environment, templates);
  return templates;
}

/** The templates of all stacks of an environment that a test made. */
export function stacksFor(environment: Environment): readonly TemplateText[] {
  return [...templatesOf(environment).values()].map((template) => template.toJSON() as TemplateText);
}

/** The template of one stack of an environment that a test made. */
export function templateFor(environment: Environment, stack = 'auth'): Template {
  const template = templatesOf(environment).get(stack);
  if (template === undefined) throw new Error(`${environment.name} has no stack ${stack}.`);
  return template;
}

/** The resources of an environment that a test made, by logical id. */
export function resourcesFor(environment: Environment, stack = 'auth'): Readonly<Record<string, TemplateResource>> {
  return (templateFor(environment, stack).toJSON() as TemplateText).Resources;
}

/** The properties of one resource of an environment that a test made; empty if there is no such resource. */
export function propertiesOf(environment: Environment, logicalId: string): Readonly<Record<string, unknown>> {
  return resourcesFor(environment)[logicalId]?.Properties ?? {};
}
