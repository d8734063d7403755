import type { ResolvedStack } from '../../template/resolve';
import type { Value } from '../../template/value';
import type { PoolIdentity } from '../pool';
import { checkProperties } from './check-properties';
import type { DeclaredPool, DeclaredStacks } from './declared-stacks';
import type { NotSimulated } from './findings';
import { localOutputs } from './local-outputs';
import { ownedBy } from './owned-parts';
import type { DeclaredParts } from './parts/read-parts';
import { readParts } from './parts/read-parts';
import type { PoolSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { checkClients, readClients } from './read-clients';
import { readGroups } from './read-groups';
import { readSenderKey } from './read-sender-key';
import { readTriggerFunctions } from './read-trigger-functions';
import { readUserPool } from './read-user-pool';
import { checkTemplatePlan } from './template-plan';

/** A user pool of the templates with all that belongs to it, and what they ask for that the local pool leaves out. */
export interface ReadPool {
  /** The stack at the top that holds it. */
  readonly root: ResolvedStack;
  /** Path of its stack and logical id: `dev/auth/UserPool`. */
  readonly path: string;
  readonly identity: PoolIdentity;
  readonly settings: PoolSettings;
  readonly parts: DeclaredParts;
  /** The outputs of the stack at the top, as a deployment would give them, with local values. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly notSimulated: readonly NotSimulated[];
}

/** Reads one user pool; what is wrong is in its findings. */
export function readPool(pool: DeclaredPool, stacks: DeclaredStacks): ReadPool {
  const { root, stack, resource, identity, findings } = pool;
  const table = propertyLists['AWS::Cognito::UserPool'];
  checkProperties(resource, table, findings);
  const read = new PropertyReader(resource, table);
  const userPool = readUserPool(read, identity, findings);
  const owned = ownedBy(pool, stacks);
  const ownClients = owned('AWS::Cognito::UserPoolClient');
  const clients = readClients(pool, ownClients, stacks, userPool);
  const settings: PoolSettings = {
    ...userPool,
    triggers: readTriggerFunctions(read, { pool, stacks, findings }),
    senderKey: readSenderKey(read, stacks, identity, findings),
    groups: readGroups(pool, owned('AWS::Cognito::UserPoolGroup')),
    clients: clients.map((client) => client.settings),
    declared: read.known(),
  };
  checkTemplatePlan(read, settings, findings);
  const parts = readParts(pool, owned, { ...settings, clientIds: clients.map(({ id }) => id) });
  checkClients(pool, ownClients, parts);
  const clientIds = Object.fromEntries(clients.map(({ id, settings: { logicalId } }) => [logicalId, id]));
  return {
    root,
    path: `${stack.artifact.path}/${resource.logicalId}`,
    identity: { poolId: identity.poolId, clientIds },
    settings,
    parts,
    outputs: localOutputs(root.outputs, identity),
    notSimulated: findings.notSimulated(),
  };
}
