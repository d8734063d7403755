import { subjectOf } from '../posture/subject';
import type { Located, PoolView, Subject } from '../posture/subject';
import type { ResolvedStack, Resource } from '../template/resolve';
import { Token } from '../template/value';
import type { Reference, Value } from '../template/value';
import type { Counterpart } from './counterparts';
import type { LiveResource } from './live-resources';
import { rejoin } from './rejoin';
import { settled } from './settled';

/** A place of which only that there is a value could be compared. */
export interface Unread {
  readonly declared: Located;
  readonly property: string;
}

/** The environment as it is, read like a template: what a control or an order looks at. */
export interface LiveSubject {
  readonly subject: Subject;
  /** The counterparts with their live resource as the subject has it; undefined where there is none. */
  readonly resources: ReadonlyMap<Counterpart, Located | undefined>;
  readonly unread: readonly Unread[];
}

/** The resources of the template with the live values in them, without those that are gone, with those that nobody declared. */
export function liveSubjectOf(
  declared: Subject,
  { pool }: PoolView,
  counterparts: readonly Counterpart[],
  valueOf: (reference: Reference) => string | undefined,
): LiveSubject {
  const unread: Unread[] = [];
  const replaced = new Map<Resource, Resource | undefined>();
  const added: Resource[] = [];
  const resourceOf = new Map<Counterpart, Resource>();
  for (const [index, counterpart] of counterparts.entries()) {
    switch (counterpart.kind) {
      case 'both': {
        const { declared: at } = counterpart;
        const resource = asTemplate(at, counterpart.live, valueOf, (property) =>
          unread.push({ declared: at, property }),
        );
        replaced.set(at.resource, resource);
        resourceOf.set(counterpart, resource);
        break;
      }
      case 'gone':
        replaced.set(counterpart.declared.resource, undefined);
        break;
      case 'undeclared': {
        const resource = undeclared(pool, counterpart.live, index);
        added.push(resource);
        resourceOf.set(counterpart, resource);
        break;
      }
      case 'unknown':
    }
  }
  const live = (stack: ResolvedStack): ResolvedStack => ({
    ...stack,
    resources: new Map(
      [
        ...[...stack.resources.values()].map((each) => (replaced.has(each) ? replaced.get(each) : each)),
        ...(stack === pool.stack ? added : []),
      ].flatMap((each) => (each === undefined ? [] : [[each.logicalId, each] as const])),
    ),
    nested: new Map([...stack.nested].map(([logicalId, each]) => [logicalId, live(each)])),
  });
  const nested = new Set(declared.stacks.flatMap((stack) => [...stack.nested.values()]));
  const roots = declared.stacks.filter((stack) => !nested.has(stack)).map(live);
  const subject = subjectOf(declared.name, declared.intent, roots);
  const located = (resource: Resource): Located | undefined =>
    subject.ofType(resource.type).find((each) => each.resource === resource);
  return {
    subject,
    resources: new Map([...resourceOf].map(([counterpart, resource]) => [counterpart, located(resource)])),
    unread,
  };
}

function asTemplate(
  { resource }: Located,
  { type, properties }: LiveResource,
  valueOf: (reference: Reference) => string | undefined,
  unread: (property: string) => void,
): Resource {
  const found = settled(type, resource.properties, properties);
  const live = rejoin(resource.properties, found, '', { valueOf, unread });
  const kept = ['UserPoolId', 'ClientId'].flatMap((name) => {
    const value = resource.properties[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...resource, properties: { ...(live as Record<string, Value>), ...Object.fromEntries(kept) } };
}

/** A resource that no template has, as if one had it. */
function undeclared(
  { stack, resource: pool }: Located,
  { type, name, properties }: LiveResource,
  index: number,
): Resource {
  const reference = { stack: stack.artifact.path, logicalId: pool.logicalId, attribute: undefined };
  const UserPoolId = new Token('reference', { Ref: pool.logicalId }, [reference], 'the user pool itself');
  return {
    // A logical id has letters and digits only: none of the template's is the same.
    logicalId: `(undeclared ${index}) ${name}`,
    type,
    properties: { ...properties, UserPoolId },
    metadata: {},
    deletionPolicy: undefined,
    updateReplacePolicy: undefined,
    constructPath: undefined,
    condition: undefined,
  };
}
