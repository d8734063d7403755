/** Anything that JSON can say, as it stands in a file. */
export type RawValue = string | number | boolean | null | readonly RawValue[] | { readonly [key: string]: RawValue };

export type RawObject = { readonly [key: string]: RawValue };

/** A CloudFormation template as parsed; nothing about its shape is known yet. */
export type RawTemplate = RawObject;

/** What is left after resolving: JSON, with a token wherever the value is not known before deployment. */
export type Value = string | number | boolean | null | readonly Value[] | ValueObject | Token;

export type ValueObject = { readonly [key: string]: Value };

/** What a Ref or Fn::GetAtt points at. */
export interface Reference {
  /** Path of the stack that declares it (`dev/auth`): a reference may come through a parameter or an import. */
  readonly stack: string;
  /** Logical id of a resource, name of a parameter without a value, or a pseudo parameter such as `AWS::AccountId`. */
  readonly logicalId: string;
  /** `Arn`, `Outputs.X`; undefined for Ref. */
  readonly attribute: string | undefined;
}

/**
 * - `reference`: exactly one Ref or Fn::GetAtt.
 * - `expression`: every other intrinsic function that depends on something not known yet.
 * - `dynamic-reference`: `{{resolve:...}}`, alone or in a longer text; the service puts the value in, we never see it.
 * - `invalid`: CloudFormation would refuse it; `reason` says why.
 */
export type TokenKind = 'reference' | 'expression' | 'dynamic-reference' | 'invalid';

/** A value that is not known before deployment. Never a string, so that nobody takes it for the value. */
export class Token {
  readonly kind: TokenKind;
  /** The intrinsic function, with everything that could be resolved in it resolved: equal tokens have equal values. */
  readonly expression: RawValue;
  readonly references: readonly Reference[];
  /** Why there is no value, for messages. */
  readonly reason: string;

  constructor(kind: TokenKind, expression: RawValue, references: readonly Reference[], reason: string) {
    this.kind = kind;
    this.expression = expression;
    this.references = references;
    this.reason = reason;
  }

  /** The expression as compact JSON. */
  describe(): string {
    return JSON.stringify(this.expression);
  }
}

export function isList(value: RawValue | undefined): value is readonly RawValue[];
export function isList(value: Value | undefined): value is readonly Value[];
export function isList(value: Value | undefined): boolean {
  return Array.isArray(value);
}

/** Whether the value is a JSON object: neither a list nor a token. */
export function isObject(value: RawValue | undefined): value is RawObject;
export function isObject(value: Value | undefined): value is ValueObject;
export function isObject(value: Value | undefined): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Token);
}

/** The object's own member: `constructor` and `__proto__` are names like any other in a template. */
export function member<T>(object: { readonly [key: string]: T }, name: string): T | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The resource, parameter or pseudo parameter that the value is, if it is exactly one Ref or Fn::GetAtt. */
export function attributeReference(value: Value | undefined): Reference | undefined {
  return value instanceof Token && value.kind === 'reference' ? value.references[0] : undefined;
}

/** Every token in the value, in order. */
export function tokensIn(value: Value | undefined): readonly Token[] {
  if (value instanceof Token) return [value];
  if (isList(value)) return value.flatMap(tokensIn);
  if (isObject(value)) return Object.values(value).flatMap(tokensIn);
  return [];
}

/** The value as a template would write it: tokens become their expressions. */
export function expressionOf(value: Value): RawValue {
  if (value instanceof Token) return value.expression;
  if (isList(value)) return value.map(expressionOf);
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, expressionOf(each)]));
  }
  return value;
}
