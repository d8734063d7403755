import { inspect } from 'node:util';

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

/** Any value on one short line. An environment file holds no secrets, so a value may be shown. */
export function showValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  const line = inspect(value, {
    depth: 1,
    compact: true,
    breakLength: Infinity,
    maxArrayLength: 8,
    maxStringLength: 80,
    customInspect: false,
  });
  return line.length > 160 ? `${line.slice(0, 159)}…` : line;
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
