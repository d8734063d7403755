import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { isList, Token } from '../value';
import type { Value } from '../value';

/** `{ "Fn::GetAtt": [logicalId, attribute] }`, or both as one text with a dot; the attribute may be a Ref. */
export function getAtt(call: Call): Value {
  const { argument, scope } = call;
  const parts = typeof argument === 'string' ? splitAtDot(argument) : argument;
  if (!isList(parts) || parts.length !== 2) return invalidCall(call, 'takes a logical id and an attribute');
  const [logicalId, rawAttribute = null] = parts;
  const attribute = call.resolve(rawAttribute);
  if (typeof logicalId !== 'string') return invalidCall(call, 'takes a logical id as text');
  if (attribute instanceof Token) return tokenOver({ 'Fn::GetAtt': [logicalId, attribute.expression] }, [attribute]);
  if (typeof attribute !== 'string') return invalidCall(call, 'takes an attribute name as text');
  return scope.attribute(logicalId, attribute);
}

/** `Nested.Outputs.X` is the attribute `Outputs.X` of `Nested`. */
export function splitAtDot(name: string): readonly string[] {
  const dot = name.indexOf('.');
  return dot < 0 ? [name] : [name.slice(0, dot), name.slice(dot + 1)];
}
