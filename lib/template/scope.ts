import type { Depth } from './nesting';
import type { RawObject, RawValue, Token, Value } from './value';

/** What the names in a template mean. */
export interface Scope {
  /** Path of the stack: `dev/auth`. */
  readonly stack: string;
  readonly depth: Depth;
  /** Ref: a pseudo parameter, a parameter or a resource. undefined is AWS::NoValue: the place of the Ref is to be left out. */
  ref(name: string): Value | undefined;
  /** Fn::GetAtt. */
  attribute(logicalId: string, attribute: string): Value;
  /** The value of a condition of the Conditions section; a token where it depends on something unknown. */
  condition(name: string): boolean | Token;
  mapping(name: string): RawValue | undefined;
  /** Fn::ImportValue: the value that a stack read together with this one exports; undefined where none does. */
  imported(name: string): Value | undefined;
}

/** One use of an intrinsic function. */
export interface Call {
  /** The whole of it: `{ "Fn::Join": [...] }`. */
  readonly raw: RawObject;
  readonly name: string;
  readonly argument: RawValue;
  readonly scope: Scope;
  /** Resolves a value in the same scope; undefined where it is AWS::NoValue. */
  resolve(raw: RawValue): Value | undefined;
}

/** The value of a call; undefined where it is AWS::NoValue. */
export type IntrinsicFunction = (call: Call) => Value | undefined;
