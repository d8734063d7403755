import type { Control } from '../../lib/posture/control';
import { review } from '../../lib/review/review';
import { sideOf } from '../../lib/review/side';
import type { Side } from '../../lib/review/side';
import type { Change } from '../../lib/review/verdict';
import type { Intent } from '../../lib/posture/intent';
import type { StackArtifact } from '../../lib/template/assembly';
import { strict } from '../posture/subject-from';
import { stackArtifact } from '../template/stack-artifact';
import type { CorpusPair, PairSide } from './corpus/pair';

export const today = '2026-11-21';

export function stacksOf(side: PairSide): readonly StackArtifact[] {
  return isStacks(side) ? side : [stackArtifact({ Resources: side })];
}

export function sideFrom(side: PairSide, intent: Partial<Intent> = {}): Side {
  return sideOf(stacksOf(side), () => ({ ...strict, ...intent }));
}

/** The review of a pair of the corpus. @param controls none: what the rules say alone */
export function reviewOf({ before, after, intent }: CorpusPair, controls?: readonly Control[]): readonly Change[] {
  return review(sideFrom(before, intent?.before), sideFrom(after, intent?.after), today, controls);
}

function isStacks(side: PairSide): side is readonly StackArtifact[] {
  return Array.isArray(side);
}
