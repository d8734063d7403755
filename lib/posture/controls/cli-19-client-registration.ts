import type { Control, Finding } from '../control';

export const clientRegistration: Control = {
  id: 'CGN-CLI-19',
  what: 'Nobody outside can register app clients.',
  why: 'Who registers a client of their own sends the users of the pool to it, with its real sign-in page.',
  sources: [{ source: 'OWASP ASVS 5.0', id: '10.4.7' }],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'informational' },
  // CloudFormation has no property for it; UpdateUserPool has DcrConfiguration.
  check: ({ pools }) =>
    pools.map(({ pool }): Finding => {
      const wanted = 'the owner of the user pool confirms that OpenDcrEnabled of the live pool is not true';
      return { verdict: 'manual', at: pool, property: '', found: 'nothing in the template tells', wanted };
    }),
  orders: [],
};
