import type { Finding, Verdict } from './control';
import { textsIn, type Reading } from './reading';

/** Whether a statement holds; undefined: it depends on something that nobody knows before deployment. */
export type Truth = boolean | undefined;

/** One that does not hold decides, whatever is unknown beside it. */
export function all(truths: readonly Truth[]): Truth {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

/** One that holds decides, whatever is unknown beside it. */
export function any(truths: readonly Truth[]): Truth {
  return truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;
}

export function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

/** The one that the condition chooses; where that is unknown, what both say. */
export function given(condition: Truth, met: Truth, unmet: Truth): Truth {
  if (condition !== undefined) return condition ? met : unmet;
  return met === unmet ? met : undefined;
}

/** Whether a template says exactly this; what is absent says nothing. */
export function says(reading: Reading, value: string): Truth {
  return reading.kind === 'unknown' ? undefined : reading.kind === 'known' && reading.value === value;
}

/** Whether a list of a template names this; what is absent names nothing. */
export function names(reading: Reading, value: string): Truth {
  return reading.kind === 'absent' ? false : textsIn(reading)?.includes(value);
}

export function verdictOf(truth: Truth): Verdict {
  return truth === undefined ? 'unknown' : truth ? 'pass' : 'fail';
}

/** Whether nothing stands against it: one failure decides, and what nobody can tell is unknown. */
export function holds(findings: readonly Finding[]): Truth {
  return all(
    findings.map(({ verdict }) => {
      switch (verdict) {
        case 'pass':
        case 'not-applicable':
          return true;
        case 'fail':
          return false;
        case 'manual':
        case 'unknown':
          return undefined;
      }
    }),
  );
}
