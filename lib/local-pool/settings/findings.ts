import type { Value } from '../../template/value';
import { expressionOf } from '../../template/value';
import type { Feature, FeatureName } from './features';
import { features } from './features';
import type { SettingsProblem } from './settings-error';
import { SettingsError } from './settings-error';

/** What a problem says beside the place where it was found. */
export type Complaint = Pick<SettingsProblem, 'got' | 'expected' | 'nextStep' | 'lacking'>;

/** A feature that the template asks for and does not get, with every place that asks. Named once at start. */
export interface NotSimulated extends Feature {
  readonly feature: FeatureName;
  readonly places: readonly Place[];
}

/** Where in the template: a property of a resource with its value, as compact JSON, or the resource itself. */
export interface Place {
  readonly logicalId: string;
  /** '' for the resource itself. */
  readonly path: string;
  readonly value: string;
}

/** Collects, over all resources, what stops the start and what is only named. */
export class Findings {
  readonly #problems: SettingsProblem[] = [];
  readonly #places = new Map<FeatureName, Place[]>();

  /** A second complaint about the same place (two triggers with one function, say) adds nothing. */
  stop(logicalId: string, path: string, complaint: Complaint): void {
    const isKnown = this.#problems.some((known) => known.logicalId === logicalId && known.path === path);
    if (!isKnown) this.#problems.push({ logicalId, path, ...complaint });
  }

  name(feature: FeatureName, logicalId: string, path: string, value: Value): void {
    const places = this.#places.get(feature) ?? [];
    const isKnown = places.some((known) => known.logicalId === logicalId && known.path === path);
    if (!isKnown) this.#places.set(feature, [...places, { logicalId, path, value: brief(value) }]);
  }

  get problems(): readonly SettingsProblem[] {
    return this.#problems;
  }

  /** @throws SettingsError with every problem found so far */
  throwIfStopped(): void {
    if (this.#problems.length > 0) throw new SettingsError(this.#problems);
  }

  notSimulated(): readonly NotSimulated[] {
    return [...this.#places].map(([feature, places]) => ({ feature, ...features[feature], places }));
  }
}

const longestValue = 200;

/** A value for a message: compact JSON, tokens as their expressions, cut when long. */
export function brief(value: Value): string {
  const text = JSON.stringify(expressionOf(value));
  return text.length > longestValue ? `${text.slice(0, longestValue)}...` : text;
}
