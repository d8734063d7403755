import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { expressionOf, Token } from '../value';
import type { RawObject, RawValue, Value } from '../value';

/** A function whose value only the service knows, or that is not modelled here: Fn::GetAZs, Fn::Cidr, Fn::Transform. */
export function deployTime(call: Call): Value {
  const argument = call.resolve(call.argument);
  if (argument === undefined) return invalidCall(call, 'has no argument');
  const reason = `the value of ${call.name} is known only at deployment`;
  return tokenOver({ [call.name]: expressionOf(argument) }, [argument], reason);
}

/** Functions of the Conditions section; CloudFormation refuses them elsewhere. */
export function conditionOnly(call: Call): Value {
  return invalidCall(call, 'stands outside of Conditions');
}

/**
 * An object with a function beside other keys. A macro (Fn::Transform, Fn::ForEach::Name) is rewritten as a whole by
 * the service; any other function must stand alone.
 */
export function amongOthers(raw: RawObject, name: string, resolve: (raw: RawValue) => Value | undefined): Value {
  const isMacro = name === 'Fn::Transform' || name.startsWith('Fn::ForEach::');
  if (!isMacro) return new Token('invalid', raw, [], `${name}: stands beside other keys`);
  const members = Object.entries(raw).map(([key, value]) => [key, resolve(value)] as const);
  const expression = members.map(([key, value]) => [
    key,
    value === undefined ? (raw[key] ?? null) : expressionOf(value),
  ]);
  const parts = members.flatMap(([, value]) => (value === undefined ? [] : [value]));
  return tokenOver(Object.fromEntries(expression) as RawObject, parts, `${name} is rewritten by the service`);
}
