import type { ResolvedStack, Resource } from '../../template/resolve';
import { resourcesOfType } from '../../template/resolve';
import { withNested } from '../../template/with-nested';
import type { Findings } from './findings';
import type { LocalDeployment } from './local-deployment';
import type { LocalIdentity } from './local-values';

/** A resource with the stack that declares it. */
export interface Declared {
  readonly stack: ResolvedStack;
  readonly resource: Resource;
}

/** A user pool that is to be served. */
export interface DeclaredPool extends Declared {
  /** The stack itself, or the one at the top in which it is nested. */
  readonly root: ResolvedStack;
  readonly identity: LocalIdentity;
  /** What is found about the pool and all that belongs to it. */
  readonly findings: Findings;
}

/** The resources of stacks that are read together, by what refers to them. */
export class DeclaredStacks {
  /** Nested ones included. */
  readonly all: readonly ResolvedStack[];
  readonly #deployment: LocalDeployment;

  /** @param deployment that gave the references in the stacks their values */
  constructor(stacks: readonly ResolvedStack[], deployment: LocalDeployment) {
    this.all = stacks.flatMap((stack) => withNested(stack));
    this.#deployment = deployment;
  }

  ofType(type: string): readonly Declared[] {
    return this.all.flatMap((stack) => resourcesOfType(stack, type).map((resource) => ({ stack, resource })));
  }

  /** What Ref (no attribute) or Fn::GetAtt of the resource is on this machine. */
  valueOf({ stack, resource }: Declared, attribute?: string): string | undefined {
    return this.#deployment.valueFor({ stack: stack.artifact.path, logicalId: resource.logicalId, attribute });
  }
}

/** Whether the stack is that one, or nested in it. */
export function isIn(stack: ResolvedStack, root: ResolvedStack): boolean {
  return withNested(root).includes(stack);
}

/** How a resource is called beside a pool: with the path of its stack where that is another one than the pool's. */
export function nameBeside(pool: Pick<Declared, 'stack'>, { stack, resource }: Declared): string {
  return stack === pool.stack ? resource.logicalId : `${stack.artifact.path}/${resource.logicalId}`;
}
