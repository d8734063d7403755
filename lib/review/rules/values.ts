import { canonicalOf } from '../effective/canonical-of';
import type { Entry } from '../effective/form';
import { isList, tokensIn } from '../../template/value';
import type { Value } from '../../template/value';

/** The elements of a list as texts; a token as its expression. undefined: not a list, or not known. */
export function elementsOf(value: Value | undefined): readonly string[] | undefined {
  if (!isList(value)) return undefined;
  return value.map((each) => (typeof each === 'string' ? each : canonicalOf(each)));
}

/** What a list loses and gains; an absent one is taken for what is given here. */
export function changed(from: Entry, to: Entry, absent?: readonly string[]): { lost: string[]; gained: string[] } {
  const left = elementsOf(from.value) ?? (from.value === undefined ? absent : undefined);
  const right = elementsOf(to.value) ?? (to.value === undefined ? absent : undefined);
  // Where one side is not known, nothing can be said about what is lost.
  if (left === undefined || right === undefined) return { lost: [], gained: [] };
  return {
    lost: left.filter((each) => !right.includes(each)),
    gained: right.filter((each) => !left.includes(each)),
  };
}

export function isUnknown(value: Value | undefined): boolean {
  return tokensIn(value).length > 0;
}

/** A text, number or boolean as text; '' for whatever is none, or not known. */
export function wordOf(value: Value | undefined): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
