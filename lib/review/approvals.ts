import { z } from 'zod';
import { verdictKinds } from './verdict';
import type { VerdictKind } from './verdict';

/** A file of approvals that cannot be used: what, where, what was found, what is expected, and what to do. */
export class ApprovalsFileError extends Error {
  override readonly name = 'ApprovalsFileError';

  constructor(where: string, got: string) {
    super(
      `The approvals cannot be used\n  where:    ${where}\n  got:      ${got}\n` +
        '  expected: { "approvals": [...] }, each with environment, logicalId, verdict, headTemplate, reason and owner, and property where only that one is meant\n' +
        '  next:     Correct what is named; docs/review.md shows a whole file, and the report the entries to copy.',
    );
  }
}

const approval = z.strictObject({
  environment: z.string().min(1),
  logicalId: z.string().describe('Of the resource; empty: the environment as a whole.'),
  property: z.string().optional().describe('Absent: every change of the resource with this verdict.'),
  verdict: z.enum(verdictKinds),
  headTemplate: z.string().regex(/^sha256:[0-9a-f]{64}$/, 'expected sha256: and 64 hexadecimal digits, as reported'),
  reason: z.string().min(12, 'expected a sentence of at least 12 characters'),
  owner: z.string().min(1),
});

const approvalsFile = z.strictObject({ approvals: z.array(approval) });

/** A change that somebody lets pass, once: it is bound to the templates that the change leads to. */
export type Approval = Readonly<z.infer<typeof approval>>;

/**
 * Reads the text of a file of approvals.
 *
 * @throws ApprovalsFileError
 */
export function readApprovals(text: string, where: string): readonly Approval[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new ApprovalsFileError(where, error instanceof Error ? error.message : String(error));
  }
  const checked = approvalsFile.safeParse(value);
  if (checked.success) return checked.data.approvals;
  const issues = checked.error.issues.map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  throw new ApprovalsFileError(where, issues.join('\n            '));
}

/** One thing that a change does, as an approval names it. */
export interface Approvable {
  readonly environment: string;
  readonly logicalId: string;
  readonly property: string;
  readonly verdict: VerdictKind;
  readonly headTemplate: string;
}

export function covers(approval: Approval, what: Approvable): boolean {
  return (
    approval.environment === what.environment &&
    approval.logicalId === what.logicalId &&
    (approval.property ?? what.property) === what.property &&
    approval.verdict === what.verdict &&
    approval.headTemplate === what.headTemplate
  );
}

/**
 * Why an approval lets nothing pass.
 *
 * - `spent`: the base has it already, so it has served the change that it was given for.
 * - `unknown environment`, `unknown resource`: what it names is on neither side.
 * - `stale`: the templates are others than those it was given for.
 * - `unused`: the change that it names is not there, or needs no approval.
 */
export type ApprovalProblem = 'spent' | 'unknown environment' | 'unknown resource' | 'stale' | 'unused';

export interface ApprovalFinding {
  readonly approval: Approval;
  readonly problem: ApprovalProblem;
}

/** What is wrong with an approval, as a sentence. */
export function approvalSentence({ approval, problem }: ApprovalFinding): string {
  const { environment, logicalId, property, verdict, owner } = approval;
  const name = [environment, logicalId, property].filter((part) => part !== undefined && part !== '').join(' ');
  const start = `The approval by ${owner} of ${name} (${verdict})`;
  switch (problem) {
    case 'spent':
      return `${start} is in the base already: it has let its change pass. Remove it.`;
    case 'unknown environment':
      return `${start} names an environment that there is not: correct it, or remove it.`;
    case 'unknown resource':
      return `${start} names a resource that is on neither side: correct it, or remove it.`;
    case 'stale':
      return `${start} was given for other templates: look at the change again, and approve it anew or remove it.`;
    case 'unused':
      return `${start} names no change that needs one: remove it.`;
  }
}
