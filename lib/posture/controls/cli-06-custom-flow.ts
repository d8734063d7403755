import { appClients, clientType } from '../app-clients';
import type { Control, Finding } from '../control';
import { flows as custom, triggers } from '../custom-authentication';
import { effectiveMembers, lookAtMembers, textsAmong, worthOf } from '../members';
import { isThere } from '../presence';
import { read } from '../reading';
import type { PoolView } from '../subject';
import { all, verdictOf } from '../truth';
import type { Truth } from '../truth';

const property = 'ExplicitAuthFlows';
const byDefault = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'];

export const customFlow: Control = {
  id: 'CGN-CLI-06',
  what: 'An app client has the custom authentication flow only where the user pool has its three triggers.',
  why: 'What nobody uses nobody watches; the service allows the flow wherever the template names none.',
  sources: [
    { source: 'OWASP ASVS 5.0', id: '10.4.4' },
    { source: 'AWS API reference', id: 'CreateUserPoolClient: ExplicitAuthFlows' },
  ],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  field: 'clients.NAME.authFlows',
  check: (subject) =>
    appClients(subject).map(({ at, pool }): Finding => {
      const answered = isAnswered(pool);
      const wanted = `no ALLOW_CUSTOM_AUTH, or ${triggers.join(', ')} in LambdaConfig`;
      // Absent or empty, the list is that of the service.
      const reading = read(at.resource, property);
      if (reading.kind !== 'unknown' && textsAmong(at.resource, property).length === 0) {
        return {
          verdict: verdictOf(answered),
          at,
          property,
          found: `none, which means ${byDefault.join(', ')}`,
          wanted,
        };
      }
      return lookAtMembers(at, property, {
        wanted,
        worth: (flow) => {
          if (typeof flow !== 'string') return 'unknown';
          return custom.includes(flow) ? worthOf(answered) : 'fine';
        },
      });
    }),
  orders: [
    {
      type: clientType,
      property,
      measure: effectiveMembers(property, byDefault, (flows) =>
        flows.some((flow) => custom.includes(flow)) ? ['ALLOW_CUSTOM_AUTH'] : [],
      ),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

/** Whether all three triggers are there; undefined: not known, or the pool is declared elsewhere. */
function isAnswered(view: PoolView | undefined): Truth {
  return view && all(triggers.map((trigger) => isThere(view.pool, `LambdaConfig.${trigger}`)));
}
