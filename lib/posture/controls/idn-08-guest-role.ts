import { absence } from '../absence';
import type { Control } from '../control';
import { attachmentType as type, identityPoolOf } from '../identity-pools';
import { conclude, judge } from '../look';
import { isThere } from '../presence';
import { booleanIn, read } from '../reading';
import { not } from '../truth';
import { readingOf, valueAt } from '../value-at';

const property = 'Roles.unauthenticated';

export const guestRole: Control = {
  id: 'CGN-IDN-08',
  what: 'There is no role for guests where guests get no credentials.',
  why: 'It waits for the day on which somebody switches guest access on, and nobody looks at it until then.',
  sources: [{ source: 'AWS developer guide', id: 'identity-pools-security-best-practices' }],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'low' },
  field: 'identityPool.guests',
  check: (subject) =>
    subject.ofType(type).flatMap((at) => {
      const there = isThere(at, property);
      const wanted = 'absent, as guest access is off';
      const finding = conclude(at, property, readingOf(valueAt(at.resource, property)), wanted, not(there));
      if (there === false) return [finding];
      const pool = identityPoolOf(at, subject);
      if (pool === undefined) return [{ ...finding, verdict: 'unknown' as const }];
      const guests = read(pool.resource, 'AllowUnauthenticatedIdentities');
      if (guests.kind === 'unknown')
        return [judge(pool, 'AllowUnauthenticatedIdentities', guests, { wanted: 'true', passes: () => false })];
      return booleanIn(guests) === true ? [] : [finding];
    }),
  orders: [
    {
      type,
      property,
      measure: absence(property),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
