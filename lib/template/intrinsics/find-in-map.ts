import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { expressionOf, isList, isObject, member, Token } from '../value';
import type { RawValue, Value } from '../value';
import { pieceOf } from './piece';

/** `{ "Fn::FindInMap": [map, key, key, { "DefaultValue": value }] }`, the last part optional. */
export function findInMap(call: Call): Value | undefined {
  const { argument } = call;
  if (!isList(argument) || argument.length < 3 || argument.length > 4) {
    return invalidCall(call, 'takes a map, two keys and optionally a default value');
  }
  const options = argument[3];
  const fallback = isObject(options) ? member(options, 'DefaultValue') : undefined;
  if (options !== undefined && fallback === undefined) return invalidCall(call, 'has options without DefaultValue');

  const keys = argument.slice(0, 3).map((key) => pieceOf(call.resolve(key)));
  const names = keys.filter((key) => typeof key === 'string');
  if (names.length === 3) {
    return entryOf(call, names) ?? (fallback === undefined ? missing(call, names) : call.resolve(fallback));
  }
  const tokens = keys.filter((key) => key instanceof Token);
  if (names.length + tokens.length < 3) return invalidCall(call, 'takes texts as map and keys');
  const parts: Value[] = keys.filter((key) => key !== undefined);
  const other = fallback === undefined ? undefined : call.resolve(fallback);
  if (fallback !== undefined && other === undefined) return invalidCall(call, 'has no default value');
  const expression: RawValue[] = parts.map(expressionOf);
  if (other !== undefined) expression.push({ DefaultValue: expressionOf(other) });
  return tokenOver({ [call.name]: expression }, other === undefined ? parts : [...parts, other]);
}

/** The entry; the Mappings section holds texts and lists of texts only, and no functions. */
function entryOf(call: Call, [map = '', top = '', second = '']: readonly string[]): Value | undefined {
  const topLevel = call.scope.mapping(map);
  const secondLevel = isObject(topLevel) ? member(topLevel, top) : undefined;
  const entry = isObject(secondLevel) ? member(secondLevel, second) : undefined;
  if (entry === undefined) return undefined;
  const isPlain = isList(entry) ? entry.every(isScalar) : isScalar(entry);
  return isPlain ? call.resolve(entry) : invalidCall(call, `finds neither a text nor a list of texts`);
}

function isScalar(value: RawValue): boolean {
  return value !== null && typeof value !== 'object';
}

function missing(call: Call, names: readonly string[]): Value {
  return invalidCall(call, `there is no ${names.join('.')} in Mappings`);
}
