import { discriminatorOf, type SchemaNode } from '../../lib/environments/schema-node';

/** In place of a value: then every branch below is told, and not only those that the value takes. */
const anything = Symbol('anything');

/**
 * The branches that the schema has below a place, or those of them that a value takes: every variant of a union, every
 * value of an enum and of a boolean, the least and the greatest integer, every optional field with and without a value,
 * every list and record with and without entries, every name that a record can have where they are a closed list.
 */
export function schemaBranches(node: SchemaNode, value: unknown = anything, place = ''): readonly string[] {
  if (node.oneOf !== undefined) return variants(node.oneOf, value, place);
  if (node.anyOf !== undefined) return forms(node.anyOf, value, place);
  if (node.const !== undefined) return leaf([node.const], value, place);
  if (node.enum !== undefined) return leaf(node.enum, value, place);
  switch (node.type) {
    case 'boolean':
      return leaf([false, true], value, place);
    case 'integer': {
      const bounds = [node.minimum, node.maximum].filter((bound) => bound !== undefined);
      return leaf(bounds, value, place);
    }
    case 'array':
      return [...filling(node.minItems, value, place), ...entries(node.items, value, place)];
    case 'object':
      return node.properties === undefined ? record(node, value, place) : fields(node, node.properties, value, place);
    default:
      return [];
  }
}

function leaf(possible: readonly unknown[], value: unknown, place: string): readonly string[] {
  const taken = possible.filter((each) => value === anything || value === each);
  return taken.map((each) => `${place} = ${JSON.stringify(each)}`);
}

function variants(nodes: readonly SchemaNode[], value: unknown, place: string): readonly string[] {
  const { key, values } = discriminatorOf(nodes);
  const chosen = memberOf(value, key);
  return nodes.flatMap((node, index) => {
    const isChosen = chosen === anything || chosen === values[index];
    return isChosen ? schemaBranches(node, value, `${place}<${values[index]}>`) : [];
  });
}

/** The alternatives of a union without a discriminator: one word, or texts of different forms. */
function forms(nodes: readonly SchemaNode[], value: unknown, place: string): readonly string[] {
  return nodes.flatMap(({ const: word, pattern, format = 'text' }) => {
    if (word !== undefined) return leaf([word], value, place);
    const hasForm = value === anything || new RegExp(pattern ?? '').test(String(value));
    return hasForm ? [`${place} as ${format}`] : [];
  });
}

function fields(
  { required = [] }: SchemaNode,
  properties: NonNullable<SchemaNode['properties']>,
  value: unknown,
  place: string,
): readonly string[] {
  return Object.entries(properties).flatMap(([key, node]) => {
    const inner = memberOf(value, key);
    const isAbsent = inner === undefined || (inner === anything && !required.includes(key));
    return [
      ...(isAbsent ? [`${place}.${key} absent`] : []),
      ...(inner === undefined ? [] : schemaBranches(node, inner, `${place}.${key}`)),
    ];
  });
}

function record({ propertyNames, additionalProperties }: SchemaNode, value: unknown, place: string): readonly string[] {
  const closed = propertyNames?.enum ?? [];
  const names = closed.filter((name) => memberOf(value, String(name)) !== undefined);
  return [
    ...filling(0, value, place),
    ...names.map((name) => `${place} has ${name}`),
    ...entries(additionalProperties, value, place),
  ];
}

function filling(minItems = 0, value: unknown, place: string): readonly string[] {
  if (value !== anything) return [`${place} ${entriesOf(value).length === 0 ? 'empty' : 'filled'}`];
  return minItems > 0 ? [`${place} filled`] : [`${place} empty`, `${place} filled`];
}

function entries(node: SchemaNode | false | undefined, value: unknown, place: string): readonly string[] {
  if (node === undefined || node === false) return [];
  return entriesOf(value).flatMap((entry) => schemaBranches(node, entry, `${place}[]`));
}

function entriesOf(value: unknown): readonly unknown[] {
  return value === anything ? [anything] : Object.values(value as object);
}

function memberOf(value: unknown, key: string): unknown {
  return value === anything ? anything : (value as Readonly<Record<string, unknown>>)[key];
}
