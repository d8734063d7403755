import { appClients, clientType } from '../app-clients';
import type { Control } from '../control';
import { effectiveMembers, lookAtMembers, refusing } from '../members';

const property = 'AllowedOAuthFlows';
const isImplicit = (flow: string) => flow === 'implicit';

export const implicitGrant: Control = {
  id: 'CGN-CLI-01',
  what: 'No app client may use the implicit grant.',
  why: 'Its tokens travel in the address of a page, where history, logs and other scripts see them, and cannot be rotated.',
  sources: [
    { source: 'RFC 9700', id: '2.1.2' },
    { source: 'OAuth browser-based apps', id: '7.2' },
    { source: 'OWASP ASVS 5.0', id: '10.4.4' },
  ],
  severity: { sandbox: 'high', 'pre-production': 'high', production: 'critical' },
  field: 'clients.NAME.managedLogin.use',
  check: (subject) =>
    appClients(subject).map(({ at }) =>
      lookAtMembers(at, property, { wanted: 'no implicit', worth: refusing(isImplicit) }),
    ),
  orders: [
    {
      type: clientType,
      property,
      measure: effectiveMembers(property, [], (flows) => flows.filter(isImplicit)),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};
