import { InvalidParameterException, SerializationException } from './exceptions';

/**
 * Request shapes: which members an operation takes and what each must satisfy. A body is first read as the shape's types
 * (SerializationException), then held against all constraints at once, in the service's own sentences
 * (InvalidParameterException), before any rule of the operation itself.
 */
export interface Member<T> {
  /** Adds a sentence to `failures` for each constraint that `value` misses; throws SerializationException on a wrong type. */
  read(value: unknown, path: string, failures: string[]): T;
}

interface Required<T> extends Member<T> {
  readonly required: true;
}

export type Shape = Readonly<Record<string, Member<unknown>>>;

type RequiredKeys<S extends Shape> = { [K in keyof S]: S[K] extends Required<unknown> ? K : never }[keyof S];

/** The TypeScript type of a body that satisfies the shape. */
export type Input<S extends Shape> = {
  readonly [K in RequiredKeys<S>]: S[K] extends Member<infer T> ? T : never;
} & {
  readonly [K in Exclude<keyof S, RequiredKeys<S>>]?: S[K] extends Member<infer T> ? T | undefined : never;
};

/** What a text member must satisfy. */
export interface StringConstraints {
  readonly min?: number;
  readonly max?: number;
  /** The pattern as the service prints it; anchored at both ends. */
  readonly pattern?: string;
  /** Passwords, codes and tokens are never echoed in an error. */
  readonly sensitive?: boolean;
}

export function string(constraints: StringConstraints = {}): Member<string> {
  const { min, max, pattern, sensitive } = constraints;
  const expression = pattern === undefined ? undefined : new RegExp(`^(?:${pattern})$`, 'u');
  return {
    read(value, path, failures) {
      const text = expectType(value, 'string', path);
      const fail = (rule: string): void =>
        void failures.push(sentence(sensitive === true ? undefined : text, path, rule));
      if (max !== undefined && text.length > max) fail(`Member must have length less than or equal to ${max}`);
      if (min !== undefined && text.length < min) fail(`Member must have length greater than or equal to ${min}`);
      if (expression !== undefined && !expression.test(text))
        fail(`Member must satisfy regular expression pattern: ${pattern ?? ''}`);
      return text;
    },
  };
}

export function oneOf<const Value extends string>(...values: readonly Value[]): Member<Value> {
  return {
    read(value, path, failures) {
      const text = expectType(value, 'string', path);
      const known = values.find((candidate) => candidate === text);
      if (known !== undefined) return known;
      failures.push(sentence(text, path, `Member must satisfy enum value set: [${values.join(', ')}]`));
      return text as Value; // never used: a failure refuses the body
    },
  };
}

export function integer({ min, max }: { readonly min?: number; readonly max?: number } = {}): Member<number> {
  return {
    read(value, path, failures) {
      const number = expectType(value, 'number', path);
      if (!Number.isInteger(number)) throw new SerializationException(`${path} can not be converted to an Integer`);
      const fail = (rule: string): void => void failures.push(sentence(String(number), path, rule));
      if (max !== undefined && number > max) fail(`Member must have value less than or equal to ${max}`);
      if (min !== undefined && number < min) fail(`Member must have value greater than or equal to ${min}`);
      return number;
    },
  };
}

export function boolean(): Member<boolean> {
  return { read: (value, path) => expectType(value, 'boolean', path) };
}

export function list<T>(
  item: Member<T>,
  { min, max }: { readonly min?: number; readonly max?: number } = {},
): Member<readonly T[]> {
  return {
    read(value, path, failures) {
      if (!Array.isArray(value)) throw new SerializationException(`${path} can not be converted to a List`);
      const fail = (rule: string): void => void failures.push(sentence(`[${value.length} items]`, path, rule));
      if (max !== undefined && value.length > max) fail(`Member must have length less than or equal to ${max}`);
      if (min !== undefined && value.length < min) fail(`Member must have length greater than or equal to ${min}`);
      return value.map((entry, index) => item.read(entry, `${path}.${index + 1}.member`, failures));
    },
  };
}

export function map<T>(item: Member<T>): Member<Readonly<Record<string, T>>> {
  return {
    read: (value, path, failures) =>
      Object.fromEntries(
        Object.entries(expectObject(value, path)).map(([key, entry]) => [
          key,
          item.read(entry, `${path}.${key}.member`, failures),
        ]),
      ),
  };
}

export function structure<S extends Shape>(shape: S): Member<Input<S>> {
  return { read: (value, path, failures) => readMembers(shape, expectObject(value, path), path, failures) };
}

export function required<T>(member: Member<T>): Required<T> {
  return { ...member, required: true };
}

/** Reads a request body by its shape. Members that the shape does not know are dropped, as the service does. */
export function readInput<S extends Shape>(shape: S, body: unknown): Input<S> {
  const failures: string[] = [];
  const input = readMembers(shape, expectObject(body, 'request'), '', failures);
  if (failures.length > 0) {
    const count = `${failures.length} validation error${failures.length === 1 ? '' : 's'} detected: `;
    throw new InvalidParameterException(count + failures.join('; '));
  }
  return input;
}

function readMembers<S extends Shape>(
  shape: S,
  body: Readonly<Record<string, unknown>>,
  path: string,
  failures: string[],
): Input<S> {
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape)) {
    const memberPath = path === '' ? lowerFirst(name) : `${path}.${lowerFirst(name)}`;
    const value = Object.hasOwn(body, name) ? body[name] : undefined;
    if (value !== undefined && value !== null) read[name] = member.read(value, memberPath, failures);
    else if ('required' in member) failures.push(sentence(null, memberPath, 'Member must not be null'));
  }
  return read as Input<S>;
}

/** `value` undefined: sensitive, not echoed; null: absent. */
function sentence(value: string | null | undefined, path: string, rule: string): string {
  const shown = value === undefined ? 'Value' : value === null ? 'Value null' : `Value '${value}'`;
  return `${shown} at '${path}' failed to satisfy constraint: ${rule}`;
}

interface JsonTypes {
  string: string;
  number: number;
  boolean: boolean;
}

function expectType<Name extends keyof JsonTypes>(value: unknown, name: Name, path: string): JsonTypes[Name] {
  if (typeof value === name) return value as JsonTypes[Name];
  throw new SerializationException(`${path}: ${jsonTypeOf(value)} can not be converted to ${name}`);
}

function expectObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new SerializationException(`${path}: ${jsonTypeOf(value)} can not be converted to an object`);
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
