import { appClients, clientType, hasSecret, keepsSecret, kindOf } from '../app-clients';
import type { Control, Finding } from '../control';
import { judge } from '../look';
import { notKnown, read, shown } from '../reading';
import { valueAt } from '../value-at';

const property = 'GenerateSecret';

export const secretByKind: Control = {
  id: 'CGN-CLI-14',
  what: 'An app client has a secret where it can keep one, on a server, and only there.',
  why: 'Everybody can read a secret that is in a browser or an app; without one anybody can pretend to be the server.',
  sources: [
    { source: 'OAuth browser-based apps', id: '6.3.3.1' },
    { source: 'OWASP ASVS 5.0', id: '10.4.10' },
    { source: 'RFC 9700', id: '2.5' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.kind',
  check: (subject) =>
    appClients(subject).map(({ at, kind }): Finding => {
      const reading = read(at.resource, property);
      if (kind === undefined) {
        const wanted = 'true on a server and for a machine, false in a browser and an app';
        const found = `${shown(reading)}, and the kind of the client is not declared`;
        return { verdict: 'unknown', at, property, found, wanted };
      }
      const secret = keepsSecret(kind);
      const wanted = `${secret} for a client of kind ${kind}`;
      return judge(at, property, reading, { wanted, passes: () => hasSecret(at) === secret });
    }),
  orders: [
    {
      type: clientType,
      property,
      // What is stronger depends on the kind: what is compared is whether it fits.
      measure: (at, subject) => {
        const reading = read(at.resource, property);
        const [kind, secret] = [kindOf(at, subject), hasSecret(at)];
        if (kind !== undefined && secret !== undefined) return { kind: 'known', value: secret === keepsSecret(kind) };
        return notKnown(`${shown(reading)} for a client of kind ${kind ?? 'unknown'}`, valueAt(at.resource, property));
      },
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};
