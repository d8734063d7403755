import type { Changes } from './changes';
import type { Comparison, PropertyDifference } from './comparison';
import { isCreateOnly } from './comparison';
import { cureOfCause } from './consequences';
import { isOfCognito, tables } from './effective/tables';
import { isRetained } from './left-behind';
import { propertyRemoved } from './rules/property-removed';
import { rules } from './rules';
import { covers } from './rules/rule';
import type { CombinationRule, Fate, FateRule, Happening, PropertyRule, Rule, Ruling } from './rules/rule';
import { isUnknown } from './rules/values';
import { newResource, notKnown } from './rules/without-a-rule';
import { shownValue } from './shown-value';
import type { Judgement, Pair } from './verdict';
import { valueAt } from './written';

const ofKind = <K extends Rule['kind']>(kind: K): readonly Extract<Rule, { kind: K }>[] =>
  rules.filter((rule): rule is Extract<Rule, { kind: K }> => rule.kind === kind);
const fateRules: readonly FateRule[] = ofKind('fate');
const propertyRules: readonly PropertyRule[] = ofKind('property');
const combinationRules: readonly CombinationRule[] = ofKind('combination');

/** What the rules say of an environment. What no rule knows is uncertain, and named. */
export function judgeByRules(comparison: Comparison, changes: Changes): void {
  for (const happening of comparison.pairs.flatMap((pair) => happeningsOf(pair, comparison))) {
    changes.add(placeOf(happening), judgementsOfFate(happening), unjudgedFate(happening));
  }
  for (const [pair, differences] of comparison.differences) {
    for (const difference of differences) {
      if (isCreateOnly(typeOf(pair), difference.property)) continue;
      changes.add(placeOf(difference), judgementsOfProperty(difference, comparison), unjudgedProperty(difference));
    }
  }
  judgeCombinations(comparison, changes);
  for (const rule of ofKind('environment')) {
    for (const { rulings, ...place } of rule.observe(comparison)) changes.add(place, judged(rule, rulings));
  }
}

function happeningsOf(pair: Pair, comparison: Comparison): readonly Happening[] {
  const type = typeOf(pair);
  if (!isOfCognito(type) && !tables.has(type)) return [];
  const { before, after } = pair;
  const base = { comparison, pair, type, property: '', from: undefined, to: undefined };
  if (before === undefined) return [{ ...base, fate: 'added', leftBehind: false }];
  const isKept = comparison.isLeftBehind(before);
  if (after === undefined) return [{ ...base, fate: 'removed', leftBehind: isKept }];
  if (pair.paired !== 'by id') {
    const fate: Fate = pair.paired === 'as renamed' ? 'renamed' : 'moved';
    return [{ ...base, fate, leftBehind: isKept }];
  }
  const leftBehind = isRetained(before.resource.updateReplacePolicy);
  return (comparison.differences.get(pair) ?? [])
    .filter(({ property }) => isCreateOnly(type, property))
    .map(({ property, from, to }) => ({ ...base, fate: 'replaced', property, from, to, leftBehind }));
}

function judgementsOfFate(happening: Happening): readonly Judgement[] {
  const { type, fate, property } = happening;
  const judgements = fateRules
    .filter(
      (rule) =>
        rule.types.includes(type) &&
        rule.fates.includes(fate) &&
        (fate !== 'replaced' || rule.properties === undefined || rule.properties.includes(property)),
    )
    .flatMap((rule) => judged(rule, rule.judge(happening)));
  const cure = cureOfCause(happening);
  if (cure === undefined) return judgements;
  return judgements.map((each) => (each.instead === undefined ? each : { ...each, instead: cure }));
}

function unjudgedFate({ type, fate }: Happening): Judgement {
  if (!tables.has(type)) return unknownEffect(`${type} is a type that no rule knows.`);
  return fate === 'added' ? somethingNew : unknownEffect(`No rule knows what it means that an ${type} is ${fate}.`);
}

