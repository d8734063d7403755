import type { Finding } from './control';
import type { Order } from './order';
import { booleanIn, numberIn, read, shown, type Reading } from './reading';
import type { Located } from './subject';
import { verdictOf, type Truth } from './truth';

export interface Look {
  /** What would pass, for people: `at least 15`. */
  readonly wanted: string;
  readonly passes: (reading: Exclude<Reading, { kind: 'unknown' }>) => boolean;
}

/** Looks at one property of one resource: unknown where its value is. */
export function look(at: Located, property: string, { wanted, passes }: Look): Finding {
  return judge(at, property, read(at.resource, property), { wanted, passes });
}

/** The same about a reading that was taken elsewhere. */
export function judge(at: Located, property: string, reading: Reading, { wanted, passes }: Look): Finding {
  const finding = { at, property, found: shown(reading), wanted };
  if (reading.kind === 'unknown') return { ...finding, verdict: 'unknown' };
  return { ...finding, verdict: passes(reading) ? 'pass' : 'fail' };
}

/**
 * The effective value of a property: what it says, or what the service takes where it is absent. Where that is a number
 * or a boolean, a text such as `'15'` or `'true'` becomes one, as CloudFormation takes either.
 */
export function effective(property: string, absent: Extract<Reading, { kind: 'known' }>['value']): Order['measure'] {
  return ({ resource }) => {
    const reading = read(resource, property);
    if (reading.kind === 'absent') return { kind: 'known', value: absent };
    const inForm =
      typeof absent === 'number' ? numberIn(reading) : typeof absent === 'boolean' ? booleanIn(reading) : undefined;
    return inForm === undefined ? reading : { kind: 'known', value: inForm };
  };
}

/** A finding that more than this reading decides. */
export function conclude(at: Located, property: string, reading: Reading, wanted: string, truth: Truth): Finding {
  return { verdict: verdictOf(truth), at, property, found: shown(reading), wanted };
}
