import type { NodeResult } from './run-node';
import { readReport, UnreadableReportError } from './validation-report';
import type { Conclusion } from './validation-report';

/** What speaks against a cloud assembly. */
export interface Judgement {
  /** Whether nothing does. */
  readonly accepted: boolean;
  /** What does, beside the conclusions. */
  readonly problems: readonly string[];
  /** Of every plugin that has findings or has failed. */
  readonly conclusions: readonly Conclusion[];
}

/**
 * Judges what `cdk synth` has left: there must be a report, every conclusion in it must be success, and no finding may
 * be left. A warning counts too: to the template validator a value that no service accepts is only a warning. What is
 * meant is acknowledged with a reason where it is made, and then is no finding.
 *
 * @param report the text of validation-report.json; undefined when there is none
 */
export function judge({ exitCode, stderr }: Omit<NodeResult, 'stdout'>, report: string | undefined): Judgement {
  const failure = exitCode === 0 ? [] : [`cdk synth failed (${exitCode ?? 'ended by a signal'}):\n${stderr.trim()}`];
  if (report === undefined) {
    const missing = 'There is no validation-report.json: no plugin has looked at the templates.';
    return { accepted: false, problems: failure.length > 0 ? failure : [missing], conclusions: [] };
  }
  try {
    const conclusions = readReport(report);
    const clean = conclusions.every(({ passed, findings }) => passed && findings.length === 0);
    // With findings, what cdk synth wrote says the same again.
    return { accepted: clean && failure.length === 0, problems: clean ? failure : [], conclusions };
  } catch (error) {
    if (!(error instanceof UnreadableReportError)) throw error;
    const unreadable = `validation-report.json cannot be read: ${error.message}`;
    return { accepted: false, problems: [...failure, unreadable], conclusions: [] };
  }
}
