import { lookForUsed, namesUsers, recovers } from '../addresses';
import type { Control } from '../control';
import { effective } from '../look';
import { any } from '../truth';

const property = 'AutoVerifiedAttributes';

export const autoVerified: Control = {
  id: 'CGN-ACC-03',
  what: 'Every address with which users sign in, or by which the template has them recover, is verified by a code.',
  why: 'An address that nobody has verified may be that of somebody else, who is then known by it.',
  sources: [{ source: 'AWS developer guide', id: 'multi-tenancy-security-recommendations' }],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'autoVerifiedAttributes',
  check: ({ pools }) =>
    pools.flatMap(({ pool }) =>
      lookForUsed(pool, property, (address) => any([namesUsers(address, pool), recovers(address, pool)])),
    ),
  orders: [
    {
      type: 'AWS::Cognito::UserPool',
      property,
      measure: effective(property, []),
      scale: { kind: 'set', stronger: 'larger' },
    },
  ],
};
