import { inspect, types } from 'node:util';

/** Where in an environment: the keys from its root. */
export type Path = readonly (string | number)[];

/** One thing that is wrong with one environment, in words for whoever edits its file. */
export interface Problem {
  /** The name of the environment, or its place in the list if it has no usable name. */
  readonly environment: string;
  /** For instance `clients.backend.writeAttributes[2]`; empty for the environment itself. */
  readonly path: string;
  /** What came in. */
  readonly got: string;
  readonly allowed: string;
  /** The cure, as an instruction. */
  readonly instead: string;
  /** The id of the rule that found it; `schema` for what the shape alone forbids. */
  readonly rule: string;
}

/** `clients.web-app.authFlows[0]`; a key that a dot would make ambiguous is quoted. */
export function formatPath(path: Path): string {
  return path
    .map((key) => {
      if (typeof key === 'number') return `[${key}]`;
      return /^[\w-]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
    })
    .join('')
    .replace(/^\./, '');
}

/**
 * Any value on one short line. An environment file holds no secrets, but somebody may put one there by mistake: what
 * stands under the name of one is not shown, nor are the credentials in a URL.
 *
 * @param key the key under which the value stands
 */
export function showValue(value: unknown, key?: string | number): string {
  if (value === undefined) return 'nothing';
  const line = inspect(withoutSecrets(value, key, shownLevels), {
    depth: shownLevels - 1,
    compact: true,
    breakLength: Infinity,
    maxArrayLength: 8,
    maxStringLength: 80,
    customInspect: false,
  });
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
}

/** Objects within objects that are shown; those below are [Object]. */
const shownLevels = 2;

/** Ends the keys under which people write secrets, also where the name of one belongs. */
const secretKey = /(secret|password|privatekey|token)(name|value)?$/i;

function withoutSecrets(value: unknown, key: string | number | undefined, levels: number): unknown {
  if (typeof value === 'string') {
    if (secretKey.test(String(key))) return `(${value.length} characters, not shown)`;
    return value.replaceAll(/(?<=:\/\/)[^/?#@\s]*@/g, '…@');
  }
  if (levels === 0 || typeof value !== 'object' || value === null || types.isProxy(value)) return value;
  if (Array.isArray(value)) return value.map((entry: unknown) => withoutSecrets(entry, key, levels - 1));
  return isPlain(value) ? copyOf(value, (inner, name) => withoutSecrets(inner, name, levels - 1)) : value;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** By descriptor, so that nothing runs that somebody made a property of. */
function copyOf(value: object, change: (inner: unknown, name: string) => unknown): object {
  const copy = Object.create(Object.getPrototypeOf(value) as object | null) as object;
  for (const name of Reflect.ownKeys(value)) {
    const found = Reflect.getOwnPropertyDescriptor(value, name);
    if (found === undefined) continue;
    const isData = found.get === undefined && found.set === undefined;
    Object.defineProperty(copy, name, isData ? { ...found, value: change(found.value, String(name)) } : found);
  }
  return copy;
}

/** Every problem as a block of lines, grouped by environment, for a terminal. */
export function formatProblems(problems: readonly Problem[]): string {
  const names = [...new Set(problems.map((problem) => problem.environment))];
  const count = (amount: number, noun: string) => `${amount} ${noun}${amount === 1 ? '' : 's'}`;
  const blocks = names.map((name) => {
    const entries = problems
      .filter((problem) => problem.environment === name)
      .map(
        ({ path, got, allowed, instead, rule }) =>
          `  ${path === '' ? '(the environment)' : path}  [${rule}]\n` +
          `    got      ${got}\n    allowed  ${allowed}\n    instead  ${instead}`,
      );
    return `${name}\n${entries.join('\n')}`;
  });
  return [`${count(problems.length, 'problem')} in ${count(names.length, 'environment')}`, ...blocks].join('\n\n');
}

/** Thrown when an environment cannot be used; the message holds every problem, the property the same as data. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}
