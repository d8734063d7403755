import { relative, resolve, sep } from 'node:path';
import { environmentsOf } from '../posture/environments-of';
import { policyIntent, requireApplicable } from '../posture/policy-file';
import type { Policy } from '../posture/policy-file';
import { declaresIntent, readIntent } from '../posture/read-intent';
import { readApprovals } from '../review/approvals';
import type { Approval } from '../review/approvals';
import { isStopping, ofEnvironment, weigh } from '../review/outcome';
import type { Outcome } from '../review/outcome';
import { renderJson } from '../review/report-json';
import { renderMarkdown } from '../review/report-markdown';
import { renderSarif } from '../review/report-sarif';
import { review } from '../review/review';
import { sideOf } from '../review/side';
import type { Side } from '../review/side';
import { standing } from '../review/wording';
import { digestDirectory } from '../template/digest';
import type { Io } from './io';
import { writeOutput } from './output-option';
import { readPolicyFile } from './policy-option';
import { dateOf } from './postures';
import { reportError } from './report-error';
import { reviewLines } from './review-lines';
import { readReviewOptions } from './review-options';
import type { ReviewOptions } from './review-options';
import { findPlace } from './review-places';
import type { ReviewPlace } from './review-places';
import { gitIn } from './run-git';
import { UsageError } from './usage-error';

/** `npm run review`: 0 when nothing is above the threshold of its environment, 1 when something is, 2 for wrong use. */
export async function main(args: readonly string[], io: Io, git = gitIn(io.cwd, io.env, io.signal)): Promise<number> {
  try {
    const line = readReviewOptions(args, io);
    if (line.kind === 'done') return line.exitCode;
    const { options } = line;
    const policy = await readPolicyFile(options.policy, io);
    const base = await findPlace(options.base, io.cwd, git);
    const head = await findPlace(options.head, io.cwd, git);
    const approvalsFile = relative(io.cwd, resolve(io.cwd, options.approvals ?? 'approvals.json'))
      .split(sep)
      .join('/');
    const whole = await outcomeOf(base, head, policy, approvalsFile, options);
    const outcome = options.env === undefined ? whole.outcome : pick(whole, options.env);
    await writeOutput(rendered(outcome, head, approvalsFile, options, io), options.output, io);
    if (options.format !== 'terminal' || options.output !== undefined) io.err(`${standing(outcome)}.`);
    return outcome.changes.some(isStopping) ? 1 : 0;
  } catch (error) {
    return reportError(error, io);
  }
}

interface Whole {
  readonly outcome: Outcome;
  readonly sides: readonly [Side, Side];
}

async function outcomeOf(
  base: ReviewPlace,
  head: ReviewPlace,
  policy: Policy | undefined,
  approvalsFile: string,
  options: ReviewOptions,
): Promise<Whole> {
  const sides = sidesOf(base, head, policy);
  const [before, after] = sides;
  if (before.size + after.size === 0) {
    throw new UsageError(`Neither ${base.label} nor ${head.label} has anything of Cognito. Name others.`);
  }
  const approvals = await approvalsOf(head, approvalsFile, options);
  // A directory has no approvals of its own: those of the project are not from before the change.
  const spent = base.isRevision ? await servedApprovals(base, approvalsFile) : [];
  const outcome = weigh({
    base: { label: base.label, side: before },
    head: { label: head.label, side: after },
    changes: review(before, after, dateOf(new Date())),
    approvals,
    spent,
    digest: digestDirectory,
  });
  return { outcome, sides };
}

/** Both sides with what is meant: by a policy, where the templates do not say it themselves. */
function sidesOf(base: ReviewPlace, head: ReviewPlace, policy: Policy | undefined): readonly [Side, Side] {
  if (policy === undefined) return [sideOf(base.stacks), sideOf(head.stacks)];
  const known = [...environmentsOf(base.stacks), ...environmentsOf(head.stacks)];
  requireApplicable(policy, known);
  // What the policy names may be on one side only: an app client that the change brings.
  const both = (name: string) => known.filter((each) => each.name === name).flatMap(({ stacks }) => stacks);
  const side = ({ stacks: artifacts }: ReviewPlace): Side =>
    sideOf(artifacts, (stacks, name) =>
      declaresIntent(stacks) ? readIntent(stacks) : policyIntent(policy, name, both(name)),
    );
  return [side(base), side(head)];
}

/** @throws UsageError when a named file is not there; ApprovalsFileError */
async function approvalsOf(
  head: ReviewPlace,
  file: string,
  { approvals: named }: ReviewOptions,
): Promise<readonly Approval[]> {
  const text = await head.read(file);
  if (text === undefined && named !== undefined) {
    throw new UsageError(`${head.label} has no file ${file}. Name the file of approvals with --approvals.`);
  }
  return text === undefined ? [] : readApprovals(text, `${head.label}: ${file}`);
}

async function servedApprovals(base: ReviewPlace, file: string): Promise<readonly Approval[]> {
  const text = await base.read(file);
  return text === undefined ? [] : readApprovals(text, `${base.label}: ${file}`);
}

/** The environment that a name means. @throws UsageError when there is none */
function pick({ outcome, sides }: Whole, name: string): Outcome {
  const subjects = sides.flatMap((side) => [...side.values()]);
  const found = subjects.find(
    (subject) =>
      subject.name === name ||
      subject.stacks.some(({ artifact }) => [artifact.path, artifact.stackName].includes(name)),
  );
  const names = outcome.environments.map((each) => each.name);
  if (found !== undefined && names.includes(found.name)) return ofEnvironment(outcome, found.name);
  throw new UsageError(`There is no environment ${name} with anything of Cognito. There are: ${names.join(', ')}.`);
}

function rendered(
  outcome: Outcome,
  { locate }: ReviewPlace,
  approvals: string,
  { format }: ReviewOptions,
  { columns }: Io,
): string {
  switch (format) {
    case 'terminal':
      return `${reviewLines(outcome, columns)}\n`;
    case 'markdown':
      return renderMarkdown(outcome);
    case 'json':
      return renderJson(outcome);
    case 'sarif':
      return renderSarif(outcome, { locate, approvals });
  }
}
