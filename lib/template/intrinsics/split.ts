import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { isList, Token } from '../value';
import type { Value } from '../value';

/** `{ "Fn::Split": [delimiter, text] }` */
export function split(call: Call): Value {
  const { argument } = call;
  if (!isList(argument) || argument.length !== 2) return invalidCall(call, 'takes a delimiter and a text');
  const [delimiter, rawText = null] = argument;
  if (typeof delimiter !== 'string' || delimiter === '') return invalidCall(call, 'takes a delimiter as text');
  const text = call.resolve(rawText);
  if (text instanceof Token) return tokenOver({ [call.name]: [delimiter, text.expression] }, [text]);
  return typeof text === 'string' ? text.split(delimiter) : invalidCall(call, 'takes a text');
}
