import * as sdk from '@aws-sdk/client-cognito-identity-provider';
import fc from 'fast-check';

/** Values that mean something to a pool, by the name of the member or parameter that takes them. */
export type KnownValues = Readonly<Record<string, readonly string[]>>;

/**
 * Bodies that an operation could be sent, from its schema in the SDK: mostly of the right types and with values that mean
 * something, so that they come past the constraints; now and then anything.
 */
export function bodiesOf(operation: string, known: KnownValues): fc.Arbitrary<unknown> {
  const request: unknown = Object.entries(sdk).find(([name]) => name === `${operation}Request$`)?.[1];
  if (!Array.isArray(request)) throw new Error(`The SDK has no schema of ${operation}Request.`);
  return valuesOf(request, '', known);
}

/** Also nothing at all: JSON leaves out what is undefined. */
const anything = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('', '__proto__', null, undefined, -1, 1e21));

/** Parameters that belong together in a map; the most frequent stand there more than once. */
const keySets = [
  ['USERNAME', 'PASSWORD'],
  ['USERNAME', 'PASSWORD'],
  ['USERNAME', 'PASSWORD'],
  ['USERNAME', 'SRP_A'],
  ['REFRESH_TOKEN'],
  ['USERNAME', 'SOFTWARE_TOKEN_MFA_CODE'],
  ['USERNAME', 'NEW_PASSWORD'],
  ['USERNAME', 'DEVICE_KEY', 'SRP_A'],
  ['client_id', 'oidc_issuer'],
] as const;
const keys = [...new Set(keySets.flat()), 'SECRET_HASH', 'TIMESTAMP', 'ANSWER', 'constructor', '__proto__', 'en'];

function valuesOf(schema: unknown, member: string, known: KnownValues): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: typedValues(schema, member, known) }, { weight: 1, arbitrary: anything });
}

/** Kinds of a schema: 0 to 2 and 4 are plain, 64 a list and 128 a map of them; arrays are [kind, ...], or [of, traits]. */
function typedValues(schema: unknown, member: string, known: KnownValues): fc.Arbitrary<unknown> {
  const type: unknown = typeof schema === 'function' ? (schema as () => unknown)() : schema;
  if (typeof type === 'number') return plainValues(type, member, known);
  if (!Array.isArray(type)) return anything;
  const [kind, , , , fourth, fifth, required = 0] = type as unknown[];
  switch (kind) {
    case 0:
      return typedValues(fourth, member, known);
    case 1:
      return fc.array(valuesOf(fourth, member, known), { maxLength: 3 });
    case 2:
      return mapsOf(fifth, known);
    case 3:
      return structures(fourth as string[], fifth as unknown[], Number(required), known);
    default:
      return typedValues(kind, member, known);
  }
}

function plainValues(type: number, member: string, known: KnownValues): fc.Arbitrary<unknown> {
  if (type >= 128) return mapsOf(type - 128, known);
  if (type >= 64) return fc.array(valuesOf(type - 64, member, known), { maxLength: 3 });
  if (type === 0) return texts(member, known);
  return type === 2 ? fc.boolean() : fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer());
}

function texts(member: string, known: KnownValues): fc.Arbitrary<string> {
  const fitting = (Object.hasOwn(known, member) ? known[member] : undefined) ?? Object.values(known).flat();
  return fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
  );
}

function mapsOf(value: unknown, known: KnownValues): fc.Arbitrary<unknown> {
  const chosen = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...keySets) }, fc.subarray(keys));
  // As entries: a member of the name __proto__ would otherwise be no member at all.
  return chosen.chain((names) =>
    fc
      .tuple(...names.map((name) => valuesOf(value, name, known)))
      .map((values) => Object.fromEntries(names.map((name, index) => [name, values[index]]))),
  );
}

/** Few optional members at a time: of many at once one is always wrong, and the others are not looked at. */
function structures(
  names: readonly string[],
  types: readonly unknown[],
  required: number,
  known: KnownValues,
): fc.Arbitrary<unknown> {
  const others = names.slice(required);
  return fc.subarray(others, { maxLength: Math.min(4, others.length) }).chain((optional) => {
    const chosen = [...names.slice(0, required), ...optional];
    return fc.record(
      Object.fromEntries(chosen.map((name) => [name, valuesOf(types[names.indexOf(name)], name, known)])),
    );
  });
}
