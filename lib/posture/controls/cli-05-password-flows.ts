import { appClients, clientType, hasSecret } from '../app-clients';
import type { AppClient } from '../app-clients';
import { authFlows as property, flowsByDefault } from '../auth-flows';
import type { Control } from '../control';
import { effectiveMembers, lookAtMembers } from '../members';
import type { Worth } from '../members';

const admin = 'ALLOW_ADMIN_USER_PASSWORD_AUTH';

/** The service still knows these names; with them a client can have none of the others. */
const legacy: ReadonlyMap<string, string> = new Map([
  ['USER_PASSWORD_AUTH', 'ALLOW_USER_PASSWORD_AUTH'],
  ['ADMIN_NO_SRP_AUTH', admin],
  ['CUSTOM_AUTH_FLOW_ONLY', 'ALLOW_CUSTOM_AUTH'],
]);

const passwordFlows = ['ALLOW_USER_PASSWORD_AUTH', admin];

export const passwordFlow: Control = {
  id: 'CGN-CLI-05',
  what: 'No app client sends the password itself, but for a server with a secret.',
  why: 'An application that handles passwords can lose them; with SRP, passkeys and managed login it never has them.',
  sources: [
    { source: 'RFC 9700', id: '2.4' },
    { source: 'OWASP ASVS 5.0', id: '10.4.4' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: ExplicitAuthFlows' },
  ],
  conflict:
    'RFC 9700 and ASVS want no application to handle passwords. ALLOW_USER_AUTH lets it send one as well (PASSWORD in the ' +
    'place of PASSWORD_SRP), and nothing takes that away, as AllowedFirstAuthFactors must have PASSWORD; but it is the ' +
    'flow by which the API offers passkeys, which NIST 2.2.2 asks for: it is taken.',
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'clients.NAME.authFlows',
  check: (subject) =>
    appClients(subject).map((client) =>
      lookAtMembers(client.at, property, {
        wanted: `no ALLOW_USER_PASSWORD_AUTH, no legacy name, ${admin} for a server with a secret only`,
        worth: (flow) => {
          if (typeof flow !== 'string') return 'unknown';
          if (flow === admin) return worthOfAdmin(client);
          return flow === 'ALLOW_USER_PASSWORD_AUTH' || legacy.has(flow) ? 'refused' : 'fine';
        },
      }),
    ),
  orders: [
    {
      type: clientType,
      property,
      measure: effectiveMembers(property, flowsByDefault, (flows) =>
        flows.map((flow) => legacy.get(flow) ?? flow).filter((flow) => passwordFlows.includes(flow)),
      ),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

/** The flow takes AWS credentials; the secret shows that it is the server that uses them. */
function worthOfAdmin({ at, kind }: AppClient): Worth {
  const secret = hasSecret(at);
  if (secret === false || (kind !== undefined && kind !== 'server')) return 'refused';
  return secret === undefined || kind === undefined ? 'unknown' : 'fine';
}
