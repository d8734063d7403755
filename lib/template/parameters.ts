import { referenceToken } from './token-building';
import { textOf } from './text';
import { isList, isObject, member, Token } from './value';
import type { RawValue, Value } from './value';

/**
 * The value of a parameter: the given one, else its default, else a token. As on the service it is always text, a
 * Number too; for the list types it is a list of trimmed texts.
 *
 * @param given from the caller, from the manifest, or from the parent of a nested stack
 */
export function parameterValue(stack: string, name: string, declaration: RawValue, given: Value | undefined): Value {
  const declared = isObject(declaration) ? declaration : {};
  const type = member(declared, 'Type');
  if (typeof type !== 'string') return invalid(name, 'has no Type');
  const reference = { stack, logicalId: name, attribute: undefined };
  if (type.startsWith('AWS::SSM::Parameter::Value<')) {
    return referenceToken(reference, `parameter ${name} is read from Parameter Store at deployment`);
  }
  const value = given ?? member(declared, 'Default');
  if (value === undefined) return referenceToken(reference, `parameter ${name} has neither a value nor a default`);
  if (value instanceof Token) return value;
  const isListType = type === 'CommaDelimitedList' || type.startsWith('List<');
  if (isListType && isList(given)) return given;
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
    return invalid(name, 'has a value that is not text');
  }
  const texts = isListType ? String(value).split(',') : [String(value)];
  const values = texts.map((text) => textOf([isListType ? text.trim() : text], stack));
  return isListType ? values : (values[0] ?? '');
}

function invalid(name: string, reason: string): Token {
  return new Token('invalid', { Ref: name }, [], `parameter ${name} ${reason}`);
}
