import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { expressionOf, isList, Token } from '../value';
import type { Value } from '../value';

/** `{ "Fn::Select": [index, list] }`, counted from 0. */
export function select(call: Call): Value {
  const { argument } = call;
  if (!isList(argument) || argument.length !== 2) return invalidCall(call, 'takes an index and a list');
  const [rawIndex = null, rawList = null] = argument;
  const index = call.resolve(rawIndex);
  const list = call.resolve(rawList);
  if (index === undefined || list === undefined) return invalidCall(call, 'takes an index and a list');
  if (index instanceof Token || list instanceof Token) {
    return tokenOver({ [call.name]: [expressionOf(index), expressionOf(list)] }, [index, list]);
  }
  if (!isList(list)) return invalidCall(call, 'takes a list');
  const position = typeof index === 'number' || typeof index === 'string' ? String(index) : '';
  const item = /^\d+$/.test(position) ? list[Number(position)] : undefined;
  return item ?? invalidCall(call, `has no item ${JSON.stringify(expressionOf(index))} in a list of ${list.length}`);
}
