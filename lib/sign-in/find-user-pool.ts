import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack, Resource } from '../template/resolve';
import { withNested } from '../template/with-nested';
import { UnreadablePoolError } from './unreadable-pool-error';

/** A user pool with the stack that declares it. */
export interface DeclaredUserPool {
  readonly stack: ResolvedStack;
  readonly resource: Resource;
}

/** The user pools of the stack, and of those that are nested in it. */
function userPoolsOf(stack: ResolvedStack): readonly DeclaredUserPool[] {
  return withNested(stack).flatMap((each) =>
    resourcesOfType(each, 'AWS::Cognito::UserPool').map((resource) => ({ stack: each, resource })),
  );
}

/** Path of the stack that declares the pool, and its logical id there: `dev/auth/UserPool`. */
export function pathOf({ stack, resource }: DeclaredUserPool): string {
  return `${stack.artifact.path}/${resource.logicalId}`;
}

/**
 * @param name path, logical id or UserPoolName; undefined: there is but one
 * @throws UnreadablePoolError when the stack has none of that name, or several
 */
export function findUserPool(stack: ResolvedStack, name?: string): DeclaredUserPool {
  const pools = userPoolsOf(stack);
  const found = name === undefined ? pools : pools.filter((pool) => namesOf(pool).includes(name));
  const [pool, ...others] = found;
  if (pool === undefined || others.length > 0) throw UnreadablePoolError.ofChoice(stack, pools.map(pathOf), name);
  return pool;
}

function namesOf(pool: DeclaredUserPool): readonly unknown[] {
  const { logicalId, properties } = pool.resource;
  return [pathOf(pool), logicalId, properties['UserPoolName']];
}
