import type { RawObject } from '../../../lib/template/value';
import { pool, poolSettings, problemsOf } from './pool-template';

const schemaOf = (...entries: RawObject[]) => poolSettings({ Schema: entries }).schema;
const attribute = (name: string, ...entries: RawObject[]) => schemaOf(...entries).find((each) => each.name === name);
const text = { type: 'String', required: false, mutable: true, minLength: 0, maxLength: 2048 };

describe('the standard attributes that a template does not declare', () => {
  test.each([
    ...['name', 'given_name', 'family_name', 'middle_name', 'nickname', 'preferred_username', 'profile', 'picture'],
    ...['website', 'email', 'gender', 'zoneinfo', 'locale', 'phone_number', 'address'],
  ])('%s is a text of up to 2,048 characters', (name) => {
    expect(attribute(name)).toEqual({ name, ...text });
  });

  test.each(['email_verified', 'phone_number_verified'])('%s is a boolean', (name) => {
    expect(attribute(name)).toEqual({ name, type: 'Boolean', required: false, mutable: true });
  });

  test.each([
    ['sub', { type: 'String', required: true, mutable: false, minLength: 1, maxLength: 2048 }],
    ['birthdate', { ...text, minLength: 10, maxLength: 10 }],
    ['updated_at', { type: 'Number', required: false, mutable: true, minValue: 0 }],
    ['identities', { type: 'String', required: false, mutable: true }],
  ])('%s is %j', (name, expected) => {
    expect(attribute(name)).toEqual({ name, ...expected });
  });
});

describe('declared attributes', () => {
  test('a standard attribute keeps its type and limits, and is immutable and optional unless it says otherwise', () => {
    expect(attribute('email', { Name: 'email' })).toEqual({ name: 'email', ...text, mutable: false });
    expect(attribute('email', { Name: 'email', Required: true, Mutable: 'true' })).toEqual({
      name: 'email',
      ...text,
      required: true,
    });
  });

  test('a declared limit replaces that of the service', () => {
    const entry = { Name: 'name', StringAttributeConstraints: { MinLength: '2', MaxLength: '50' } };
    expect(attribute('name', entry)).toMatchObject({ minLength: 2, maxLength: 50 });
  });

  test.each<[RawObject, RawObject]>([
    [
      { Name: 'tenant', AttributeDataType: 'String', StringAttributeConstraints: { MinLength: 1, MaxLength: '64' } },
      { name: 'custom:tenant', type: 'String', required: false, mutable: false, minLength: 1, maxLength: 64 },
    ],
    [
      { Name: 'age', AttributeDataType: 'Number', Mutable: true, NumberAttributeConstraints: { MinValue: '-3' } },
      { name: 'custom:age', type: 'Number', required: false, mutable: true, minValue: -3 },
    ],
    [
      { Name: 'joined', AttributeDataType: 'DateTime', StringAttributeConstraints: {} },
      { name: 'custom:joined', type: 'DateTime', required: false, mutable: false },
    ],
    [
      { Name: 'member', AttributeDataType: 'Boolean' },
      { name: 'custom:member', type: 'Boolean', required: false, mutable: false },
    ],
  ])('%j is custom', (entry, expected) => {
    expect(schemaOf(entry).at(-1)).toEqual(expected);
  });
});

const custom = { Name: 'tenant', AttributeDataType: 'String' };

test.each<[string, RawObject[], string, RegExp]>([
  ['without a name', [{ Required: true }], 'Schema[0].Name', /Write Name/],
  ['with the prefix', [{ ...custom, Name: 'custom:tenant' }], 'Schema[0].Name', /without custom:/],
  ['with a space', [{ ...custom, Name: 'the tenant' }], 'Schema[0].Name', /without custom:/],
  ['of 21 characters', [{ ...custom, Name: 'a'.repeat(21) }], 'Schema[0].Name', /1 to 20/],
  ['that the service keeps', [{ Name: 'sub' }], 'Schema[0].Name', /Leave it out/],
  ['twice', [custom, custom], 'Schema[1].Name', /Remove one/],
  ['without a type', [{ Name: 'tenant' }], 'Schema[0].AttributeDataType', /Write the type/],
  ['of an unknown type', [{ ...custom, AttributeDataType: 'Text' }], 'Schema[0].AttributeDataType', /String/],
  [
    'with another type than the standard',
    [{ Name: 'email', AttributeDataType: 'Number' }],
    'Schema[0].AttributeDataType',
    /Write String/,
  ],
  ['that is required and custom', [{ ...custom, Required: true }], 'Schema[0].Required', /Write false/],
  ['for developers only', [{ ...custom, DeveloperOnlyAttribute: true }], 'Schema[0].DeveloperOnlyAttribute', /dev:/],
  [
    'with limits of another type',
    [{ ...custom, NumberAttributeConstraints: { MinValue: '1' } }],
    'Schema[0].NumberAttributeConstraints',
    /Remove them/,
  ],
  [
    'with its limits exchanged',
    [{ ...custom, StringAttributeConstraints: { MinLength: '9', MaxLength: '2' } }],
    'Schema[0].StringAttributeConstraints',
    /Exchange/,
  ],
  [
    'longer than the service stores',
    [{ ...custom, StringAttributeConstraints: { MaxLength: '2049' } }],
    'Schema[0].StringAttributeConstraints.MaxLength',
    /0 to 2048/,
  ],
])('an attribute %s stops the start', (_, entries, path, nextStep) => {
  const problems = problemsOf({ Pool: pool({ Schema: entries }) });
  expect(problems).toEqual([expect.objectContaining({ path, nextStep: expect.stringMatching(nextStep) as string })]);
});

test('51 custom attributes stop the start', () => {
  const entries = Array.from({ length: 51 }, (_, index) => ({ Name: `a${index}`, AttributeDataType: 'String' }));
  expect(problemsOf({ Pool: pool({ Schema: entries.slice(1) }) })).toEqual([]);
  expect(problemsOf({ Pool: pool({ Schema: entries }) })).toEqual([expect.objectContaining({ path: 'Schema' })]);
});
