import fc from 'fast-check';
import {
  boolean,
  integer,
  list,
  map,
  oneOf,
  readInput,
  required,
  string,
  structure,
} from '../../../lib/local-pool/wire/shape';
import { refusal, refusalOf } from '../refusal';

const shape = {
  Name: required(string({ min: 2, max: 5, pattern: '[\\S]+' })),
  Secret: string({ min: 4, max: 8, pattern: '[a-z]+', sensitive: true }),
  Kind: oneOf('A', 'B'),
  Count: integer({ min: 1, max: 60 }),
  Wanted: boolean(),
  Items: list(structure({ Key: required(string({ max: 3 })), Value: string({ max: 3, sensitive: true }) }), { max: 2 }),
  Data: map(string({ max: 3 })),
};
const valid = { Name: 'anna' };

const one = (sentence: string) => refusal('InvalidParameterException', `1 validation error detected: ${sentence}`);

test('a body is read by the shape: members that it does not know are dropped, null counts as absent', () => {
  const body = {
    ...valid,
    Secret: 'word',
    Kind: 'B',
    Count: 60,
    Wanted: false,
    Items: [{ Key: 'k', Value: 'v', Other: 1 }],
    Data: { any: 'x' },
    Unknown: 1,
  };
  const { Unknown: dropped, ...known } = body;
  expect(dropped).toBe(1);
  expect(readInput(shape, body)).toEqual({ ...known, Items: [{ Key: 'k', Value: 'v' }] });
  expect(readInput(shape, { ...valid, Kind: null, Items: null })).toEqual(valid);
});

test('members of the prototype are no members of the body', async () => {
  const inherited: object = Object.create({ Name: 'anna' }) as object;
  expect(await refusalOf(() => readInput(shape, inherited))).toMatchObject({ type: 'InvalidParameterException' });
});

test.each([
  [{}, "Value null at 'name' failed to satisfy constraint: Member must not be null"],
  [{ Name: null }, "Value null at 'name' failed to satisfy constraint: Member must not be null"],
  [
    { Name: 'a' },
    "Value 'a' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2",
  ],
  [
    { Name: 'abcdef' },
    "Value 'abcdef' at 'name' failed to satisfy constraint: Member must have length less than or equal to 5",
  ],
  [
    { Name: 'a b' },
    "Value 'a b' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+",
  ],
  [
    { ...valid, Kind: 'C' },
    "Value 'C' at 'kind' failed to satisfy constraint: Member must satisfy enum value set: [A, B]",
  ],
  [
    { ...valid, Count: 0 },
    "Value '0' at 'count' failed to satisfy constraint: Member must have value greater than or equal to 1",
  ],
  [
    { ...valid, Count: 61 },
    "Value '61' at 'count' failed to satisfy constraint: Member must have value less than or equal to 60",
  ],
  [
    { ...valid, Items: [{ Key: 'a' }, { Key: 'long' }] },
    "Value 'long' at 'items.2.member.key' failed to satisfy constraint: " +
      'Member must have length less than or equal to 3',
  ],
  [
    { ...valid, Items: [{}] },
    "Value null at 'items.1.member.key' failed to satisfy constraint: Member must not be null",
  ],
  [
    { ...valid, Items: [{ Key: 'a' }, { Key: 'b' }, { Key: 'c' }] },
    "Value '[3 items]' at 'items' failed to satisfy constraint: Member must have length less than or equal to 2",
  ],
  [
    { ...valid, Data: { any: 'long' } },
    "Value 'long' at 'data.any.member' failed to satisfy constraint: Member must have length less than or equal to 3",
  ],
  [
    { ...valid, Secret: 'abc' },
    "Value at 'secret' failed to satisfy constraint: Member must have length greater than or equal to 4",
  ],
  [
    { ...valid, Items: [{ Key: 'a', Value: 'long' }] },
    "Value at 'items.1.member.value' failed to satisfy constraint: Member must have length less than or equal to 3",
  ],
])('%j is refused in the sentence of the service', async (body, sentence) => {
  expect(await refusalOf(() => readInput(shape, body))).toEqual(one(sentence));
});

test('several failures are counted and told together', async () => {
  expect(await refusalOf(() => readInput(shape, { Name: '', Secret: 'ABC', Count: 0 }))).toEqual(
    refusal(
      'InvalidParameterException',
      '5 validation errors detected: ' +
        "Value '' at 'name' failed to satisfy constraint: Member must have length greater than or equal to 2; " +
        "Value '' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\S]+; " +
        "Value at 'secret' failed to satisfy constraint: Member must have length greater than or equal to 4; " +
        "Value at 'secret' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+; " +
        "Value '0' at 'count' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ),
  );
});

test('a pattern holds for the whole value: a line break does not smuggle anything in', async () => {
  expect(await refusalOf(() => readInput(shape, { ...valid, Secret: 'word\nA' }))).toEqual(
    one("Value at 'secret' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-z]+"),
  );
});

test.each([
  [{ Name: 1 }, 'name: number can not be converted to string'],
  [{ Name: ['anna'] }, 'name: array can not be converted to string'],
  [{ ...valid, Kind: true }, 'kind: boolean can not be converted to string'],
  [{ ...valid, Count: '1' }, 'count: string can not be converted to number'],
  [{ ...valid, Count: 1.5 }, 'count can not be converted to an Integer'],
  [{ ...valid, Wanted: 'true' }, 'wanted: string can not be converted to boolean'],
  [{ ...valid, Items: {} }, 'items can not be converted to a List'],
  [{ ...valid, Items: [null] }, 'items.1.member: null can not be converted to an object'],
  [{ ...valid, Data: [] }, 'data: array can not be converted to an object'],
  [{ ...valid, Data: { any: 1 } }, 'data.any.member: number can not be converted to string'],
  ['text', 'request: string can not be converted to an object'],
  [null, 'request: null can not be converted to an object'],
  [[], 'request: array can not be converted to an object'],
])('%j has a wrong type', async (body, message) => {
  expect(await refusalOf(() => readInput(shape, body))).toEqual(refusal('SerializationException', message));
});

test('whatever a sensitive member holds, no refusal shows it', async () => {
  const marked = fc.string({ unit: 'grapheme' }).map((text) => `MARK${text}MARK`);
  await fc.assert(
    fc.asyncProperty(marked, async (secret) => {
      const { message } = await refusalOf(() =>
        readInput(shape, { Secret: secret, Items: [{ Key: 'a', Value: secret }], Name: 'anna' }),
      );
      expect(message).not.toContain('MARK');
    }),
  );
});

test('a body of any JSON is read or refused as the service would, and nothing else', () => {
  fc.assert(
    fc.property(fc.record({ ...shapeOfAnything() }, { requiredKeys: [] }), (body) => {
      try {
        readInput(shape, body);
      } catch (error) {
        expect((error as Error).name).toMatch(/^(InvalidParameter|Serialization)Exception$/);
      }
    }),
  );
});

function shapeOfAnything(): Record<keyof typeof shape, fc.Arbitrary<unknown>> {
  const anything = fc.jsonValue();
  return {
    Name: anything,
    Secret: anything,
    Kind: anything,
    Count: anything,
    Wanted: anything,
    Items: anything,
    Data: anything,
  };
}
