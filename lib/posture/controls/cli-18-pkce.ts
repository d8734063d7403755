import { appClients } from '../app-clients';
import type { Control, Finding } from '../control';
import { textsAmong } from '../members';
import { read, shown } from '../reading';

const property = 'AllowedOAuthFlows';

export const pkce: Control = {
  id: 'CGN-CLI-18',
  what: 'An application that gets codes sends a PKCE challenge (S256) with every request.',
  why: 'Whoever intercepts a code can otherwise exchange it for the tokens of the user.',
  sources: [
    { source: 'RFC 9700', id: '2.1.1' },
    { source: 'OWASP ASVS 5.0', id: '10.4.6' },
    { source: 'OAuth browser-based apps', id: '6.3.2.1' },
  ],
  severity: { sandbox: 'informational', 'pre-production': 'informational', production: 'informational' },
  // Cognito honours a challenge that comes; no property of CloudFormation demands one.
  check: (subject) =>
    appClients(subject).flatMap(({ at }): readonly Finding[] => {
      const reading = read(at.resource, property);
      if (reading.kind !== 'unknown' && !textsAmong(at.resource, property).includes('code')) return [];
      const wanted = 'the owner of the application confirms that it sends code_challenge_method=S256';
      return [{ verdict: 'manual', at, property, found: shown(reading), wanted }];
    }),
  orders: [],
};
