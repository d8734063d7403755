import type { Control, Finding, Verdict } from '../../lib/posture/control';
import { evaluate } from '../../lib/posture/evaluate';
import type { Posture } from '../../lib/posture/evaluate';
import type { Intent } from '../../lib/posture/intent';
import type { RawObject } from '../../lib/template/value';
import { subjectFrom } from './subject-from';
import { userPool } from './test-control';

/** A control that comes to that verdict about every user pool. */
export function controlThat(verdict: Verdict, id: string, more: Partial<Control & Finding> = {}): Control {
  return {
    id,
    what: 'The user pool is as it is wanted.',
    why: 'Users come to harm otherwise.',
    sources: [{ source: 'RFC 9700', id: '2.1' }],
    severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
    orders: [],
    check: ({ pools }) =>
      pools.map(({ pool }) => ({
        verdict,
        at: pool,
        property: 'MfaConfiguration',
        found: '"OFF"',
        wanted: 'ON',
        ...more,
      })),
    ...more,
  };
}

export const today = '2026-11-21';

/** The posture of one user pool under the given controls. */
export function postureOf(
  controls: readonly Control[],
  intent: Partial<Intent> = {},
  resources: RawObject = userPool({ MfaConfiguration: 'OFF' }),
  metadata: RawObject = {},
): Posture {
  return evaluate(subjectFrom(resources, intent, metadata), today, controls);
}

export const waiverOf = (control: string, expires = '2027-01-31') => ({
  control,
  reason: 'The old application cannot do better before spring.',
  owner: 'identity-team',
  expires,
});
