import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effectiveMembers } from '../members';
import { lookAtRedirects, placeOf } from '../redirect-urls';

const property = 'CallbackURLs';

export const callbackUrls: Control = {
  id: 'CGN-CLI-03',
  what: 'Codes are sent only to addresses that nobody else can own or read.',
  why: 'Whoever owns an address to which a code is sent signs in as the user.',
  sources: [
    { source: 'RFC 9700', id: '2.1' },
    { source: 'RFC 9700', id: '2.6' },
    { source: 'OAuth browser-based apps', id: '6.3.3.2.1' },
    { source: 'OWASP ASVS 5.0', id: '10.4.1' },
    { source: 'RFC 8252', id: '7' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'high', production: 'critical' },
  field: 'clients.NAME.managedLogin.callbackUrls',
  check: (subject) =>
    appClients(subject).flatMap((client) =>
      [property, 'DefaultRedirectURI'].flatMap((each) => lookAtRedirects(client, subject, each)),
    ),
  orders: [
    {
      type: clientType,
      property,
      // Another page of a host that was there before leads to nobody new.
      measure: effectiveMembers(property, [], (urls) => urls.map(placeOf)),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};
