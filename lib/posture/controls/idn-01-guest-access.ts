import type { Control } from '../control';
import { identityPoolType as type } from '../identity-pools';
import { effective, look } from '../look';
import { booleanIn } from '../reading';

const property = 'AllowUnauthenticatedIdentities';

export const guestAccess: Control = {
  id: 'CGN-IDN-01',
  what: 'The identity pool gives nobody credentials who has not signed in.',
  why: 'Otherwise anybody on the internet has AWS credentials of the account.',
  sources: [
    { source: 'AWS Security Hub', id: 'Cognito.2' },
    { source: 'AWS Config', id: 'cognito-identity-pool-unauth-access-check' },
    { source: 'cdk-nag', id: 'AwsSolutions-COG7' },
    { source: 'Checkov', id: 'CKV_AWS_366' },
    { source: 'cfn_nag', id: 'W57' },
    { source: 'Prowler', id: 'cognito_identity_pool_guest_access_disabled' },
  ],
  severity: { sandbox: 'medium', 'pre-production': 'medium', production: 'high' },
  field: 'identityPool.guests',
  check: ({ ofType }) =>
    ofType(type).map((at) =>
      look(at, property, { wanted: 'false, written out', passes: (reading) => booleanIn(reading) === false }),
    ),
  // The property is required; a template without it is refused, and permits nothing.
  orders: [
    { type, property, measure: effective(property, false), scale: { kind: 'levels', weakToStrong: [true, false] } },
  ],
};
