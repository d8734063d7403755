import type { EnvironmentClass } from './intent';
import type { Order } from './order';
import type { Located, Subject } from './subject';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'informational';

/**
 * - `pass`, `fail`: what the template says is as wanted, or not.
 * - `not-applicable`: there is nothing that the control is about.
 * - `manual`: no template can show it; somebody has to look.
 * - `unknown`: a value is not known before deployment, or what is meant is not. Never a pass.
 */
export type Verdict = 'pass' | 'fail' | 'not-applicable' | 'manual' | 'unknown';

/** One look at one property. */
export interface Finding {
  readonly verdict: Verdict;
  /** undefined: the finding is about the environment as a whole. */
  readonly at: Located | undefined;
  /** Below Properties, dotted; an attribute of the resource such as DeletionPolicy; empty for the whole. */
  readonly property: string;
  readonly found: string;
  readonly wanted: string;
}

/** A requirement of a standard, or a check of a tool: `{ source: 'NIST SP 800-63B-4', id: '3.1.1.2' }`. */
export interface Source {
  readonly source:
    | 'NIST SP 800-63B-4'
    | 'OWASP ASVS 5.0'
    | 'RFC 9700'
    | 'RFC 8252'
    | 'OAuth browser-based apps'
    | 'AWS Security Hub'
    | 'AWS Config'
    | 'Prowler'
    | 'cdk-nag'
    | 'Checkov'
    | 'KICS'
    | 'cfn_nag'
    | 'cfn-lint'
    | 'AWS developer guide'
    | 'AWS API reference';
  readonly id: string;
}

/** One requirement that a template can be held against. */
export interface Control {
  /** Of the catalogue: `CGN-PWD-01`. */
  readonly id: string;
  /** The rule as a sentence. */
  readonly what: string;
  /** What happens to users where it is not met. */
  readonly why: string;
  readonly sources: readonly Source[];
  /** Where sources contradict each other: how, and which one is followed. */
  readonly conflict?: string;
  readonly severity: Readonly<Record<EnvironmentClass, Severity>>;
  /** The field of an environment that decides it: `passwordPolicy.minimumLength`. */
  readonly field?: string;
  /** No finding at all means not applicable. */
  readonly check: (subject: Subject) => readonly Finding[];
  /** What makes a change stronger or weaker, for the review. */
  readonly orders: readonly Order[];
}
