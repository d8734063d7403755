import type { ResolvedStack, Resource } from '../template/resolve';
import { attributeReference } from '../template/value';
import { withNested } from '../template/with-nested';
import type { Intent } from './intent';

/** A resource with the stack that declares it. */
export interface Located {
  readonly stack: ResolvedStack;
  readonly resource: Resource;
}

/** A user pool with the resources that name it. */
export interface PoolView {
  readonly pool: Located;
  readonly clients: readonly Located[];
  /** All other resources that name the pool in a property, by type: `AWS::Cognito::UserPoolDomain`. */
  readonly parts: (type: string) => readonly Located[];
}

/** One environment as its templates tell it: what a control looks at. */
export interface Subject {
  /** The stage, or the path of a stack outside of every stage: `prod`. */
  readonly name: string;
  /** What CloudFormation has no property for. */
  readonly intent: Intent;
  /** Nested ones included. */
  readonly stacks: readonly ResolvedStack[];
  readonly pools: readonly PoolView[];
  /** Every resource of a type, in whichever stack. */
  readonly ofType: (type: string) => readonly Located[];
  /** The resource that a Ref or Fn::GetAtt means, in whichever stack. */
  readonly resourceAt: (value: Parameters<typeof attributeReference>[0]) => Located | undefined;
}

/** @param roots stacks of one environment that were resolved together */
export function subjectOf(name: string, intent: Intent, roots: readonly ResolvedStack[]): Subject {
  const stacks = roots.flatMap((stack) => withNested(stack));
  const byPath = new Map(stacks.map((stack) => [stack.artifact.path, stack]));
  const byType = new Map<string, Located[]>();
  for (const stack of stacks) {
    for (const resource of stack.resources.values()) {
      const located = byType.get(resource.type);
      if (located === undefined) byType.set(resource.type, [{ stack, resource }]);
      else located.push({ stack, resource });
    }
  }
  const ofType = (type: string): readonly Located[] => byType.get(type) ?? [];
  const resourceAt: Subject['resourceAt'] = (value) => {
    const reference = attributeReference(value);
    const stack = byPath.get(reference?.stack ?? '');
    const resource = stack?.resources.get(reference?.logicalId ?? '');
    return stack && resource && { stack, resource };
  };
  const pools = ofType('AWS::Cognito::UserPool').map((pool): PoolView => {
    const parts = (type: string): readonly Located[] =>
      ofType(type).filter(({ resource }) => resourceAt(resource.properties['UserPoolId'])?.resource === pool.resource);
    return { pool, clients: parts('AWS::Cognito::UserPoolClient'), parts };
  });
  return { name, intent, stacks, pools, ofType, resourceAt };
}
