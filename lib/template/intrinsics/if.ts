import { isDeepStrictEqual } from 'node:util';
import type { Call } from '../scope';
import { invalidCall, tokenOver } from '../token-building';
import { expressionOf, isList, Token } from '../value';
import type { RawValue, Value } from '../value';

const noValue: RawValue = { Ref: 'AWS::NoValue' };

/** `{ "Fn::If": [condition name, value if true, value if false] }` */
export function conditional(call: Call): Value | undefined {
  const { argument } = call;
  if (!isList(argument) || argument.length !== 3) return invalidCall(call, 'takes a condition name and two values');
  const [name, whenTrue = null, whenFalse = null] = argument;
  if (typeof name !== 'string') return invalidCall(call, 'takes the name of a condition');
  const condition = call.scope.condition(name);
  if (!(condition instanceof Token)) return call.resolve(condition ? whenTrue : whenFalse);

  const [yes, no] = [call.resolve(whenTrue), call.resolve(whenFalse)];
  if (condition.kind !== 'invalid' && isDeepStrictEqual(yes, no)) return yes;
  const branches = [yes, no].map((value) => (value === undefined ? noValue : expressionOf(value)));
  const parts = [condition, yes, no].filter((value) => value !== undefined);
  return tokenOver({ [call.name]: [name, ...branches] }, parts, `condition ${name} is not known before deployment`);
}
