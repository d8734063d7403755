import { isDeepStrictEqual } from 'node:util';
import { resolveValue } from './resolve-value';
import type { Scope } from './scope';
import { tokenOver } from './token-building';
import { isList, isObject, Token, tokensIn } from './value';
import type { RawObject, RawValue, Value } from './value';

/**
 * Whether a condition of the Conditions section holds. What is unknown stays a token, unless the rest decides: false
 * and unknown is false.
 */
export function evaluateCondition(raw: RawValue, scope: Scope): boolean | Token {
  return scope.depth.within(scope.stack, () => {
    const [key, ...others] = isObject(raw) ? Object.keys(raw) : [];
    if (!isObject(raw) || key === undefined || others.length > 0) return invalid(raw, 'is not a condition function');
    const argument = raw[key] ?? null;
    switch (key) {
      case 'Condition':
        return typeof argument === 'string' ? scope.condition(argument) : invalid(raw, 'takes the name of a condition');
      case 'Fn::Equals':
        return equals(raw, argument, scope);
      case 'Fn::And':
        return combined(raw, argument, scope, false);
      case 'Fn::Or':
        return combined(raw, argument, scope, true);
      case 'Fn::Not':
        return not(raw, argument, scope);
      default:
        return invalid(raw, 'is not a condition function');
    }
  });
}

function equals(raw: RawObject, argument: RawValue, scope: Scope): boolean | Token {
  if (!isList(argument) || argument.length !== 2) return invalid(raw, 'Fn::Equals takes two values');
  const [left, right] = argument.map((side) => resolveValue(side, scope));
  if (left === undefined || right === undefined) return invalid(raw, 'Fn::Equals does not compare AWS::NoValue');
  const tokens = [...tokensIn(left), ...tokensIn(right)];
  if (tokens.some((token) => token.kind === 'invalid')) return tokenOver(raw, [left, right]);
  if (isDeepStrictEqual(comparable(left), comparable(right))) return true;
  return tokens.length === 0 ? false : tokenOver(raw, [left, right]);
}

/** CloudFormation compares scalars as text: a parameter of type Number is the text of the number. */
function comparable(value: Value): Value {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/** And and Or: one part that is `decisive` decides, whatever is unknown. */
function combined(raw: RawObject, argument: RawValue, scope: Scope, decisive: boolean): boolean | Token {
  if (!isList(argument) || argument.length === 0) return invalid(raw, 'takes a list of conditions');
  const parts = argument.map((part) => evaluateCondition(part, scope));
  const unknown = parts.filter((part) => part instanceof Token);
  if (unknown.some((token) => token.kind === 'invalid')) return tokenOver(raw, unknown);
  if (parts.includes(decisive)) return decisive;
  return unknown.length === 0 ? !decisive : tokenOver(raw, unknown);
}

function not(raw: RawObject, argument: RawValue, scope: Scope): boolean | Token {
  const [only = null, ...others] = isList(argument) ? argument : [];
  if (!isList(argument) || argument.length === 0 || others.length > 0)
    return invalid(raw, 'Fn::Not takes one condition');
  const part = evaluateCondition(only, scope);
  return part instanceof Token ? tokenOver(raw, [part]) : !part;
}

function invalid(raw: RawValue, reason: string): Token {
  return new Token('invalid', raw, [], `condition: ${reason}`);
}
