import type { RawValue, Value } from '../../template/value';

/**
 * How the values of one property compare.
 *
 * - `value`: as one; CloudFormation takes `'15'` for the number 15 and `'true'` for true, but a text of digits is a name.
 * - `set`: a list whose order means nothing.
 * - `list`: a list whose order is kept.
 * - `keyed`: a list of objects, of which one member is the name; each is a property of its own.
 * - `map`: each key is a property of its own.
 */
export type Form =
  | { readonly kind: 'value'; readonly type: 'text' | 'number' | 'boolean' | 'json'; readonly absent?: RawValue }
  | { readonly kind: 'set'; readonly absent?: readonly string[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'keyed'; readonly key: string; readonly prefix?: RegExp }
  | { readonly kind: 'map' };

export const text = (absent?: string): Form => ({
  kind: 'value',
  type: 'text',
  ...(absent !== undefined && { absent }),
});
export const number = (absent?: number): Form => ({
  kind: 'value',
  type: 'number',
  ...(absent !== undefined && { absent }),
});
export const boolean = (absent?: boolean): Form => ({
  kind: 'value',
  type: 'boolean',
  ...(absent !== undefined && { absent }),
});
export const json: Form = { kind: 'value', type: 'json' };
export const set = (absent?: readonly string[]): Form => ({ kind: 'set', ...(absent !== undefined && { absent }) });
export const list: Form = { kind: 'list' };
export const map: Form = { kind: 'map' };
/** @param prefix what the service puts before the name, and a template may or may not */
export const keyed = (key: string, prefix?: RegExp): Form => ({
  kind: 'keyed',
  key,
  ...(prefix !== undefined && { prefix }),
});

/** A type of CloudFormation with all its properties. */
export interface TypeTable {
  readonly type: `AWS::${string}`;
  /** The property that names a resource for people, by which a renamed one is found again. */
  readonly name?: string;
  /** A change of one of these makes CloudFormation create another resource. */
  readonly createOnly: readonly string[];
  /**
   * By path below Properties, dotted. `absent` is what the service takes where the template says nothing, and only there
   * where writing it out is no change.
   */
  readonly properties: Readonly<Record<string, Form>>;
  /** What can be said only from several properties together, as a lifetime with its unit. */
  readonly adjust?: (entries: Map<string, Entry>) => void;
}

/** What holds for one property. */
export interface Entry {
  /** undefined: nothing is said, and what the service takes is not one value. */
  readonly value: Value | undefined;
  /** Whether the template says it. */
  readonly written: boolean;
  /** Whether the tables know the property. */
  readonly known: boolean;
}
