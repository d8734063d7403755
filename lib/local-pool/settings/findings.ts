import type { Value } from '../../template/value';
import { expressionOf } from '../../template/value';
import type { Feature, FeatureName } from './features';
import { features } from './features';
import type { SettingsProblem } from './settings-error';

/** What a problem says beside the place where it was found. */
export type Complaint = Omit<SettingsProblem, 'stack' | 'logicalId' | 'path'>;

/** A feature that the template asks for and does not get, with every place that asks. Named once at start. */
export interface NotSimulated extends Feature {
  readonly feature: FeatureName;
  readonly places: readonly Place[];
}

/** Where in the template: a property of a resource with its value, as compact JSON, or the resource itself. */
export interface Place {
  /** Path of the stack; '' for what came by a request. */
  readonly stack: string;
  readonly logicalId: string;
  /** '' for the resource itself. */
  readonly path: string;
  readonly value: string;
}

/** Collects, over all resources of one pool, what stops the start and what is only named. */
export class Findings {
  readonly #stack: string;
  readonly #problems: SettingsProblem[];
  readonly #places: Map<FeatureName, Place[]>;

  /** @param stack path of the stack that is looked at */
  constructor(stack: string, shared?: Findings) {
    this.#stack = stack;
    this.#problems = shared === undefined ? [] : shared.#problems;
    this.#places = shared === undefined ? new Map<FeatureName, Place[]>() : shared.#places;
  }

  /** The same collection, for what is found in another stack. */
  in(stack: string): Findings {
    return new Findings(stack, this);
  }

  /** A second complaint about the same place (two triggers with one function, say) adds nothing. */
  stop(logicalId: string, path: string, complaint: Complaint): void {
    const problem = { stack: this.#stack, logicalId, path, ...complaint };
    if (!this.#problems.some((known) => isSamePlace(known, problem))) this.#problems.push(problem);
  }

  name(feature: FeatureName, logicalId: string, path: string, value: Value): void {
    const place = { stack: this.#stack, logicalId, path, value: brief(value) };
    const places = this.#places.get(feature) ?? [];
    if (!places.some((known) => isSamePlace(known, place))) this.#places.set(feature, [...places, place]);
  }

  get problems(): readonly SettingsProblem[] {
    return this.#problems;
  }

  notSimulated(): readonly NotSimulated[] {
    return [...this.#places].map(([feature, places]) => ({ feature, ...features[feature], places }));
  }
}

function isSamePlace(one: Omit<Place, 'value'>, other: Omit<Place, 'value'>): boolean {
  return one.stack === other.stack && one.logicalId === other.logicalId && one.path === other.path;
}

const longestValue = 200;

/** A value for a message: compact JSON, tokens as their expressions, cut when long. */
export function brief(value: Value): string {
  const text = JSON.stringify(expressionOf(value));
  return text.length > longestValue ? `${text.slice(0, longestValue)}...` : text;
}
