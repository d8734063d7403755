import type { Finding } from './control';
import type { Order } from './order';
import type { Located } from './subject';

/** What happens to a resource that leaves the template, or is replaced. */
const attributes = ['DeletionPolicy', 'UpdateReplacePolicy'] as const;

/** RetainExceptOnCreate keeps everything but what a failed creation has made. */
const keeping = ['Retain', 'RetainExceptOnCreate'];

function policyOf({ resource }: Located, attribute: (typeof attributes)[number]): string {
  const written = attribute === 'DeletionPolicy' ? resource.deletionPolicy : resource.updateReplacePolicy;
  // What CloudFormation does where neither is written, for every type that is not a database with snapshots.
  return written ?? 'Delete';
}

/** Whether a resource is kept, one finding for each of the two policies. */
export function retentionFindings(at: Located): readonly Finding[] {
  return attributes.map((property) => {
    const found = policyOf(at, property);
    const isKept = keeping.includes(found);
    const { condition } = at.resource;
    const verdict = condition !== undefined ? 'unknown' : isKept ? 'pass' : 'fail';
    return { verdict, at, property, found, wanted: 'Retain' };
  });
}

/** The two policies of resources of a type, for the diff. */
export function retentionOrders(type: string): readonly Order[] {
  return attributes.map((property) => ({
    type,
    property,
    measure: (at) => ({ kind: 'known', value: keeping.includes(policyOf(at, property)) }),
    scale: { kind: 'levels', weakToStrong: [false, true] },
  }));
}
