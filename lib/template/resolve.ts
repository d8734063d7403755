import type { StackArtifact } from './assembly';
import { isMacro, macrosOf } from './macros';
import { Depth } from './nesting';
import { resolveResource } from './resolve-resource';
import { resolveValue } from './resolve-value';
import type { ResolvedStack, ResolveOptions, Resource } from './resolved-stack';
import { section } from './section';
import { StackScope } from './stack-scope';
import type { Surroundings } from './stack-scope';
import { TemplateError } from './template-error';
import { isObject, Token } from './value';
import type { Value } from './value';

export { functionBundle } from './function-bundle';
export type { FunctionBundle } from './function-bundle';
export { resourcesOfType } from './resolved-stack';
export type { ResolvedStack, ResolveOptions, Resource } from './resolved-stack';

/**
 * The stack with everything resolved that can be known before deployment. What it imports from other stacks stays
 * unknown: read them together with {@link resolveStage}.
 *
 * @throws TemplateError when the template, or the template of a nested stack, cannot be read
 */
export function resolveStack(stack: StackArtifact, options: ResolveOptions = {}): ResolvedStack {
  const [resolved] = resolveStage([stack], options);
  if (resolved === undefined) throw new Error('A list of one stack resolves to a list of one stack.');
  return resolved;
}

/**
 * The stacks read together, in the same order: what one exports and another in the same account and Region imports
 * is resolved. Usually all stacks of a stage.
 *
 * @throws TemplateError when a template cannot be read, or a given parameter is declared by none of the stacks
 */
export function resolveStage(stacks: readonly StackArtifact[], options: ResolveOptions = {}): readonly ResolvedStack[] {
  refuseUndeclared(Object.keys(options.parameters ?? {}), stacks);
  const scopes: StackScope[] = [];
  const surroundings: Surroundings = {
    options,
    depth: new Depth(),
    exported: (name, importer) => exported(name, importer, scopes),
  };
  for (const stack of stacks) scopes.push(new StackScope(stack, surroundings));
  return scopes.map(resolved);
}

function resolved(scope: StackScope): ResolvedStack {
  const { artifact } = scope;
  const resources = new Map<string, Resource>();
  for (const [logicalId, raw] of Object.entries(section(artifact, 'Resources'))) {
    const resource = isMacro(logicalId) ? undefined : resolveResource(logicalId, raw, scope);
    if (resource !== undefined) resources.set(logicalId, resource);
  }
  const outputs = new Map<string, Value>();
  for (const name of Object.keys(section(artifact, 'Outputs'))) {
    const value = isMacro(name) ? undefined : scope.output(name);
    if (value !== undefined) outputs.set(name, value);
  }
  const metadata = resolveValue(section(artifact, 'Metadata'), scope);
  const nested = [...scope.nested].filter(([logicalId]) => resources.has(logicalId));
  return {
    artifact,
    resources,
    outputs,
    metadata: isObject(metadata) ? metadata : {},
    nested: new Map(nested.map(([logicalId, each]) => [logicalId, resolved(each)])),
    macros: macrosOf(artifact.template),
  };
}

/** Exports are unique in an account and Region (User Guide, "Fn::ImportValue"); nested stacks may export as well. */
function exported(name: string, importer: StackArtifact, scopes: readonly StackScope[]): Value | undefined {
  const { account, region } = importer;
  const neighbours = scopes.filter(({ artifact }) => artifact.account === account && artifact.region === region);
  const found = neighbours
    .flatMap(withNested)
    .flatMap((scope) => scope.exportsAs(name).map((output) => ({ scope, output })));
  const [only, ...others] = found;
  if (only === undefined) return undefined;
  if (others.length > 0) {
    const names = found.map(({ scope, output }) => `${scope.stack} (${output})`).join(', ');
    return new Token('invalid', { 'Fn::ImportValue': name }, [], `${name} is exported more than once: ${names}`);
  }
  return only.scope.output(only.output);
}

function withNested(scope: StackScope): readonly StackScope[] {
  return [scope, ...[...scope.nested.values()].flatMap(withNested)];
}

function refuseUndeclared(given: readonly string[], stacks: readonly StackArtifact[]): void {
  const declared = new Set(stacks.flatMap((stack) => Object.keys(section(stack, 'Parameters'))));
  const unknown = given.filter((name) => !declared.has(name));
  if (unknown.length === 0) return;
  throw new TemplateError({
    what: 'A given parameter is declared by no template',
    where: stacks.map((stack) => stack.path).join(', '),
    got: unknown.join(', '),
    expected: declared.size === 0 ? 'no parameters' : `one of ${[...declared].join(', ')}`,
    next: 'Correct the name, or leave the parameter out.',
  });
}
