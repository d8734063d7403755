import type { Intent } from '../../lib/posture/intent';
import { subjectOf } from '../../lib/posture/subject';
import type { Subject } from '../../lib/posture/subject';
import { resolveStage } from '../../lib/template/resolve';
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

/** The environment whose one stack has these resources, and its template this Metadata. */
export function subjectFrom(resources: RawObject, intent: Partial<Intent> = {}, metadata: RawObject = {}): Subject {
  const template = { Metadata: metadata, Resources: resources };
  return subjectOf('test', { ...strict, ...intent }, resolveStage([stackArtifact(template)]));
}
