import type { Intent } from '../../lib/posture/intent';
import { subjectOf } from '../../lib/posture/subject';
import type { Subject } from '../../lib/posture/subject';
import { resolveStage } from '../../lib/template/resolve';
import { isObject } from '../../lib/template/value';
import type { RawObject } from '../../lib/template/value';
import { stackArtifact } from '../template/stack-artifact';

/** Production by the strictest profiles, with nothing waived. */
export const strict: Intent = {
  class: 'production',
  assurance: 'aal2',
  composition: 'nist',
  waivers: [],
  clientKinds: new Map(),
  authorizationAttributes: new Map(),
  publicSignUp: new Map(),
};

/** A condition of which nobody knows before deployment whether it holds. */
export const undecided: RawObject = {
  Parameters: { Wanted: { Type: 'String' } },
  Conditions: { Undecided: { 'Fn::Equals': [{ Ref: 'Wanted' }, 'yes'] } },
};

/** Of a resource of which it is decided only at deployment whether it exists. */
export const perhaps: RawObject = { Condition: 'Undecided' };

/** The environment whose one stack has these resources, and its template this Metadata. */
export function subjectFrom(resources: RawObject, intent: Partial<Intent> = {}, metadata: RawObject = {}): Subject {
  const template = {
    ...undecided,
    Metadata: metadata,
    Resources: resources,
  };
  return subjectOf('test', { ...strict, ...intent }, resolveStage([stackArtifact(template)]));
}

/** The same resources; of those that are named it is decided only at deployment whether they exist. */
export function withCondition(resources: RawObject, ids: readonly string[]): RawObject {
  return Object.fromEntries(
    Object.entries(resources).map(([id, each]) => [
      id,
      isObject(each) && ids.includes(id) ? { ...each, ...perhaps } : each,
    ]),
  );
}
