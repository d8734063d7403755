import type { Located, Subject } from '../posture/subject';
import type { ResolvedStack } from '../template/resolve';
import { canonicalOf } from './effective/canonical-of';
import { settingOf } from './effective/effective';
import { tables } from './effective/tables';
import type { Pair } from './verdict';

/**
 * Every resource of both sides, paired: by stack, logical id and type; then what is gone with what is new of the same
 * type, where the construct path, the name or all properties are the same; or all but the name, where that is only for
 * people.
 */
export function pairsOf(before: Subject, after: Subject): readonly Pair[] {
  const left = located(before);
  const right = located(after);
  const stays = stacksThatStay(before, after);
  const identity = ({ stack, resource }: Located): string =>
    JSON.stringify([stack.artifact.path, resource.logicalId, resource.type]);
  const rightById = new Map(right.map((each) => [identity(each), each]));
  const leftIds = new Set(left.map(identity));

  const pairs: Pair[] = [];
  const gone: Located[] = [];
  for (const each of left) {
    const counterpart = rightById.get(identity(each));
    if (counterpart === undefined) gone.push(each);
    else {
      const paired = stays.has(each.stack.artifact.path) ? 'by id' : 'as moved';
      pairs.push({ before: each, after: counterpart, paired });
    }
  }
  const added = right.filter((each) => !leftIds.has(identity(each)));
  return [...pairs, ...matched(gone, added)];
}

/**
 * Whether a deployment reaches the same stack as before. One that could be deployed anywhere and is now tied to an
 * account or Region, or the other way round, is taken for the same.
 */
export function isSameStack({ artifact: before }: ResolvedStack, { artifact: after }: ResolvedStack): boolean {
  const agree = (left: string | undefined, right: string | undefined): boolean =>
    left === undefined || right === undefined || left === right;
  return (
    before.stackName === after.stackName && agree(before.account, after.account) && agree(before.region, after.region)
  );
}

function stacksThatStay(before: Subject, after: Subject): ReadonlySet<string> {
  const afterByPath = new Map(after.stacks.map((stack) => [stack.artifact.path, stack]));
  const same = before.stacks.filter((stack) => {
    const counterpart = afterByPath.get(stack.artifact.path);
    return counterpart !== undefined && isSameStack(stack, counterpart);
  });
  return new Set(same.map(({ artifact }) => artifact.path));
}

function located({ stacks }: Subject): readonly Located[] {
  return stacks.flatMap((stack) => [...stack.resources.values()].map((resource) => ({ stack, resource })));
}

/** The most alike first; what is like nothing stays alone. */
function matched(gone: readonly Located[], added: readonly Located[]): readonly Pair[] {
  const candidates = gone.flatMap((before) =>
    added
      .filter(({ resource }) => resource.type === before.resource.type)
      .map((after) => ({ before, after, likeness: likeness(before, after) }))
      .filter((candidate) => candidate.likeness > 0),
  );
  const taken = new Set<Located>();
  const pairs: Pair[] = [];
  for (const { before, after } of candidates.toSorted((left, right) => right.likeness - left.likeness)) {
    if (taken.has(before) || taken.has(after)) continue;
    taken.add(before).add(after);
    const isInStack = before.stack.artifact.path === after.stack.artifact.path;
    pairs.push({ before, after, paired: isInStack ? 'as renamed' : 'as moved' });
  }
  const alone = (each: Located): boolean => !taken.has(each);
  return [
    ...pairs,
    ...gone.filter(alone).map((before): Pair => ({ before, after: undefined, paired: 'by id' })),
    ...added.filter(alone).map((after): Pair => ({ before: undefined, after, paired: 'by id' })),
  ];
}

function likeness({ resource: before }: Located, { resource: after }: Located): number {
  const { name, createOnly = [] } = tables.get(before.type) ?? {};
  const named = name === undefined ? undefined : settingOf(before, name);
  const isSameName =
    name !== undefined && named !== undefined && canonicalOf(named) === canonicalOf(settingOf(after, name));
  const isSamePath = before.constructPath !== undefined && before.constructPath === after.constructPath;
  const isSame = canonicalOf(before.properties) === canonicalOf(after.properties);
  const isForPeople = name !== undefined && named !== undefined && !createOnly.includes(name);
  const isSameButName = isForPeople && withoutName(before, name) === withoutName(after, name);
  return (isSamePath ? 8 : 0) + (isSameName ? 4 : 0) + (isSame ? 2 : 0) + (isSameButName ? 1 : 0);
}

function withoutName({ properties }: Located['resource'], name: string): string {
  return canonicalOf(Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name)));
}
