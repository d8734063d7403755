import type { Severity } from './control';
import type { Posture, Result, WaiverFinding } from './evaluate';
import type { EnvironmentClass } from './intent';

/** The severities that stop an environment of a class. */
export const thresholds: Readonly<Record<EnvironmentClass, readonly Severity[]>> = {
  sandbox: [],
  'pre-production': ['critical'],
  production: ['critical', 'high'],
};

const stopping: readonly Result['verdict'][] = ['fail', 'unknown'];

/** What stops an environment: the build, the pull request, the deployment. */
export interface Stops {
  readonly results: readonly Result[];
  /** An expired waiver excuses nothing, and one for an unknown control never did; an unused one is only reported. */
  readonly waiverFindings: readonly WaiverFinding[];
}

/** The severities that stop this environment; where its class is unknown, those of production. */
export function thresholdOf({ subject }: Posture): readonly Severity[] {
  return thresholds[subject.intent.class ?? 'production'];
}

/**
 * What fails or is unknown at or above the threshold of the class, and waivers that do not hold. The unknown stops as a
 * failure does: otherwise a protection could be taken back by moving its value to where nobody sees it.
 */
export function stopsOf(posture: Posture): Stops {
  const threshold = thresholdOf(posture);
  return {
    results: posture.results.filter(
      ({ verdict, severity }) => stopping.includes(verdict) && threshold.includes(severity),
    ),
    waiverFindings: posture.waiverFindings.filter(({ problem }) => problem !== 'unused'),
  };
}

/** Whether anything stops the environment. */
export function isStopped(posture: Posture): boolean {
  const { results, waiverFindings } = stopsOf(posture);
  return results.length > 0 || waiverFindings.length > 0;
}
