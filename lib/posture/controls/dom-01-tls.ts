import type { Control } from '../control';
import { conclude } from '../look';
import type { Order } from '../order';
import { notKnown, read, type Reading } from '../reading';
import { any, says } from '../truth';

const type = 'AWS::Cognito::UserPoolDomain';
const property = 'CustomDomainConfig.SecurityPolicy';
const policies = ['TLS_V1', 'TLS_V1_2_2021', 'TLS_V1_3_2025'] as const;

/** What holds for a custom domain that does not say is not documented. */
const policy = ({ resource }: Parameters<Order['measure']>[0]): Reading => {
  const written = read(resource, property);
  if (written.kind !== 'absent') return written;
  return notKnown('absent: which policy the service takes then is not documented');
};

export const tlsPolicy: Control = {
  id: 'CGN-DOM-01',
  what: 'A custom domain takes TLS 1.2 or newer only, and the template says so.',
  why: 'With TLS 1.0 somebody on the way can read passwords and tokens of old browsers.',
  sources: [{ source: 'AWS API reference', id: 'CustomDomainConfigType.SecurityPolicy' }],
  severity: { sandbox: 'low', 'pre-production': 'medium', production: 'high' },
  field: 'managedLogin.domain.securityPolicy',
  check: ({ ofType }) =>
    ofType(type)
      // A prefix domain is the service's own, and has no policy to choose.
      .filter(({ resource }) => read(resource, 'CustomDomainConfig').kind !== 'absent')
      .map((at) => {
        const reading = policy(at);
        const truth = any(policies.slice(1).map((each) => says(reading, each)));
        return conclude(at, property, reading, policies.slice(1).join(' or '), truth);
      }),
  orders: [{ type, property, measure: policy, scale: { kind: 'levels', weakToStrong: policies } }],
};
