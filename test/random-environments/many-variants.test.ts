import fc from 'fast-check';
import { discriminatorOf, environmentNode, type SchemaNode } from '../../lib/environments/schema-node';
import { sound } from './try-environments';

/** Every variant of every union below a place, as `mfa.mode "off"`; with a value, those that it is made of. */
function variantsIn(node: SchemaNode, place: string, value?: unknown): readonly string[] {
  if (node.oneOf !== undefined) {
    const { key, values } = discriminatorOf(node.oneOf);
    const chosen = value === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[key];
    return node.oneOf.flatMap((variant, index) =>
      value === undefined || values[index] === chosen
        ? [`${place}.${key} ${JSON.stringify(values[index])}`, ...variantsIn(variant, place, value)]
        : [],
    );
  }
  const known: unknown[] | undefined = value === undefined ? undefined : Object.values(value as object);
  if (node.items !== undefined) {
    const { items } = node;
    return (known ?? [undefined]).flatMap((entry) => variantsIn(items, `${place}[0]`, entry));
  }
  if (node.properties !== undefined) {
    return Object.entries(node.properties).flatMap(([key, child]) => {
      const inner = value === undefined ? undefined : (value as Readonly<Record<string, unknown>>)[key];
      return value !== undefined && inner === undefined ? [] : variantsIn(child, `${place}.${key}`, inner);
    });
  }
  const { additionalProperties } = node;
  if (additionalProperties === undefined || additionalProperties === false) return [];
  return (known ?? [undefined]).flatMap((entry) => variantsIn(additionalProperties, `${place}.NAME`, entry));
}

test('random environments that pass the check have every variant of every field among them', () => {
  const met = new Set(fc.sample(sound, 1000).flatMap((environment) => variantsIn(environmentNode, '', environment)));
  expect(variantsIn(environmentNode, '').filter((variant) => !met.has(variant))).toEqual([]);
});
