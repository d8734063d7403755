import type { Finding } from './control';
import type { Order } from './order';
import { read, shown, type Reading } from './reading';
import type { Located } from './subject';

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

/** The effective value of a property: what it says, or what the service takes where it is absent. */
export function effective(property: string, absent: Extract<Reading, { kind: 'known' }>['value']): Order['measure'] {
  return ({ resource }) => {
    const reading = read(resource, property);
    return reading.kind === 'absent' ? { kind: 'known', value: absent } : reading;
  };
}
