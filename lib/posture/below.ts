import { expressionOf, isObject, member, Token, tokensIn } from '../template/value';
import type { Value } from '../template/value';

/** What stands at a path below a value, tokens included. A token on the way is what stands there. */
export function below(value: Value | undefined, path: string): Value | undefined {
  let found = value;
  for (const key of path.split('.')) {
    if (found instanceof Token) return found;
    found = isObject(found) ? member(found, key) : undefined;
  }
  return found;
}

/** What a resource says of which it is unknown whether it exists: `{ "Fn::If": [CONDITION, VALUE, nothing] }`. */
export function ofConditional(condition: Token, value: Value | undefined): Token {
  const nothing = { Ref: 'AWS::NoValue' };
  const expression = { 'Fn::If': [condition.expression, value === undefined ? nothing : expressionOf(value), nothing] };
  const references = [condition, ...tokensIn(value)].flatMap((token) => token.references);
  return new Token('expression', expression, references, condition.reason);
}
