import type { Environment } from '../environment';
import type { Path } from '../problem';
import type { CatalogueId } from './catalogue';

/** The fields at the root of an environment. */
export type Field = keyof Environment;

/** What a rule has to know that is not in the environment it looks at. */
export interface Context {
  /** Today in UTC, YYYY-MM-DD. */
  readonly today: string;
  /** Names of the environments before this one in the list. */
  readonly earlierNames: readonly string[];
  /** Host names of the pages of the environments before this one. */
  readonly earlierHosts: readonly string[];
}

/** One place where an environment breaks a rule. */
export interface Finding {
  readonly path: Path;
  readonly got: unknown;
  /** A phrase. */
  readonly allowed: string;
  /** The cure, as a sentence. */
  readonly instead: string;
}

/** What must hold between fields; the schema says what must hold inside one. */
export interface Rule {
  readonly id: string;
  /** What must hold, as a sentence. */
  readonly what: string;
  /** Who says so. */
  readonly source: string;
  /** What of the catalogue it holds, by id. */
  readonly covers?: readonly CatalogueId[];
  /** The fields it looks at: it runs when these have their shape, whatever the others are. */
  readonly reads: readonly Field[];
  readonly check: (environment: Environment, context: Context) => readonly Finding[];
}

/** A rule whose check can see the fields that it reads and no others. */
export function defineRule<const Reads extends Field>(rule: {
  readonly id: string;
  readonly what: string;
  readonly source: string;
  readonly covers?: readonly CatalogueId[];
  readonly reads: readonly Reads[];
  readonly check: (environment: Pick<Environment, Reads>, context: Context) => readonly Finding[];
}): Rule {
  return rule;
}
