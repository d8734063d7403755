import { askAsMachine, userScopeIsRefused, wrongClientSecretIsRefused } from '../steps/machine-token';
import type { Journey } from './journey';

export const machineToMachine: Journey = {
  name: 'J16',
  what: 'A service gets a token of its own',
  client: { flows: ['client_credentials'], confidential: true },
  needs: 'a pool with a domain, and an app client with the grant client_credentials (AllowedOAuthFlows)',
  unsuitable: ({ pool }) => (pool.domain ? undefined : 'The pool has no domain, and so no token endpoint.'),

  steps: () => [askAsMachine, userScopeIsRefused, wrongClientSecretIsRefused],
};
