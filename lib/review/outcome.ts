import type { EnvironmentClass } from '../posture/intent';
import type { Subject } from '../posture/subject';
import { covers } from './approvals';
import type { Approval, ApprovalFinding, ApprovalProblem } from './approvals';
import { environmentPairs } from './review';
import { isSameSubject } from './same-subject';
import type { Side } from './side';
import { templateHash } from './template-hash';
import { judgedClass, thresholds } from './thresholds';
import { unjudged } from './unjudged';
import type { Unjudged } from './unjudged';
import type { Change, Judgement, VerdictKind } from './verdict';

/** A judgement held against the threshold of its environment. */
export interface Weighed {
  readonly judgement: Judgement;
  readonly isAbove: boolean;
  /** Who lets it pass although it is above. */
  readonly approval: Approval | undefined;
}

export interface WeighedChange {
  readonly change: Change;
  /** Most severe first; never empty. */
  readonly judgements: readonly Weighed[];
}

export interface EnvironmentOutcome {
  readonly name: string;
  /** The one it is judged by. */
  readonly class: EnvironmentClass;
  readonly threshold: readonly VerdictKind[];
  /** Hash of what is deployed after the change, as approvals name it. */
  readonly headTemplate: string;
  readonly changes: readonly WeighedChange[];
  /** What differs beside them, of which nothing is said. */
  readonly unjudged: Unjudged;
}

/** A review, held against thresholds and approvals: what every report tells. */
export interface Outcome {
  /** What was compared, as people name it. */
  readonly base: string;
  readonly head: string;
  readonly environments: readonly EnvironmentOutcome[];
  /** Of all environments: what stops first, then by severity. */
  readonly changes: readonly WeighedChange[];
  readonly approvalFindings: readonly ApprovalFinding[];
}

export interface Reviewed {
  readonly base: { readonly label: string; readonly side: Side };
  readonly head: { readonly label: string; readonly side: Side };
  /** As review() gives them. */
  readonly changes: readonly Change[];
  readonly approvals: readonly Approval[];
  /** Approvals that the base has already: they have served their change. */
  readonly spent: readonly Approval[];
  readonly digest: (directory: string) => string;
}

/** Holds a review against the threshold of every environment, and against what has been approved. */
export function weigh({ base, head, changes, approvals, spent, digest }: Reviewed): Outcome {
  const isSpent = (approval: Approval): boolean => spent.some((each) => isSame(each, approval));
  const valid = approvals.filter((approval) => !isSpent(approval));
  const pairs = environmentPairs(base.side, head.side);
  const environments = pairs.map(([name, before, after]): EnvironmentOutcome => {
    const sides = [before, after].filter((side) => side !== undefined);
    const environmentClass = judgedClass(sides.map(({ intent }) => intent.class));
    const threshold = thresholds[environmentClass];
    const headTemplate = templateHash(after ?? { stacks: [] }, digest);
    const own = changes.filter((change) => change.environment === name);
    return {
      name,
      class: environmentClass,
      threshold,
      headTemplate,
      changes: own.map((change) => weighedChange(change, threshold, headTemplate, valid)),
      unjudged: isSameSubject(before, after) ? { isSame: true, resources: [] } : unjudged(before, after, own),
    };
  });
  const used = new Set(environments.flatMap((each) => each.changes.flatMap(approvalsOf)));
  const resources = new Map(pairs.map(([name, ...sides]) => [name, logicalIdsOf(sides)]));
  const problemOf = (approval: Approval): ApprovalProblem | undefined => {
    const outcome = environments.find(({ name }) => name === approval.environment);
    if (isSpent(approval)) return 'spent';
    if (outcome === undefined) return 'unknown environment';
    if (resources.get(outcome.name)?.has(approval.logicalId) !== true) return 'unknown resource';
    if (outcome.headTemplate !== approval.headTemplate) return 'stale';
    return used.has(approval) ? undefined : 'unused';
  };
  const approvalFindings = approvals.flatMap((approval): readonly ApprovalFinding[] => {
    const problem = problemOf(approval);
    return problem === undefined ? [] : [{ approval, problem }];
  });
  const inOrder = changes.flatMap((change) =>
    environments.flatMap((each) => each.changes.filter((weighed) => weighed.change === change)),
  );
  const ordered = [...inOrder.filter(isStopping), ...inOrder.filter((each) => !isStopping(each))];
  return { base: base.label, head: head.label, environments, changes: ordered, approvalFindings };
}

/** The outcome of one environment alone. */
export function ofEnvironment(outcome: Outcome, name: string): Outcome {
  return {
    ...outcome,
    environments: outcome.environments.filter((each) => each.name === name),
    changes: outcome.changes.filter(({ change }) => change.environment === name),
    approvalFindings: outcome.approvalFindings.filter(({ approval }) => approval.environment === name),
  };
}

/** Whether anything about the change is above the threshold, and nobody has approved it. */
export function isStopping({ judgements }: WeighedChange): boolean {
  return judgements.some(stops);
}

export function stops({ isAbove, approval }: Weighed): boolean {
  return isAbove && approval === undefined;
}

/** Logical id of the resource that a change is about; '' for the environment as a whole. */
export function logicalIdOf({ pair: { before, after } }: Change): string {
  return (after ?? before)?.resource.logicalId ?? '';
}

function weighedChange(
  change: Change,
  threshold: readonly VerdictKind[],
  headTemplate: string,
  approvals: readonly Approval[],
): WeighedChange {
  const judgements = change.judgements.map((judgement): Weighed => {
    const { verdict } = judgement;
    if (!threshold.includes(verdict)) return { judgement, isAbove: false, approval: undefined };
    const { environment, property } = change;
    const what = { environment, logicalId: logicalIdOf(change), property, verdict, headTemplate };
    return { judgement, isAbove: true, approval: approvals.find((approval) => covers(approval, what)) };
  });
  return { change, judgements };
}

function approvalsOf({ judgements }: WeighedChange): readonly Approval[] {
  return judgements.flatMap(({ approval }) => approval ?? []);
}

function logicalIdsOf(sides: readonly (Subject | undefined)[]): ReadonlySet<string> {
  const stacks = sides.flatMap((side) => side?.stacks ?? []);
  return new Set(['', ...stacks.flatMap(({ resources }) => [...resources.keys()])]);
}

function isSame(left: Approval, right: Approval): boolean {
  const key = ({ environment, logicalId, property, verdict, headTemplate }: Approval): string =>
    JSON.stringify([environment, logicalId, property ?? null, verdict, headTemplate]);
  return key(left) === key(right);
}
