import { byText } from '../template/canonical';
import type { Control } from '../posture/control';
import { controls as catalogue } from '../posture/controls';
import type { Subject } from '../posture/subject';
import { Changes, inOrder } from './changes';
import { compare } from './comparison';
import { canonicalOf } from './effective/canonical-of';
import { judgeByOrders } from './posture-judgements';
import { judgeByVerdicts } from './posture-verdicts';
import { judgeByRules } from './rule-judgements';
import { isSameSubject } from './same-subject';
import type { Side } from './side';
import type { Change } from './verdict';

/**
 * What the change from one set of templates to another does to security and to the people who have accounts: every
 * property whose effective value differs, every resource that comes, goes or becomes another one, with what each does.
 * Most severe first; the same for the same templates, to the byte.
 *
 * @param today YYYY-MM-DD, UTC: the day on which waivers count or have expired
 */
export function review(
  before: Side,
  after: Side,
  today: string,
  controls: readonly Control[] = catalogue,
): readonly Change[] {
  return inOrder(
    environmentPairs(before, after).flatMap(([name, left, right]) =>
      // Most pull requests leave most environments as they are, and to judge one takes most of the time.
      isSameSubject(left, right) ? [] : judgeEnvironment(name, left, right, today, controls),
    ),
  );
}

/** What the change of one environment does, also where nothing has changed: then nothing. */
export function judgeEnvironment(
  name: string,
  before: Subject | undefined,
  after: Subject | undefined,
  today: string,
  controls: readonly Control[],
): readonly Change[] {
  const comparison = compare(name, before, after);
  const changes = new Changes(name);
  judgeByRules(comparison, changes);
  if (before !== undefined && after !== undefined) {
    const sameIntent = isSameIntent(before, after);
    // First what a control says outright, then what its order adds: the same verdict of a control is told once.
    judgeByVerdicts(comparison, controls, today, sameIntent, changes);
    judgeByOrders(comparison, controls, sameIntent, changes);
  }
  return changes.finished();
}

function isSameIntent({ intent: before }: Subject, { intent: after }: Subject): boolean {
  const plain = (intent: Subject['intent']): string =>
    canonicalOf(
      Object.entries(intent).map(([key, value]) => [key, JSON.stringify(value instanceof Map ? [...value] : value)]),
    );
  return plain(before) === plain(after);
}

type EnvironmentPair = readonly [name: string, before: Subject | undefined, after: Subject | undefined];

/**
 * Environments of the same name; outside of stages, where the name is that of a stack, also the only one that is gone
 * with the only one that is new.
 */
export function environmentPairs(before: Side, after: Side): readonly EnvironmentPair[] {
  const outside = (side: Side, other: Side): readonly [string, Subject][] =>
    [...side].filter(([name, { stacks }]) => !other.has(name) && stacks[0]?.artifact.stage === undefined);
  const [gone, ...moreGone] = outside(before, after);
  const [added, ...moreAdded] = outside(after, before);
  const isMove = gone !== undefined && added !== undefined && moreGone.length + moreAdded.length === 0;
  const names = [...new Set([...before.keys(), ...after.keys()])].sort(byText);
  return names.flatMap((name): readonly EnvironmentPair[] => {
    if (isMove && name === gone[0]) return [];
    if (isMove && name === added[0]) return [[name, gone[1], added[1]]];
    return [[name, before.get(name), after.get(name)]];
  });
}
