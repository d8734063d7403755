import type { ResolvedStack, Resource } from '../../template/resolve';
import { resourcesOfType } from '../../template/resolve';
import { Token } from '../../template/value';
import { checkProperties } from './check-properties';
import { brief, Findings } from './findings';
import type { NotSimulated } from './findings';
import type { LocalIdentity } from './local-values';
import { expectedOf, unresolved } from './parse-value';
import type { ClientSettings, GroupSettings, PoolSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { readClient } from './read-client';
import { readGroup } from './read-group';
import { readSenderKey } from './read-sender-key';
import { readTriggerFunctions } from './read-trigger-functions';
import { readUserPool } from './read-user-pool';
import { SettingsError } from './settings-error';
import { StackReferences } from './stack-references';
import { checkSurroundings } from './surroundings';

/** The settings of the pool of a stack, and what the stack asks for that the local pool leaves out. */
export interface ReadSettings {
  readonly settings: PoolSettings;
  readonly notSimulated: readonly NotSimulated[];
}

/**
 * Reads the one user pool of a stack with its clients, groups and triggers, as the template says and with the service's
 * own values where it says nothing.
 *
 * @param stack resolved with `localValues` of the same identity, so that references to the pool have values
 * @throws SettingsError with everything that keeps the local pool from behaving as the template would: properties and
 * values that are in no list, values that are not known before deployment, values without which it would be looser
 */
export function readSettings(stack: ResolvedStack, identity: LocalIdentity): ReadSettings {
  const pool = onlyPool(stack);
  const references = new StackReferences(stack, identity);
  const findings = new Findings();
  checkSurroundings(pool, references, findings);
  checkProperties(pool, propertyLists['AWS::Cognito::UserPool'], findings);

  const readPool = new PropertyReader(pool, propertyLists['AWS::Cognito::UserPool']);
  const userPool = readUserPool(readPool, identity, findings);
  const settings: PoolSettings = {
    ...userPool,
    triggers: readTriggerFunctions(readPool, { pool, references, findings }),
    senderKey: readSenderKey(readPool, references, findings),
    groups: readGroups(pool, references, findings),
    clients: readClients(pool, userPool.schema, references, findings),
    declared: pool.properties,
  };
  findings.throwIfStopped();
  return { settings, notSimulated: findings.notSimulated() };
}

function readGroups(pool: Resource, references: StackReferences, findings: Findings): readonly GroupSettings[] {
  const table = propertyLists['AWS::Cognito::UserPoolGroup'];
  const names = new Set<string>();
  return resourcesOfType(references.stack, 'AWS::Cognito::UserPoolGroup').map((resource) => {
    checkProperties(resource, table, findings);
    checkOwner(resource, pool, references, findings);
    const group = readGroup(new PropertyReader(resource, table), findings);
    if (names.has(group.name)) {
      const nextStep = 'Rename or remove one of the two: the service refuses a second group of the same name.';
      findings.stop(resource.logicalId, 'GroupName', {
        got: `${group.name} for the second time`,
        expected: 'each name once',
        nextStep,
      });
    }
    names.add(group.name);
    return group;
  });
}

function readClients(
  pool: Resource,
  schema: PoolSettings['schema'],
  references: StackReferences,
  findings: Findings,
): readonly ClientSettings[] {
  const table = propertyLists['AWS::Cognito::UserPoolClient'];
  return resourcesOfType(references.stack, 'AWS::Cognito::UserPoolClient').map((resource) => {
    checkProperties(resource, table, findings);
    checkOwner(resource, pool, references, findings);
    const client = readClient(new PropertyReader(resource, table), schema, findings);
    return { ...client, declared: resource.properties };
  });
}

/** A client or group of another pool must not be taken for one of this pool. */
function checkOwner(resource: Resource, pool: Resource, references: StackReferences, findings: Findings): void {
  const owner = resource.properties['UserPoolId'];
  if (references.isPoolId(owner, pool)) return;
  const expected = `${expectedOf({ kind: 'user-pool' })} (Ref ${pool.logicalId})`;
  const nextStep = 'Move it to the stack of its own pool: the local pool runs one pool, with what belongs to it.';
  const complaint =
    owner instanceof Token ? unresolved(owner, expected) : { got: brief(owner ?? null), expected, nextStep };
  findings.stop(resource.logicalId, 'UserPoolId', complaint);
}

/** @throws SettingsError naming the pools when there is not exactly one */
function onlyPool(stack: ResolvedStack): Resource {
  const pools = resourcesOfType(stack, 'AWS::Cognito::UserPool');
  const [pool] = pools;
  if (pool !== undefined && pools.length === 1) return pool;
  const found = [...pools.map(({ logicalId }) => logicalId), ...nestedPools(stack, '')];
  throw new SettingsError([
    {
      logicalId: '',
      path: '',
      got: `${found.length === 0 ? 'no user pool' : found.join(', ')} in ${stack.artifact.path}`,
      expected: 'one AWS::Cognito::UserPool in the stack itself',
      nextStep:
        found.length === 0
          ? 'Choose the stack that has the user pool.'
          : 'Choose or make a stack with one user pool, outside of nested stacks.',
    },
  ]);
}

function nestedPools(stack: ResolvedStack, path: string): readonly string[] {
  return [...stack.nested].flatMap(([logicalId, nested]) => [
    ...resourcesOfType(nested, 'AWS::Cognito::UserPool').map((pool) => `${path}${logicalId}/${pool.logicalId}`),
    ...nestedPools(nested, `${path}${logicalId}/`),
  ]);
}
