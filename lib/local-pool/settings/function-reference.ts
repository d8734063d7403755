import type { Value } from '../../template/value';
import type { Declared, DeclaredStacks } from './declared-stacks';

/** A function of the stacks, by its own ARN or by that of an alias, which has permissions of its own. */
export interface FunctionReference {
  readonly lambda: Declared;
  readonly alias: Declared | undefined;
}

/** The function behind an ARN; undefined for what is no function of the stacks, or not in its current version. */
export function functionBehind(arn: Value, stacks: DeclaredStacks): FunctionReference | undefined {
  const functions = stacks.ofType('AWS::Lambda::Function');
  const lambda = functions.find((candidate) => arn === stacks.valueOf(candidate, 'Arn'));
  if (lambda !== undefined) return { lambda, alias: undefined };
  const alias = stacks.ofType('AWS::Lambda::Alias').find((candidate) => arn === stacks.valueOf(candidate));
  const owner = alias && functions.find((candidate) => isCurrentVersion(alias, candidate, stacks));
  return owner && { lambda: owner, alias };
}

/** The bundle in the assembly is the newest version: an alias of another one, or of two, runs what is not here. */
function isCurrentVersion({ resource: alias }: Declared, lambda: Declared, stacks: DeclaredStacks): boolean {
  const { FunctionName: owner, FunctionVersion: version, RoutingConfig: routing } = alias.properties;
  const published = stacks
    .ofType('AWS::Lambda::Version')
    .some(
      (candidate) =>
        version === stacks.valueOf(candidate, 'Version') &&
        isOf(candidate.resource.properties['FunctionName'], lambda, stacks),
    );
  return isOf(owner, lambda, stacks) && routing === undefined && (published || version === '$LATEST');
}

/** A function is named by its ARN, or by its name, which is what Ref gives. */
function isOf(name: Value | undefined, lambda: Declared, stacks: DeclaredStacks): boolean {
  return typeof name === 'string' && (name === stacks.valueOf(lambda) || name === stacks.valueOf(lambda, 'Arn'));
}
