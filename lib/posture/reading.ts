import type { Resource } from '../template/resolve';
import { expressionOf, isList, isObject, member, Token, tokensIn } from '../template/value';
import type { RawValue, Value } from '../template/value';
import { below, ofConditional } from './below';

/** What a template says at one place. A value that is not known before deployment is never taken for one. */
export type Reading =
  | { readonly kind: 'absent' }
  | { readonly kind: 'known'; readonly value: RawValue }
  /**
   * @property why what stands in the place of the value, and why nobody knows it
   * @property written all that the templates write of what it depends on, as text that is never shown: two values that
   *   nobody knows are the same only where that is
   */
  | { readonly kind: 'unknown'; readonly why: string; readonly written: string };

const absent: Reading = { kind: 'absent' };

/**
 * What a resource says at a path below its Properties, with dots between the keys (`Policies.PasswordPolicy.MinimumLength`).
 * A token on the way, at the place or below it makes it unknown; so does a resource of which it is unknown whether it
 * exists.
 */
export function read({ properties, condition }: Pick<Resource, 'properties' | 'condition'>, path: string): Reading {
  if (condition !== undefined)
    return notKnown(
      `it depends on a condition: ${condition.reason}`,
      ofConditional(condition, below(properties, path)),
    );
  let value: Value | undefined = properties;
  for (const key of path.split('.')) {
    if (value instanceof Token) return unknown(value);
    value = isObject(value) ? member(value, key) : undefined;
    if (value === undefined) return absent;
  }
  const [token] = tokensIn(value);
  return token === undefined ? { kind: 'known', value: value as RawValue } : unknown(token, value);
}

function unknown(token: Token, value: Value = token): Reading {
  return notKnown(`${JSON.stringify(expressionOf(value))}: ${token.reason}`, value);
}

/**
 * A reading that nobody knows before deployment.
 *
 * @param dependsOn every value of the templates that decides it
 */
export function notKnown(why: string, ...dependsOn: readonly (Value | undefined)[]): Reading {
  const written = dependsOn.map((each) => (each === undefined ? null : ordered(expressionOf(each))));
  return { kind: 'unknown', why, written: JSON.stringify(written) };
}

/** The same with its keys in order, as theirs says nothing in a template. */
function ordered(value: RawValue): RawValue {
  if (isList(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, ordered(each)]));
}

/** The same as a number, a numeric text included, as CloudFormation takes either. */
export function numberIn(reading: Reading): number | undefined {
  if (reading.kind !== 'known') return undefined;
  const { value } = reading;
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** The same as a boolean, `'true'` and `'false'` included. */
export function booleanIn(reading: Reading): boolean | undefined {
  if (reading.kind !== 'known') return undefined;
  const { value } = reading;
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

export function textIn(reading: Reading): string | undefined {
  return reading.kind === 'known' && typeof reading.value === 'string' ? reading.value : undefined;
}

/** The texts of a list; undefined where it is no list of texts. */
export function textsIn(reading: Reading): readonly string[] | undefined {
  if (reading.kind !== 'known' || !isList(reading.value)) return undefined;
  const texts = reading.value.filter((each) => typeof each === 'string');
  return texts.length === reading.value.length ? texts : undefined;
}

/** What was found, for people: the value as JSON. */
export function shown(reading: Reading): string {
  switch (reading.kind) {
    case 'absent':
      return 'absent';
    case 'known':
      return JSON.stringify(reading.value);
    case 'unknown':
      return reading.why;
  }
}
