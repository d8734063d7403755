import { z } from 'zod';
import { environment } from './environment';
import type { Path } from './problem';

/**
 * The part of JSON Schema (2020-12) that the schema of an environment uses. Messages and the reference in docs read
 * this form and not the insides of zod.
 */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: 'object' | 'array' | 'string' | 'integer' | 'boolean';
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  /** The values of a record; false for an object whose keys are all known. */
  readonly additionalProperties?: SchemaNode | false;
  readonly propertyNames?: SchemaNode;
  readonly items?: SchemaNode;
  /** The variants of a discriminated union. */
  readonly oneOf?: readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly format?: 'email' | 'date' | 'uri' | 'cidrv4' | 'cidrv6';
  /** A keyword of our own: what a text is, in words, where the others do not say all of it. */
  readonly form?: string;
}

export const environmentNode = z.toJSONSchema(environment) as SchemaNode;

type Constant = NonNullable<SchemaNode['const']>;

/** The key by which the variants of a union differ, and its value in each. */
export function discriminatorOf(variants: readonly SchemaNode[]): {
  readonly key: string;
  readonly values: Constant[];
} {
  const constants = variants.map(({ properties = {} }) =>
    Object.entries(properties).flatMap(([key, node]) => (node.const === undefined ? [] : [[key, node.const] as const])),
  );
  for (const [key] of constants[0] ?? []) {
    const values = constants.flatMap((entries) => entries.filter(([name]) => name === key).map(([, value]) => value));
    if (values.length === variants.length) return { key, values };
  }
  throw new TypeError('A union in the schema of an environment has no discriminator.');
}

/** A property of a value that may be anything. */
export function propertyOf(value: unknown, key: string | number): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined;
}

/** What stands at a path of a value that may be anything. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(propertyOf, value);
}

/**
 * What the schema says about a path of the candidate; the candidate decides between the variants of a union.
 * Undefined where the schema knows no such place.
 */
export function nodeAt(path: Path, candidate: unknown): SchemaNode | undefined {
  let node: SchemaNode | undefined = environmentNode;
  let value = candidate;
  for (const key of path) {
    node = child(variantOf(node, value), key);
    if (node === undefined) return undefined;
    value = propertyOf(value, key);
  }
  return variantOf(node, value);
}

function variantOf(node: SchemaNode, value: unknown): SchemaNode {
  if (node.oneOf === undefined) return node;
  const { key, values } = discriminatorOf(node.oneOf);
  const index = values.findIndex((constant) => constant === propertyOf(value, key));
  return node.oneOf[index] ?? node;
}

function child(node: SchemaNode, key: string | number): SchemaNode | undefined {
  if (node.oneOf !== undefined) {
    // No variant fits, so all that is known is what the discriminator may be.
    const discriminator = discriminatorOf(node.oneOf);
    return discriminator.key === key ? { enum: discriminator.values } : undefined;
  }
  if (typeof key === 'number') return node.items;
  if (node.properties !== undefined && Object.hasOwn(node.properties, key)) return node.properties[key];
  return node.additionalProperties === false ? undefined : node.additionalProperties;
}

/** The keys that an object may have, where they are a closed list. */
export function keysOf(node: SchemaNode): readonly string[] {
  if (node.properties !== undefined) return Object.keys(node.properties);
  return (node.propertyNames?.enum ?? []).map(String);
}
