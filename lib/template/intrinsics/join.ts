import type { Call } from '../scope';
import { textOf } from '../text';
import { invalidCall, tokenOver } from '../token-building';
import { isList, Token } from '../value';
import type { Value } from '../value';
import { pieceOf } from './piece';

/** `{ "Fn::Join": [delimiter, list] }` */
export function join(call: Call): Value {
  const { argument } = call;
  if (!isList(argument) || argument.length !== 2) return invalidCall(call, 'takes a delimiter and a list');
  const [delimiter, rawList = null] = argument;
  if (typeof delimiter !== 'string') return invalidCall(call, 'takes a delimiter as text');
  const list = call.resolve(rawList);
  if (list instanceof Token) return tokenOver({ [call.name]: [delimiter, list.expression] }, [list]);
  if (!isList(list)) return invalidCall(call, 'takes a list of texts');

  const pieces: (string | Token)[] = [];
  for (const [index, item] of list.entries()) {
    const piece = pieceOf(item);
    if (piece === undefined) return invalidCall(call, `item ${index} is not a text`);
    if (index > 0) pieces.push(delimiter);
    pieces.push(piece);
  }
  return textOf(pieces, call.scope.stack);
}
