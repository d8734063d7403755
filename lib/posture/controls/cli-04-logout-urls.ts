import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effectiveMembers } from '../members';
import { lookAtRedirects, placeOf } from '../redirect-urls';

const property = 'LogoutURLs';

export const logoutUrls: Control = {
  id: 'CGN-CLI-04',
  what: 'After signing out a browser is sent only to addresses that nobody else can own or read.',
  why: 'A link to the own sign-in pages that ends at a stranger is what phishing asks for.',
  sources: [{ source: 'RFC 9700', id: '2.1' }],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.managedLogin.logoutUrls',
  check: (subject) => appClients(subject).flatMap((client) => lookAtRedirects(client, subject, property)),
  orders: [
    {
      type: clientType,
      property,
      measure: effectiveMembers(property, [], (urls) => urls.map(placeOf)),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};
