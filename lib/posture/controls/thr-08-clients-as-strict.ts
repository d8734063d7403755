import type { Control, Finding } from '../control';
import { read, shown, textIn } from '../reading';
import type { Located } from '../subject';
import { eventActions, riskConfigurations } from '../threat-protection';

const actions = [
  'CompromisedCredentialsRiskConfiguration.Actions.EventAction',
  ...['High', 'Medium', 'Low'].map((risk) => `AccountTakeoverRiskConfiguration.Actions.${risk}Action.EventAction`),
];

export const clientsAsStrict: Control = {
  id: 'CGN-THR-08',
  what: 'A risk configuration for one app client is no weaker than the one for all of them.',
  why: 'What is configured for a client replaces what holds for the user pool: that client is the way in.',
  sources: [{ source: 'AWS API reference', id: 'RiskConfigurationType.ClientId' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  check: ({ pools }) =>
    pools.flatMap((view) => {
      const { forAll, forClients, unknown } = riskConfigurations(view);
      const [all] = forAll;
      return [...forClients, ...unknown].flatMap((at) => {
        // One of those that are not known may be the one for all clients.
        const others = all === undefined && unknown.some((each) => each !== at);
        return actions.map((property) => (others ? undecided(at, property) : compare(at, property, all)));
      });
    }),
  // What weakens a single action is in the orders of CGN-THR-04 and CGN-THR-05, which hold for every attachment.
  orders: [],
};

function undecided(at: Located, property: string): Finding {
  const found = `${shown(read(at.resource, property))}; whether another attachment is for all clients is not known`;
  return { verdict: 'unknown', at, property, found, wanted: 'at least the action for all clients' };
}

function compare(at: Located, property: string, all: Located | undefined): Finding {
  const own = read(at.resource, property);
  const general = all === undefined ? { kind: 'absent' as const } : read(all.resource, property);
  const wanted = general.kind === 'absent' ? 'any action' : `at least ${shown(general)}, as for all clients`;
  const finding = { at, property, wanted, found: shown(own) };
  const [mine, theirs] = [own, general].map((each) =>
    each.kind === 'absent' ? 0 : eventActions.findIndex((action) => action === textIn(each)),
  );
  if (theirs === 0) return { ...finding, verdict: own.kind === 'unknown' ? 'unknown' : 'pass' };
  if (own.kind === 'absent')
    return {
      ...finding,
      verdict: 'unknown',
      found: 'absent: whether that of all clients holds then is not documented',
    };
  if (mine === undefined || theirs === undefined || mine < 0 || theirs < 0) return { ...finding, verdict: 'unknown' };
  return { ...finding, verdict: mine < theirs ? 'fail' : 'pass' };
}