function judgementsOfProperty(difference: PropertyDifference, comparison: Comparison): readonly Judgement[] {
  const { property, from, to, pair } = difference;
  const type = typeOf(pair);
  if (!tables.has(type)) return [unknownEffect(`${type} is a type that no rule knows.`)];
  if (!(from.known && to.known)) return [unknownEffect(`${type} has no property ${property} that any rule knows.`)];
  const found = propertyRules
    .filter((rule) => rule.types.includes(type) && covers(rule.properties, property))
    .flatMap((rule) => judged(rule, rule.judge(difference, comparison)));
  if (!from.written || to.written || isPartOfWritten(difference)) return found;
  // What is only taken out of the template may stay as it was: nothing is gained, and nothing is harmless, for sure.
  const kept = found
    .filter(({ verdict }) => verdict !== 'neutral' && verdict !== 'strengthens')
    .map((judgement) => ({ ...judgement, effect: `If the default takes its place: ${judgement.effect}` }));
  return [...kept, ...judged(propertyRemoved, propertyRemoved.judge(difference, comparison))];
}

/** Whether it is an element of a list or map that is still there: that is sent whole, and nothing of it stays. */
function isPartOfWritten({ property, after }: PropertyDifference): boolean {
  const forms = Object.entries(tables.get(after.resource.type)?.properties ?? {});
  return forms.some(
    ([path, { kind }]) =>
      (kind === 'keyed' || kind === 'map') &&
      property.startsWith(`${path}.`) &&
      valueAt(after.resource.properties, path) !== undefined,
  );
}

function unjudgedProperty({ property, from, to }: PropertyDifference): Judgement {
  return isUnknown(from.value) || isUnknown(to.value)
    ? unknownEffect(`What ${property} will be is known only at deployment, so what it does cannot be told.`)
    : unknownEffect(`No rule knows what this change of ${property} does.`);
}

function judgeCombinations(comparison: Comparison, changes: Changes): void {
  for (const pair of comparison.pairs) {
    const { before, after, paired } = pair;
    if (after === undefined) continue;
    const isNew = before === undefined || paired !== 'by id';
    const differing = (comparison.differences.get(pair) ?? []).map(({ property }) => property);
    for (const rule of combinationRules.filter(({ types }) => types.includes(after.resource.type))) {
      const property = isNew ? rule.properties[0] : rule.properties.find((each) => covers(differing, each));
      if (property === undefined) continue;
      const rulings = rule.judge(after, isNew ? undefined : before, comparison);
      const difference = comparison.differences.get(pair)?.find((each) => each.property === property);
      const place = difference ? placeOf(difference) : { pair, property: '', before: undefined, after: undefined };
      changes.add(isNew ? placeOfNew(pair) : place, judged(rule, rulings));
    }
  }
}

function placeOf({ pair, property, from, to }: Pick<Happening, 'pair' | 'property' | 'from' | 'to'>) {
  if (property === '') return placeOfNew(pair);
  const [before, after] = [from, to].map((entry) => shownValue(property, entry?.value));
  // The same reference to a resource that is another one afterwards.
  const isAnother = before !== undefined && before === after;
  return { pair, property, before, after: isAnother ? `${before} (another one)` : after };
}

function placeOfNew(pair: Pair) {
  const name = (side: Pair['before']): string | undefined =>
    side && `${side.stack.artifact.path}/${side.resource.logicalId}`;
  const [before, after] = [name(pair.before), name(pair.after)];
  // The stack of that path is another one.
  const isAnother = pair.paired === 'as moved' && before === after;
  return { pair, property: '', before, after: isAnother ? `${after} (another one)` : after };
}

function judged(rule: Rule, rulings: readonly Ruling[]): readonly Judgement[] {
  return rulings.map(({ verdict, effect, instead }) => ({
    verdict,
    rule: rule.id,
    effect,
    source: rule.source,
    instead,
  }));
}

function typeOf({ before, after }: Pair): string {
  return (after ?? before)?.resource.type ?? '';
}

const own = 'This project: what is not known is not taken for harmless.';

function unknownEffect(effect: string): Judgement {
  return { verdict: 'effect-uncertain', rule: notKnown.id, effect, source: own, instead: undefined };
}

const somethingNew: Judgement = {
  verdict: 'neutral',
  rule: newResource.id,
  effect: 'Something new; nobody used it before.',
  source: 'This project: what is new takes nothing from anybody.',
  instead: undefined,
};
