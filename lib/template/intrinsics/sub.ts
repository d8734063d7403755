import type { Call } from '../scope';
import { textOf } from '../text';
import { invalidCall } from '../token-building';
import { isList, isObject, member } from '../value';
import type { RawObject, RawValue, Token, Value } from '../value';
import { splitAtDot } from './get-att';
import { pieceOf } from './piece';

const variable = /\$\{(!?)([^{}]*)\}/g;
const variableName = /^[A-Za-z0-9_.:]+$/;

/** `{ "Fn::Sub": text }` or `{ "Fn::Sub": [text, variables] }`; `${!Name}` is the text `${Name}`. */
export function sub(call: Call): Value {
  const { argument } = call;
  const form = typeof argument === 'string' ? [argument, {}] : argument;
  if (!isList(form) || form.length !== 2) return invalidCall(call, 'takes a text, or a text and its variables');
  const [text, variables] = form;
  if (typeof text !== 'string') return invalidCall(call, 'takes a text');
  if (!isObject(variables)) return invalidCall(call, 'takes an object of variables');

  const pieces: (string | Token)[] = [];
  let end = 0;
  for (const match of text.matchAll(variable)) {
    const [whole, literal, name = ''] = match;
    pieces.push(text.slice(end, match.index));
    end = match.index + whole.length;
    if (literal === '!') {
      pieces.push(`\${${name}}`);
      continue;
    }
    const piece = variableName.test(name) ? pieceOf(valueOf(name, variables, call)) : undefined;
    if (piece === undefined) return invalidCall(call, `${whole} is not a text`);
    pieces.push(piece);
  }
  return textOf([...pieces, text.slice(end)], call.scope.stack);
}

function valueOf(name: string, variables: RawObject, call: Call): Value | undefined {
  const given: RawValue | undefined = member(variables, name);
  if (given !== undefined) return call.resolve(given);
  const [logicalId = '', attribute] = splitAtDot(name);
  return attribute === undefined ? call.scope.ref(logicalId) : call.scope.attribute(logicalId, attribute);
}
