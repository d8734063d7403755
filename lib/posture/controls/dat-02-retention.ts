import type { Control } from '../control';
import { retentionFindings, retentionOrders } from '../retention';
import type { Located, Subject } from '../subject';
import { resourcesIn, valueAt } from '../value-at';
import { isBeyondSandbox, wantedWhere } from '../wanted-where';

const keys = ['LambdaConfig.KMSKeyID', 'KeyConfiguration.KmsKeyArn'];
const types = ['AWS::Cognito::UserPool', 'AWS::Cognito::IdentityPool', 'AWS::KMS::Key'];

export const retention: Control = {
  id: 'CGN-DAT-02',
  what: 'Outside of a sandbox user pools, identity pools and the keys of user pools are kept when they leave the template.',
  why: 'Without it a deleted stack, or a replacement, takes the users with it.',
  sources: [{ source: 'cfn-lint', id: 'I3011' }],
  severity: { sandbox: 'informational', 'pre-production': 'high', production: 'critical' },
  field: 'removal.policy',
  check: (subject) =>
    [
      ...subject.pools.map(({ pool }) => pool),
      ...subject.ofType('AWS::Cognito::IdentityPool'),
      ...keysOfPools(subject),
    ].flatMap((at) => retentionFindings(at).map((each) => wantedWhere(isBeyondSandbox(subject.intent), each))),
  orders: types.flatMap(retentionOrders),
};

/** Without its key what the pool has encrypted is unreadable. */
function keysOfPools(subject: Subject): readonly Located[] {
  const found = subject.pools.flatMap(({ pool }) =>
    keys.flatMap((property) => resourcesIn(valueAt(pool.resource, property), subject)),
  );
  const located = found.filter(({ resource }) => resource.type === 'AWS::KMS::Key');
  return located.filter(({ resource }, index) => located.findIndex((each) => each.resource === resource) === index);
}
