import type { Assembly, StackArtifact } from '../template/assembly';
import { isObject } from '../template/value';
import type { RawValue } from '../template/value';
import { withNested } from '../template/with-nested';
import { UsageError } from './usage-error';

/**
 * Every stack with a user pool, its own or one of a nested stack.
 *
 * @throws UsageError when there is none
 */
export function stacksWithPool({ directory, stacks }: Assembly): readonly StackArtifact[] {
  const found = stacks.filter(hasUserPool);
  if (found.length > 0) return found;
  const known = stacks.map(({ path }) => path).join(', ') || 'none';
  throw new UsageError(
    `${directory} has no stack with a user pool. Its stacks: ${known}. ` +
      'Name another assembly with --assembly, or start without any pool with --empty.',
  );
}

/**
 * The stacks with a user pool that a name means: those of a stage, or the one of that path or name.
 *
 * @throws UsageError when there is none
 */
export function pickStacks({ directory, stacks }: Assembly, name: string): readonly StackArtifact[] {
  const withPool = stacks.filter(hasUserPool);
  const found = withPool.filter(({ stage, path, stackName }) => [stage, path, stackName].includes(name));
  if (found.length > 0) return found;
  const known = withPool.map(({ path }) => path).join(', ') || 'none';
  throw new UsageError(
    `${directory} has no stack with a user pool for the environment ${name}. It has: ${known}. ` +
      'Name one of them with --env.',
  );
}

/**
 * The one stack with a user pool that a name means.
 *
 * @throws UsageError when there is none, or more than one
 */
export function pickStack(assembly: Assembly, name: string): StackArtifact {
  const found = pickStacks(assembly, name);
  const [stack, ...others] = found;
  if (stack === undefined || others.length > 0) {
    throw new UsageError(
      `The environment ${name} has ${found.length} stacks with a user pool: ${found.map(({ path }) => path).join(', ')}. ` +
        'Name one of them with --env.',
    );
  }
  return stack;
}

function hasUserPool(stack: StackArtifact): boolean {
  return withNested(stack).some(({ template }) => {
    const resources: RawValue | undefined = template['Resources'];
    if (!isObject(resources)) return false;
    return Object.values(resources).some((each) => isObject(each) && each['Type'] === 'AWS::Cognito::UserPool');
  });
}
