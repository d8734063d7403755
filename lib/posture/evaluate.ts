import type { Control, Finding, Severity, Verdict } from './control';
import { controls as catalogue } from './controls';
import type { Waiver } from './intent';
import { withoutSecrets } from './secrets';
import type { Subject } from './subject';

/** One control as it stands in one environment. */
export interface Result {
  readonly control: Control;
  /** The gravest of its findings; `waived` where it fails or is unknown and a waiver that has not expired says why. */
  readonly verdict: Verdict | 'waived';
  /** For the class of the environment; that of production where the class is unknown. */
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly waiver: Waiver | undefined;
}

/** What is wrong with a waiver itself. */
export interface WaiverFinding {
  readonly waiver: Waiver;
  readonly problem: 'expired' | 'unused' | 'unknown control';
}

export interface Posture {
  readonly subject: Subject;
  /** In the order of the catalogue. */
  readonly results: readonly Result[];
  readonly waiverFindings: readonly WaiverFinding[];
}

const gravest: readonly Verdict[] = ['fail', 'unknown', 'manual', 'pass', 'not-applicable'];

/** Ids of the controls of another tool, whose waivers are that tool's. */
const otherTool = /^(?!CGN-)/;

/** @param today YYYY-MM-DD, UTC */
export function evaluate(subject: Subject, today: string, controls: readonly Control[] = catalogue): Posture {
  const waivers = subject.intent.waivers.filter(({ control }) => !otherTool.test(control));
  const results = controls.map((control): Result => {
    const findings = control.check(subject).map(withoutSecrets);
    const verdict = gravest.find((each) => findings.some((finding) => finding.verdict === each)) ?? 'not-applicable';
    const lasting = waivers.find((each) => each.control === control.id && each.expires >= today);
    const waiver = verdict === 'fail' || verdict === 'unknown' ? lasting : undefined;
    return {
      control,
      verdict: waiver === undefined ? verdict : 'waived',
      severity: control.severity[subject.intent.class ?? 'production'],
      findings,
      waiver,
    };
  });
  return { subject, results, waiverFindings: waivers.flatMap((waiver) => problemOf(waiver, results, today)) };
}

function problemOf(waiver: Waiver, results: readonly Result[], today: string): readonly WaiverFinding[] {
  const result = results.find(({ control }) => control.id === waiver.control);
  if (result === undefined) return [{ waiver, problem: 'unknown control' }];
  if (waiver.expires < today) return [{ waiver, problem: 'expired' }];
  return result.verdict === 'waived' ? [] : [{ waiver, problem: 'unused' }];
}
