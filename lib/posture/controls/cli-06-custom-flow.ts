import { appClients, clientType } from '../app-clients';
import { authFlows as property, customFlows, flowsByDefault, hasFlowsByDefault } from '../auth-flows';
import type { Control, Finding } from '../control';
import { triggers } from '../custom-authentication';
import { effectiveMembers, lookAtMembers, worthOf } from '../members';
import { isThere } from '../presence';
import type { PoolView } from '../subject';
import { all, verdictOf } from '../truth';
import type { Truth } from '../truth';

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
      if (hasFlowsByDefault(at) === true) {
        return {
          verdict: verdictOf(answered),
          at,
          property,
          found: `none, which means ${flowsByDefault.join(', ')}`,
          wanted,
        };
      }
      return lookAtMembers(at, property, {
        wanted,
        worth: (flow) => {
          if (typeof flow !== 'string') return 'unknown';
          return customFlows.includes(flow) ? worthOf(answered) : 'fine';
        },
      });
    }),
  orders: [
    {
      type: clientType,
      property,
      measure: effectiveMembers(property, flowsByDefault, (flows) =>
        flows.some((flow) => customFlows.includes(flow)) ? ['ALLOW_CUSTOM_AUTH'] : [],
      ),
      scale: { kind: 'set', stronger: 'smaller' },
    },
  ],
};

/** Whether all three triggers are there; undefined: not known, or the pool is declared elsewhere. */
function isAnswered(view: PoolView | undefined): Truth {
  return view && all(triggers.map((trigger) => isThere(view.pool, `LambdaConfig.${trigger}`)));
}
