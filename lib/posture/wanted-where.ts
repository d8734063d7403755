import type { Finding } from './control';
import type { Intent } from './intent';
import type { Truth } from './truth';

/** Whether there is more at stake than in a sandbox. */
export function isBeyondSandbox({ class: kind }: Intent): Truth {
  return kind === undefined ? undefined : kind !== 'sandbox';
}

/**
 * A finding that counts only where a condition holds: elsewhere what fails is not applicable, and where nobody has
 * declared whether it holds it is unknown.
 */
export function wantedWhere(condition: Truth, finding: Finding): Finding {
  if (finding.verdict !== 'fail' || condition === true) return finding;
  if (condition === false) return { ...finding, verdict: 'not-applicable' };
  return {
    ...finding,
    verdict: 'unknown',
    found: `${finding.found}, and the class of the environment is not declared`,
  };
}
