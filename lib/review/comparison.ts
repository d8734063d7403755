import { subjectOf } from '../posture/subject';
import type { Intent } from '../posture/intent';
import type { Located, Subject } from '../posture/subject';
import { canonicalOf } from './effective/canonical-of';
import { effectiveOf } from './effective/effective';
import type { Entry } from './effective/form';
import { isOfCognito, tables } from './effective/tables';
import { isLeftBehind } from './left-behind';
import { pairsOf } from './pairing';
import { dependantsIn, targetOfResource, targetsIn } from './references';
import type { Pair } from './verdict';

/** One property that holds another value afterwards, of a resource that is on both sides. */
export interface PropertyDifference {
  readonly pair: Pair;
  readonly before: Located;
  readonly after: Located;
  /** Below Properties, dotted. */
  readonly property: string;
  readonly from: Entry;
  readonly to: Entry;
}

/** One environment, held against itself before the change. */
export interface Comparison {
  readonly environment: string;
  readonly before: Subject;
  readonly after: Subject;
  readonly pairs: readonly Pair[];
  /** Of resources that are the same before and after, by their pair. Create-only properties included. */
  readonly differences: ReadonlyMap<Pair, readonly PropertyDifference[]>;
  /** Whether CloudFormation makes another resource of it, by a create-only property. */
  readonly isReplaced: (pair: Pair) => boolean;
  /** Names of the resources and outputs that refer to a resource of the side before. */
  readonly dependants: (of: Located) => readonly string[];
  /** Whether a resource of the side before stays in the account when it leaves the templates. */
  readonly isLeftBehind: (located: Located) => boolean;
  readonly pairOfBefore: (located: Located) => Pair | undefined;
  readonly pairOfAfter: (located: Located) => Pair | undefined;
}

const unknownIntent: Intent = {
  class: undefined,
  assurance: undefined,
  composition: undefined,
  waivers: [],
  clientKinds: new Map(),
  authorizationAttributes: new Map(),
  publicSignUp: new Map(),
};

/** @param before undefined: the environment is new; @param after undefined: it is gone */
export function compare(environment: string, before: Subject | undefined, after: Subject | undefined): Comparison {
  const left = before ?? subjectOf(environment, after?.intent ?? unknownIntent, []);
  const right = after ?? subjectOf(environment, left.intent, []);
  const pairs = pairsOf(left, right);
  const byBefore = new Map(pairs.flatMap((pair) => (pair.before ? [[pair.before.resource, pair] as const] : [])));
  const byAfter = new Map(pairs.flatMap((pair) => (pair.after ? [[pair.after.resource, pair] as const] : [])));
  // Most changes replace nothing, and need no index of who refers to what.
  let dependants: ReadonlyMap<string, readonly string[]> | undefined;
  const differences = differencesOf(pairs);
  return {
    environment,
    before: left,
    after: right,
    pairs,
    differences,
    isReplaced: (pair) => (differences.get(pair) ?? []).some(({ property }) => isCreateOnly(typeOf(pair), property)),
    dependants: (of) => (dependants ??= dependantsIn(left)).get(targetOfResource(of)) ?? [],
    isLeftBehind: (located) => isLeftBehind(located, left, right),
    pairOfBefore: ({ resource }) => byBefore.get(resource),
    pairOfAfter: ({ resource }) => byAfter.get(resource),
  };
}

/**
 * A create-only property that refers to a replaced resource makes its own resource another one too, although the
 * template says the same; so the replaced are looked for until there are no more.
 */
function differencesOf(pairs: readonly Pair[]): ReadonlyMap<Pair, readonly PropertyDifference[]> {
  const replaced = new Set<string>();
  for (const { before, after, paired } of pairs) {
    if (before !== undefined && (after === undefined || paired !== 'by id')) replaced.add(targetOfResource(before));
  }
  const judged = pairs.filter((pair) => pair.paired === 'by id' && tables.has(typeOf(pair)));
  const others = pairs.filter((pair) => isOnBothSides(pair) && isOfCognito(typeOf(pair)) && !tables.has(typeOf(pair)));
  let found = new Map<Pair, readonly PropertyDifference[]>();
  for (let size = -1; size < replaced.size;) {
    size = replaced.size;
    found = new Map(judged.map((pair) => [pair, propertiesThatDiffer(pair, replaced)]));
    for (const [pair, differences] of found) {
      const isReplaced = differences.some(({ property }) => isCreateOnly(typeOf(pair), property));
      if (isReplaced && pair.before !== undefined) replaced.add(targetOfResource(pair.before));
    }
  }
  for (const pair of others) found.set(pair, propertiesThatDiffer(pair, new Set()));
  return found;
}

export function isCreateOnly(type: string, property: string): boolean {
  return tables.get(type)?.createOnly.includes(property) === true;
}

function typeOf({ before, after }: Pair): string {
  return (after ?? before)?.resource.type ?? '';
}

function isOnBothSides({ before, after, paired }: Pair): boolean {
  return before !== undefined && after !== undefined && paired === 'by id';
}

function propertiesThatDiffer(pair: Pair, replaced: ReadonlySet<string>): readonly PropertyDifference[] {
  const { before, after } = pair;
  if (before === undefined || after === undefined) return [];
  const left = effectiveOf(before.resource);
  const right = effectiveOf(after.resource);
  const whole = (entries: ReadonlyMap<string, Entry>, path: string): boolean =>
    path.split('.').some((_, index, keys) => index > 0 && entries.has(keys.slice(0, index).join('.')));
  // Device tracking is a difference of its own beside what is said about it.
  const isBeside = (path: string): boolean =>
    path.startsWith('DeviceConfiguration.') && [left, right].every((each) => isText(each.get('DeviceConfiguration')));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((property) => {
    const from = left.get(property) ?? { value: undefined, written: false, known: right.get(property)?.known ?? true };
    const to = right.get(property) ?? { value: undefined, written: false, known: from.known };
    // Where one side says the whole at once, that is the difference.
    if (!isBeside(property) && (whole(left, property) || whole(right, property))) return [];
    const pointsElsewhere =
      isCreateOnly(before.resource.type, property) && targetsIn(from.value).some((target) => replaced.has(target));
    const isSame = canonicalOf(from.value) === canonicalOf(to.value) && !pointsElsewhere;
    return isSame ? [] : [{ pair, before, after, property, from, to }];
  });
}

function isText(entry: Entry | undefined): boolean {
  return typeof entry?.value === 'string';
}
