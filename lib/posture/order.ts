import type { RawValue } from '../template/value';
import type { Reading } from './reading';
import type { Located, Subject } from './subject';

/** How values of one property compare, weaker ones first. */
export type Scale =
  | { readonly kind: 'levels'; readonly weakToStrong: readonly (string | boolean)[] }
  | { readonly kind: 'number'; readonly stronger: 'larger' | 'smaller' }
  | { readonly kind: 'set'; readonly stronger: 'larger' | 'smaller' };

/** What a change of one property does to security. */
export interface Order {
  /** CloudFormation type: `AWS::Cognito::UserPool`. */
  readonly type: string;
  /** Below Properties, dotted; what is compared may depend on others beside it, as a lifetime on its unit. */
  readonly property: string;
  /** The effective value in the form of the scale (seconds, a list of texts), the service's own where it is absent. */
  readonly measure: (at: Located, subject: Subject) => Reading;
  readonly scale: Scale;
}

export type Direction = 'weaker' | 'same' | 'stronger' | 'both' | 'unknown';

/** How the second value compares with the first: `both` where a set loses some and gains others. */
export function direction(scale: Scale, before: Reading, after: Reading): Direction {
  if (before.kind === 'unknown' && after.kind === 'unknown')
    return before.written === after.written ? 'same' : 'unknown';
  if (before.kind === 'unknown' || after.kind === 'unknown') return 'unknown';
  const [from, to] = [before, after].map((reading) => (reading.kind === 'known' ? reading.value : undefined));
  switch (scale.kind) {
    case 'levels': {
      const [left, right] = [from, to].map((value) => scale.weakToStrong.findIndex((level) => level === value));
      if (left === undefined || right === undefined || left < 0 || right < 0)
        return isSame(from, to) ? 'same' : 'unknown';
      return left === right ? 'same' : left < right ? 'stronger' : 'weaker';
    }
    case 'number': {
      if (typeof from !== 'number' || typeof to !== 'number') return isSame(from, to) ? 'same' : 'unknown';
      return from === to ? 'same' : from < to === (scale.stronger === 'larger') ? 'stronger' : 'weaker';
    }
    case 'set': {
      if (!Array.isArray(from) || !Array.isArray(to)) return isSame(from, to) ? 'same' : 'unknown';
      const texts = (list: readonly RawValue[]): ReadonlySet<string> =>
        new Set(list.map((each) => JSON.stringify(each)));
      const [left, right] = [texts(from), texts(to)];
      const gained = [...right].some((each) => !left.has(each));
      const lost = [...left].some((each) => !right.has(each));
      if (gained && lost) return 'both';
      if (!gained && !lost) return 'same';
      return gained === (scale.stronger === 'larger') ? 'stronger' : 'weaker';
    }
  }
}

/** Two readings of the same template have values that are equal, not identical. */
function isSame(left: RawValue | undefined, right: RawValue | undefined): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
