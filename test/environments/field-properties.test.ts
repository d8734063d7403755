import { fieldProperties } from '../../lib/environments/field-properties';
import { fieldsWithoutProperty, propertyOfField } from '../../lib/environments/field-property';
import { referenceRows } from '../../lib/environments/reference';
import { hasProperty } from '../cloudformation-spec';

const paths = [...new Set(referenceRows().map(({ path }) => path))];

/** Fields that hold a value, and no other fields. */
const leaves = paths.filter(
  (path) => !paths.some((other) => other.startsWith(`${path}.`) || other.startsWith(`${path}[`)),
);

const tables = { ...fieldProperties, none: fieldsWithoutProperty };

test('every field that holds a value names its CloudFormation property, or where else it goes', () => {
  expect(leaves.filter((path) => propertyOfField(path) === undefined)).toEqual([]);
});

test('every field is named once', () => {
  const named = Object.values(tables).flatMap((properties) => Object.keys(properties));
  expect(named.filter((path, index) => named.indexOf(path) !== index)).toEqual([]);
});

test('no field is named that does not exist or holds other fields', () => {
  const named = Object.values(tables).flatMap((properties) => Object.keys(properties));
  expect(named.filter((path) => !leaves.includes(path))).toEqual([]);
});

test.each(Object.entries(fieldProperties))('%s has every property that a field names', (type, properties) => {
  expect(Object.values(properties).filter((property) => !hasProperty(type, property))).toEqual([]);
});
