import type { Call } from './scope';
import { Token, tokensIn } from './value';
import type { RawValue, Reference, Value } from './value';

/** A token for an expression over values of which some are unknown: it refers to all that they refer to. */
export function tokenOver(expression: RawValue, parts: readonly Value[], reason?: string): Token {
  const tokens = parts.flatMap(tokensIn);
  const invalid = tokens.find((token) => token.kind === 'invalid');
  return new Token(
    invalid === undefined ? 'expression' : 'invalid',
    expression,
    uniqueReferences(tokens),
    invalid?.reason ?? reason ?? tokens[0]?.reason ?? 'known only at deployment',
  );
}

/** A token for a call that CloudFormation would refuse. */
export function invalidCall(call: Call, reason: string): Token {
  return new Token('invalid', call.raw, [], `${call.name}: ${reason}`);
}

/** A token for one Ref or Fn::GetAtt. */
export function referenceToken(reference: Reference, reason: string): Token {
  const { logicalId, attribute } = reference;
  const expression = attribute === undefined ? { Ref: logicalId } : { 'Fn::GetAtt': [logicalId, attribute] };
  return new Token('reference', expression, [reference], reason);
}

export function uniqueReferences(tokens: readonly Token[]): readonly Reference[] {
  const references = tokens.flatMap((token) => token.references);
  const keyed = references.map((each) => [JSON.stringify([each.stack, each.logicalId, each.attribute]), each] as const);
  return [...new Map(keyed).values()];
}
