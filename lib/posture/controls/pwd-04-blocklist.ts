import type { Control } from '../control';
import { compromisedCredentials } from './thr-04-compromised-credentials';

export const blocklist: Control = {
  id: 'CGN-PWD-04',
  what: 'A new password is held against those that are known from leaks, as CGN-THR-04 says.',
  why: 'It is the one list of refused passwords that Cognito has: without it the best-known password is taken.',
  sources: [
    { source: 'NIST SP 800-63B-4', id: '3.1.1.2' },
    { source: 'OWASP ASVS 5.0', id: '6.2.12' },
    { source: 'Prowler', id: 'cognito_user_pool_blocks_compromised_credentials_sign_in_attempts' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'threatProtection.riskConfiguration.compromisedCredentials',
  check: compromisedCredentials.check,
  // Those of CGN-THR-04.
  orders: [],
};
