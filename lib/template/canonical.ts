import { isList, isObject } from './value';
import type { RawObject, RawValue } from './value';

/** The value with all keys sorted and every text replaced by what `rewrite` makes of it. */
export function canonical(value: RawValue, rewrite: (text: string) => string): RawValue {
  if (typeof value === 'string') return rewrite(value);
  if (isList(value)) return value.map((each) => canonical(each, rewrite));
  if (!isObject(value)) return value;
  return ordered(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, canonical(each, rewrite)])), []);
}

/** The object with the listed keys first and the others by name. */
export function ordered(object: RawObject, first: readonly string[]): RawObject {
  const rank = (key: string): number => (first.includes(key) ? first.indexOf(key) : first.length);
  const entries = Object.entries(object).sort(([left], [right]) => rank(left) - rank(right) || byText(left, right));
  return Object.fromEntries(entries);
}

/** The order of texts by their code units: the same on every machine. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
