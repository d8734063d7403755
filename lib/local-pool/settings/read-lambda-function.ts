import { functionBundle } from '../../template/resolve';
import type { FunctionBundle, Resource } from '../../template/resolve';
import type { Value } from '../../template/value';
import { isObject, Token } from '../../template/value';
import type { Complaint, Findings } from './findings';
import { brief } from './findings';
import type { DeclaredPool, DeclaredStacks } from './declared-stacks';
import { nameBeside } from './declared-stacks';
import { isInvocable } from './lambda-permission';
import { parseScalar, unresolved } from './parse-value';
import type { TriggerFunction } from './pool-settings';
import { integer } from './property-table';
import type { FunctionReference } from './function-reference';

/** What is needed to follow the ARN of a trigger to the bundle in the assembly. */
export interface TriggerContext {
  readonly pool: DeclaredPool;
  readonly stacks: DeclaredStacks;
  /** Of the pool's own stack. */
  readonly findings: Findings;
}

/** A function with the bundle that will be deployed; undefined when it cannot run here, which stops the start. */
export function readLambdaFunction(
  arn: string,
  target: FunctionReference,
  { pool, stacks, findings: ofPool }: TriggerContext,
): Omit<TriggerFunction, 'eventVersion'> | undefined {
  const { stack, resource } = target.lambda;
  const { logicalId, properties } = resource;
  const findings = ofPool.in(stack.artifact.path);
  const bundle = functionBundle(stack, resource);
  const refusal = refusalOf(bundle, properties);
  if (refusal !== undefined) findings.stop(logicalId, refusal.path, refusal.complaint);
  const { Layers: layers } = properties;
  if (layers !== undefined) findings.name('lambdaLayer', logicalId, 'Layers', layers);
  const rest = {
    logicalId: nameBeside(pool, target.lambda),
    arn,
    environment: readEnvironment(resource, findings),
    memoryMegabytes: readLimit(resource, 'MemorySize', { from: 128, to: 10_240, absent: 128 }, findings),
    timeoutSeconds: readLimit(resource, 'Timeout', { from: 1, to: 900, absent: 3 }, findings),
    invocable: isInvocable(target, pool, stacks),
  };
  return bundle.kind === 'directory' ? { ...rest, directory: bundle.directory, handler: bundle.handler } : undefined;
}

/** Only a directory of the assembly with JavaScript in it can be run on this machine. */
function refusalOf(
  bundle: FunctionBundle,
  properties: Resource['properties'],
): { readonly path: string; readonly complaint: Complaint } | undefined {
  const expected = 'a directory of the assembly, for a Node.js runtime (nodejs24.x)';
  if (bundle.kind === 'image') {
    const nextStep = 'Package the trigger as a zip asset: container images do not run here.';
    return { path: 'PackageType', complaint: { got: 'a container image', expected, nextStep } };
  }
  const runtime = properties['Runtime'];
  if (typeof runtime === 'string' && !runtime.startsWith('nodejs')) {
    const nextStep = 'Leave this trigger out of the stack that is run locally: other languages do not run here.';
    return { path: 'Runtime', complaint: { got: brief(runtime), expected, nextStep } };
  }
  const nextStep = 'Give the code as a directory asset (Code.fromAsset) of the synthesized assembly.';
  switch (bundle.kind) {
    case 'directory':
      return undefined;
    case 'archive':
      return { path: 'Code', complaint: { got: `the archive ${bundle.file}`, expected, nextStep } };
    case 'inline':
      return { path: 'Code.ZipFile', complaint: { got: 'code in the template', expected, nextStep } };
    case 'missing':
      return { path: 'Code', complaint: { got: bundle.reason, expected, nextStep } };
  }
}

/** Values are not shown in problems: they can be secrets. */
function readEnvironment(lambda: Resource, findings: Findings): TriggerFunction['environment'] {
  const environment = lambda.properties['Environment'] ?? {};
  const variables = isObject(environment) ? (environment['Variables'] ?? {}) : environment;
  if (!isObject(variables)) {
    findings.stop(lambda.logicalId, 'Environment', notText(variables, 'an object of texts'));
    return {};
  }
  const texts = Object.entries(variables).map(([name, value]) => {
    if (typeof value !== 'object') return [name, String(value)] as const;
    findings.stop(lambda.logicalId, `Environment.Variables.${name}`, notText(value, 'a text'));
    return [name, ''] as const;
  });
  return Object.fromEntries(texts);
}

function notText(value: Value, expected: string): Complaint {
  if (value instanceof Token) return unresolved(value, expected);
  return { got: 'something else', expected, nextStep: `Write ${expected}.` };
}

function readLimit(
  lambda: Resource,
  name: 'MemorySize' | 'Timeout',
  { from, to, absent }: { readonly from: number; readonly to: number; readonly absent: number },
  findings: Findings,
): number {
  const value = lambda.properties[name];
  if (value === undefined) return absent;
  const parsed = parseScalar(integer(from, to, absent), value);
  if (!parsed.ok) findings.stop(lambda.logicalId, name, parsed.complaint);
  return parsed.ok ? Number(parsed.value) : absent;
}
