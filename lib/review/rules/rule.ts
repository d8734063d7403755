import type { Located } from '../../posture/subject';
import type { Comparison, PropertyDifference } from '../comparison';
import type { Entry } from '../effective/form';
import type { Pair, VerdictKind } from '../verdict';

/** What a rule says of one change: a judgement without the name of the rule. */
export interface Ruling {
  readonly verdict: VerdictKind;
  readonly effect: string;
  readonly instead?: readonly string[];
}

interface Sentence {
  /** `client-replaced` */
  readonly id: string;
  /** The rule as a sentence. */
  readonly what: string;
  /** Where it is known from: a page, an issue, a measurement. */
  readonly source: string;
}

/**
 * What becomes of a resource. `renamed` and `moved` are a removal and an addition that belong together; `replaced` is
 * what CloudFormation does where a create-only property changes: a new one first, then the old one is removed.
 */
export type Fate = 'added' | 'removed' | 'renamed' | 'moved' | 'replaced';

export interface Happening {
  readonly comparison: Comparison;
  readonly pair: Pair;
  readonly type: string;
  readonly fate: Fate;
  /** The create-only property that changes; '' otherwise. */
  readonly property: string;
  readonly from: Entry | undefined;
  readonly to: Entry | undefined;
  /** Whether the old one stays in the account: by its DeletionPolicy, or UpdateReplacePolicy where it is replaced. */
  readonly leftBehind: boolean;
}

/** Of resources that come, go or become others. */
export interface FateRule extends Sentence {
  readonly kind: 'fate';
  readonly types: readonly string[];
  readonly fates: readonly Fate[];
  /** Of `replaced`: only for these properties; undefined: for all. */
  readonly properties?: readonly string[];
  readonly judge: (happening: Happening) => readonly Ruling[];
}

/** Of one property of a resource that stays the same one. */
export interface PropertyRule extends Sentence {
  readonly kind: 'property';
  readonly types: readonly string[];
  /** Exact, or with everything below where it ends with a dot. */
  readonly properties: readonly string[];
  readonly judge: (difference: PropertyDifference, comparison: Comparison) => readonly Ruling[];
}

/** Of properties that do not go together, where a resource is new or one of them changes. */
export interface CombinationRule extends Sentence {
  readonly kind: 'combination';
  readonly types: readonly string[];
  /** Where it is reported, and what has to change: the first of these that does. */
  readonly properties: readonly string[];
  readonly judge: (after: Located, before: Located | undefined, comparison: Comparison) => readonly Ruling[];
}

/** What a rule about several resources found. */
export interface Observation {
  readonly pair: Pair;
  readonly property: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly rulings: readonly Ruling[];
}

/** Of several resources, or of the environment. */
export interface EnvironmentRule extends Sentence {
  readonly kind: 'environment';
  readonly observe: (comparison: Comparison) => readonly Observation[];
}

export type Rule = FateRule | PropertyRule | CombinationRule | EnvironmentRule;

/** Of the environment as a whole, which is no resource. */
export const noResource: Pair = { before: undefined, after: undefined, paired: 'by id' };

/** Whether a path is one of those that a rule names. */
export function covers(properties: readonly string[], path: string): boolean {
  return properties.some((each) => (each.endsWith('.') ? path.startsWith(each) : path === each));
}
