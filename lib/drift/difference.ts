import type { Severity, Verdict } from '../posture/control';
import type { Direction } from '../posture/order';
import type { Remedy } from './remedy';

/** A posture control that a difference touches. */
export interface TouchedControl {
  /** `CGN-MFA-01` */
  readonly id: string;
  readonly what: string;
  readonly severity: Severity;
  /** How the live value compares with the declared one; undefined: nothing is declared to compare with. */
  readonly direction: Exclude<Direction, 'same'> | undefined;
  /** What the control says of the live resource, where it looks at it. */
  readonly verdict: Verdict | undefined;
}

/** One thing that is not as it is declared. */
export interface Difference {
  /** Another value; a resource that is declared and not there; one that is there and not declared. */
  readonly kind: 'changed' | 'gone' | 'undeclared';
  /** CloudFormation type. */
  readonly type: string;
  /** Name or id for people. */
  readonly name: string;
  /** Path of the stack and logical id; undefined where nobody declared it. */
  readonly path: string | undefined;
  /** Below Properties, dotted; empty for the resource as a whole. */
  readonly property: string;
  /** As people read them, secrets hidden; undefined: nothing. */
  readonly declared: string | undefined;
  readonly live: string | undefined;
  readonly direction: Direction;
  readonly controls: readonly TouchedControl[];
  readonly remedy: Remedy;
  /** What has to be known to judge it. */
  readonly remark: string | undefined;
}

/** Something that was not, or not wholly, compared. */
export interface NotCompared {
  /** Path of the stack and logical id. */
  readonly path: string;
  readonly property: string;
  readonly why: string;
}

export interface Drift {
  readonly environment: string;
  readonly userPoolId: string;
  /** What weakens first. */
  readonly differences: readonly Difference[];
  readonly notCompared: readonly NotCompared[];
}
