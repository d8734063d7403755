import fc from 'fast-check';
import { checkAttributes, isEmailAddress } from '../../../lib/local-pool/schema/check-attributes';
import type { AttributeSchema } from '../../../lib/local-pool/settings/pool-settings';
import { standardAttributes } from '../../../lib/local-pool/settings/standard-attributes';
import { refusal, refusalOf } from '../refusal';

const custom = (name: string, rest: Partial<AttributeSchema>): AttributeSchema => ({
  name: `custom:${name}`,
  type: 'String',
  required: false,
  mutable: true,
  ...rest,
});
const schema: readonly AttributeSchema[] = [
  ...standardAttributes.map((attribute) =>
    ['email', 'name'].includes(attribute.name) ? { ...attribute, required: true } : attribute,
  ),
  custom('id', { mutable: false }),
  custom('code', { minLength: 2, maxLength: 4 }),
  custom('age', { type: 'Number', minValue: 18, maxValue: 99 }),
  custom('fan', { type: 'Boolean' }),
  custom('since', { type: 'DateTime' }),
];
const administrator = { writer: 'administrator', demand: 'none' } as const;
const prefix = 'Attributes did not conform to the schema: ';

const check = (given: Readonly<Record<string, string>>, rules: Parameters<typeof checkAttributes>[2] = administrator) =>
  checkAttributes(schema, given, rules);

test.each([
  [{ 'custom:x': '1' }, 'custom:x: Attribute does not exist in the schema.'],
  [{ 'custom:code': 'a' }, 'custom:code: String must be longer than 2 characters'],
  [{ 'custom:code': 'abcde' }, 'custom:code: String must be shorter than 4 characters'],
  [{ birthdate: '1990-1-1' }, 'birthdate: String must be longer than 10 characters'],
  [{ 'custom:age': 'many' }, 'custom:age: Value must be a number'],
  [{ 'custom:age': '' }, 'custom:age: Value must be a number'],
  [{ 'custom:age': '17' }, 'custom:age: Number must be at least 18'],
  [{ 'custom:age': '100' }, 'custom:age: Number must be at most 99'],
  [{ 'custom:fan': 'yes' }, 'custom:fan: Value must be true or false'],
  [{ 'custom:since': 'long ago' }, 'custom:since: Value must be a date'],
  [{ sub: 'x' }, 'sub: Attribute cannot be updated.'],
  [{ identities: '[]' }, 'identities: Attribute cannot be updated.'],
  [
    { 'custom:x': '1', 'custom:fan': 'yes' },
    'custom:x: Attribute does not exist in the schema.\ncustom:fan: Value must be true or false',
  ],
])('%j misses the schema', async (given, miss) => {
  expect(await refusalOf(() => check(given as Record<string, string>))).toEqual(
    refusal('InvalidParameterException', prefix + miss),
  );
});

test.each([
  { 'custom:code': 'ab' },
  { 'custom:age': '18' },
  { 'custom:fan': 'false' },
  { 'custom:since': '2026-11-21T09:00:00Z' },
  { email: 'anna@example.com', email_verified: 'true' },
  { phone_number: '+4915112345678' },
  { 'custom:id': '1' },
])('%j fits the schema', (given) => {
  expect(() => check(given as Record<string, string>)).not.toThrow();
});

test.each([
  [{ email: 'anna' }, 'Invalid email address format.'],
  [{ phone_number: '015112345678' }, 'Invalid phone number format.'],
])('%j is no address', async (given, message) => {
  expect(await refusalOf(() => check(given as Record<string, string>))).toEqual(
    refusal('InvalidParameterException', message),
  );
});

test('required attributes are demanded all, or those that cannot come later, or none', async () => {
  const all = { ...administrator, demand: 'all' } as const;
  const missing = `${prefix}name.formatted: The attribute name.formatted is required\nemail: The attribute is required`;

  expect(await refusalOf(() => check({}, all))).toEqual(refusal('InvalidParameterException', missing));
  expect(await refusalOf(() => check({ name: '', email: '' }, all))).toMatchObject({ message: missing });
  expect(() => check({ name: 'Anna', email: 'anna@example.com' }, all)).not.toThrow();
  expect(() => check({}, { ...administrator, demand: 'immutable' })).not.toThrow();
  expect(() => check({}, administrator)).not.toThrow();

  const fixed = schema.map((attribute) => (attribute.name === 'email' ? { ...attribute, mutable: false } : attribute));
  expect(await refusalOf(() => checkAttributes(fixed, {}, { ...administrator, demand: 'immutable' }))).toMatchObject({
    message: `${prefix}email: The attribute is required`,
  });
});

test('an attribute that never changes is open at creation and closed in an update', async () => {
  expect(() => check({ 'custom:id': '1' })).not.toThrow();
  expect(await refusalOf(() => check({ 'custom:id': '2' }, { ...administrator, updating: true }))).toEqual(
    refusal('InvalidParameterException', `${prefix}custom:id: Attribute cannot be updated.`),
  );
});

describe('an app client', () => {
  const unauthorized = refusal('NotAuthorizedException', 'A client attempted to write unauthorized attribute');

  test('writes what its WriteAttributes name, and without the list every attribute', async () => {
    const limited = { writer: { writeAttributes: ['email'] }, demand: 'none' } as const;
    expect(() => check({ email: 'anna@example.com' }, limited)).not.toThrow();
    expect(await refusalOf(() => check({ nickname: 'Ann' }, limited))).toEqual(unauthorized);
    expect(() => check({ nickname: 'Ann' }, { writer: { writeAttributes: undefined }, demand: 'none' })).not.toThrow();
  });

  test.each(['sub', 'identities', 'email_verified', 'phone_number_verified'])(
    'never writes %s, whatever its WriteAttributes say',
    async (name) => {
      for (const writeAttributes of [undefined, [name]])
        expect(
          await refusalOf(() => check({ [name]: 'true' }, { writer: { writeAttributes }, demand: 'none' })),
        ).toEqual(unauthorized);
    },
  );
});

test('an address is local part, at sign and domain, without spaces', () => {
  fc.assert(fc.property(fc.emailAddress({ size: 'small' }), (address) => isEmailAddress(address)));
  for (const text of ['', 'a', '@b.c', 'a@', 'a@b', 'a@.c', 'a@b.', 'a b@c.d', 'a@b@c.d', 'a@b..c'])
    expect([text, isEmailAddress(text)]).toEqual([text, false]);
});
