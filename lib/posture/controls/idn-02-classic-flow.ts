import type { Control } from '../control';
import { identityPoolType as type } from '../identity-pools';
import { effective, look } from '../look';
import { booleanIn } from '../reading';

const property = 'AllowClassicFlow';

export const classicFlow: Control = {
  id: 'CGN-IDN-02',
  what: 'The identity pool has the enhanced flow alone, not the classic one.',
  why: 'In the classic flow the client chooses its role, and the narrower policy that the service puts on guests is left out.',
  sources: [{ source: 'AWS developer guide', id: 'identity-pools-security-best-practices' }],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'identityPool',
  check: ({ ofType }) =>
    ofType(type).map((at) =>
      look(at, property, {
        wanted: 'false, which it is when absent',
        passes: (reading) => reading.kind === 'absent' || booleanIn(reading) === false,
      }),
    ),
  orders: [
    { type, property, measure: effective(property, false), scale: { kind: 'levels', weakToStrong: [true, false] } },
  ],
};
