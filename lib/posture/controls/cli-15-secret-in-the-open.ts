import { clientType } from '../app-clients';
import { below } from '../below';
import type { Control, Finding } from '../control';
import { notKnown } from '../reading';
import { openPlaces, secretNamesIn } from '../secret-references';
import { valueAt } from '../value-at';

const wanted = 'no reference to a client secret in an output, the environment of a function or an SSM parameter';

export const secretInTheOpen: Control = {
  id: 'CGN-CLI-15',
  what: 'The secret of an app client is in no output, no environment of a function and no SSM parameter.',
  why: 'Whoever may look at a stack, a function or a parameter would have it, and with it could be the application.',
  sources: [
    { source: 'AWS developer guide', id: 'user-pool-security-best-practices' },
    { source: 'AWS developer guide', id: 'user-pool-settings-client-apps' },
  ],
  severity: { sandbox: 'high', 'pre-production': 'high', production: 'critical' },
  field: 'clients.NAME.secretRotation',
  check: (subject) => {
    const findings = openPlaces(subject).map(({ at, property, names }): Finding => ({
      verdict: at?.resource.condition === undefined ? 'fail' : 'unknown',
      at,
      property,
      found: names.join(', '),
      wanted,
    }));
    if (findings.length > 0 || subject.ofType(clientType).length === 0) return findings;
    return [{ verdict: 'pass', at: undefined, property: '', found: 'none', wanted }];
  },
  // An output is no resource: there the verdict tells.
  orders: [
    { type: 'AWS::Lambda::Function', property: 'Environment.Variables' },
    { type: 'AWS::SSM::Parameter', property: 'Value' },
  ].map(({ type, property }) => ({
    type,
    property,
    measure: ({ resource }) =>
      resource.condition === undefined
        ? { kind: 'known', value: secretNamesIn(below(resource.properties, property)) }
        : notKnown('it depends on a condition', valueAt(resource, property)),
    scale: { kind: 'set', stronger: 'smaller' },
  })),
};
