import type { Intent } from '../../lib/posture/intent';
import type { Approval } from '../../lib/review/approvals';
import { weigh } from '../../lib/review/outcome';
import type { Outcome } from '../../lib/review/outcome';
import { review } from '../../lib/review/review';
import { digestDirectory } from '../../lib/template/digest';
import type { PairSide } from './corpus/pair';
import { sideFrom, today } from './review-of';

export interface Given {
  readonly intent?: { readonly before?: Partial<Intent>; readonly after?: Partial<Intent> };
  readonly approvals?: readonly Approval[];
  readonly spent?: readonly Approval[];
}

/** The outcome of a change by the rules alone: no control adds to it. */
export function outcomeOf(
  before: PairSide,
  after: PairSide,
  { intent, approvals = [], spent = [] }: Given = {},
): Outcome {
  const [left, right] = [sideFrom(before, intent?.before), sideFrom(after, intent?.after)];
  return weigh({
    base: { label: 'base', side: left },
    head: { label: 'head', side: right },
    changes: review(left, right, today, []),
    approvals,
    spent,
    digest: digestDirectory,
  });
}
