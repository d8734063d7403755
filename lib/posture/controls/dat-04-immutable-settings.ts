import type { Control } from '../control';
import { valueAt } from '../value-at';

/** What the service never changes once the pool exists. */
const immutable = ['UsernameAttributes', 'AliasAttributes', 'UsernameConfiguration', 'Schema'];

export const immutableSettings: Control = {
  id: 'CGN-DAT-04',
  what: 'What cannot be changed once the user pool exists stays as it was deployed.',
  why: 'The deployment fails, and the usual way out is a new user pool without the users.',
  sources: [
    { source: 'AWS API reference', id: 'CreateUserPool: UsernameAttributes, AliasAttributes, Schema' },
    { source: 'AWS developer guide', id: 'cognito-user-pool-updating' },
  ],
  severity: { sandbox: 'high', 'pre-production': 'high', production: 'critical' },
  check: ({ pools }) =>
    pools.map(({ pool }) => {
      const written = immutable.filter((property) => valueAt(pool.resource, property) !== undefined);
      return {
        verdict: 'not-applicable',
        at: pool,
        property: '',
        found: `written: ${written.join(', ') || 'none of them'}; one template shows no change`,
        wanted: 'the same as deployed, which the review compares with the base of a change',
      };
    }),
  // What a change of them does is more than weaker or stronger: the review has rules of its own for them.
  orders: [],
};
