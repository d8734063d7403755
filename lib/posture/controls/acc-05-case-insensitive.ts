import type { Control } from '../control';
import { look } from '../look';
import { booleanIn } from '../reading';

export const caseInsensitive: Control = {
  id: 'CGN-ACC-05',
  what: 'Names that differ in upper and lower case alone are one user; the template says so.',
  why: 'Anna@example.com and anna@example.com would be two accounts that look alike, and it can never be changed.',
  sources: [{ source: 'AWS API reference', id: 'UsernameConfigurationType: CaseSensitive' }],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'medium' },
  field: 'signIn.caseSensitive',
  check: ({ pools }) =>
    pools.map(({ pool }) =>
      look(pool, 'UsernameConfiguration.CaseSensitive', {
        wanted: 'false',
        passes: (reading) => booleanIn(reading) === false,
      }),
    ),
  // The service refuses every change.
  orders: [],
};
