import type { EnvironmentClass } from '../posture/intent';
import { verdictKinds } from './verdict';
import type { VerdictKind } from './verdict';

/**
 * The verdicts that stop a change of an environment of a class. In production everything that takes something from
 * somebody, and what nobody can tell. Before production what the next deployment cannot put right. In a sandbox, which may
 * be thrown away with its users, only what the service refuses: nobody has anything of a deployment that rolls back.
 */
export const thresholds: Readonly<Record<EnvironmentClass, readonly VerdictKind[]>> = {
  sandbox: ['refused-at-deploy'],
  'pre-production': ['destroys-users', 'refused-at-deploy', 'irreversible', 'new-client-id'],
  production: verdictKinds.filter((kind) => kind !== 'strengthens' && kind !== 'neutral'),
};

/** Most is at stake in the last one. */
const stakes: readonly EnvironmentClass[] = ['sandbox', 'pre-production', 'production'];

/**
 * The class that a change is judged by: of the two sides the one where more is at stake, so that a change cannot lower its
 * own threshold. A class that nobody declared is taken for production.
 *
 * @param sides the classes of the sides that have the environment
 */
export function judgedClass(sides: readonly (EnvironmentClass | undefined)[]): EnvironmentClass {
  const known = sides.map((each) => each ?? 'production');
  return stakes.findLast((each) => known.includes(each)) ?? 'production';
}
