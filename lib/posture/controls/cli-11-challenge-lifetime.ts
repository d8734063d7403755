import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effective, look } from '../look';
import { numberIn } from '../reading';

const property = 'AuthSessionValidity';
const most = 10;

export const challengeLifetime: Control = {
  id: 'CGN-CLI-11',
  what: `A user has at most ${most} minutes to answer a challenge.`,
  why: 'A code that was sent to somebody can be used by whoever gets hold of it for as long as it counts.',
  sources: [{ source: 'OWASP ASVS 5.0', id: '6.5.5' }],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.authSessionMinutes',
  check: (subject) =>
    appClients(subject).map(({ at }) =>
      look(at, property, {
        wanted: `at most ${most} minutes`,
        passes: (reading) => reading.kind === 'absent' || (numberIn(reading) ?? Infinity) <= most,
      }),
    ),
  orders: [
    { type: clientType, property, measure: effective(property, 3), scale: { kind: 'number', stronger: 'smaller' } },
  ],
};
