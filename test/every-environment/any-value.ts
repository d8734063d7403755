import fc from 'fast-check';
import type { SchemaNode } from '../../lib/environments/schema-node';
import { placeValues } from './place-values';

/** Most entries that a list or a record of names gets, where its field sets no lower limit. */
const mostEntries = 3;

/** Text is short, or as long as its field lets it be. */
const shortText = 40;

/**
 * Any value that a field takes, made from the schema: a new field is a part of random environments without a line here.
 * Where the form alone gives nothing of use (an ARN, a host name, a reference), `placeValues` says what to take.
 */
export function anyValue(node: SchemaNode, place = ''): fc.Arbitrary<unknown> {
  const known = placeValues(place);
  if (known !== undefined) return known;
  if (node.const !== undefined) return fc.constant(node.const);
  if (node.enum !== undefined) return fc.constantFrom(...node.enum);
  const variants = node.oneOf ?? node.anyOf;
  if (variants !== undefined) return fc.oneof(...variants.map((variant) => anyValue(variant, place)));
  switch (node.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return anyInteger(node);
    case 'string':
      return anyText(node, place);
    case 'array':
      return anyList(node, place);
    case 'object':
      return node.properties === undefined ? anyRecord(node, place) : anyObject(node, node.properties, place);
    default:
      throw new TypeError(`The schema says nothing of ${place}.`);
  }
}

function anyInteger({ minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: SchemaNode): fc.Arbitrary<number> {
  const min = Math.max(minimum, Number.MIN_SAFE_INTEGER);
  return fc.oneof(fc.integer({ min, max: Math.min(maximum, min + 100) }), fc.constantFrom(min, maximum));
}

function anyText({ pattern, format, minLength = 0, maxLength }: SchemaNode, place: string): fc.Arbitrary<string> {
  if (pattern !== undefined || format !== undefined) {
    throw new TypeError(`${place} has a form of its own: say in place-values.ts what to take for it.`);
  }
  const short = fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, shortText) });
  const fitting = short.filter(({ length }) => length >= minLength && length <= (maxLength ?? length));
  return maxLength === undefined
    ? fitting
    : fc.oneof({ weight: 4, arbitrary: fitting }, fc.constant('x'.repeat(maxLength)));
}

/** Lists of an environment are sets. */
function anyList({ items = {}, minItems = 0, maxItems = mostEntries }: SchemaNode, place: string) {
  return fc.uniqueArray(anyValue(items, `${place}[0]`), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, items.enum?.length ?? mostEntries)),
    selector: (entry) => JSON.stringify(entry),
  });
}

function anyObject({ required = [] }: SchemaNode, properties: NonNullable<SchemaNode['properties']>, place: string) {
  const fields = Object.entries(properties).map(([key, node]) => {
    return [key, anyValue(node, place === '' ? key : `${place}.${key}`)] as const;
  });
  const some = fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
  const least = fc.record(Object.fromEntries(fields.filter(([key]) => required.includes(key))));
  // Of many optional fields hardly ever none would be there.
  return required.length === fields.length
    ? some
    : fc.oneof({ weight: 1, arbitrary: least }, { weight: 7, arbitrary: some });
}

function anyRecord({ propertyNames = {}, additionalProperties }: SchemaNode, place: string) {
  if (additionalProperties === undefined || additionalProperties === false) return fc.constant({});
  const names = anyValue(propertyNames, `${place}.KEY`) as fc.Arbitrary<string>;
  const entries = fc.dictionary(names, anyValue(additionalProperties, `${place}.NAME`), {
    maxKeys: propertyNames.enum === undefined ? mostEntries : propertyNames.enum.length,
    noNullPrototype: true,
  });
  return fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 7, arbitrary: entries });
}
