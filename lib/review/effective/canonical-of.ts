import { byText } from '../../template/canonical';
import { isList, isObject, Token } from '../../template/value';
import type { Value } from '../../template/value';

/**
 * One text for equal values, and different ones for values that differ: keys sorted, and with every token what it
 * refers to, as `{ "Ref": "Pool" }` is not the same in two stacks.
 */
export function canonicalOf(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Token) {
    const references = value.references.map(({ stack, logicalId, attribute }) => [stack, logicalId, attribute ?? null]);
    return `token ${canonicalOf(value.expression)} ${JSON.stringify(references)}`;
  }
  if (isList(value)) return `[${value.map(canonicalOf).join()}]`;
  if (isObject(value)) {
    const members = Object.entries(value).sort(([left], [right]) => byText(left, right));
    return `{${members.map(([key, each]) => `${JSON.stringify(key)}:${canonicalOf(each)}`).join()}}`;
  }
  return JSON.stringify(value);
}
