import type { Value } from '../../template/value';
import { Token } from '../../template/value';
import type { Declared, DeclaredPool, DeclaredStacks } from './declared-stacks';
import { isIn } from './declared-stacks';
import { brief } from './findings';
import { expectedOf, unresolved } from './parse-value';
import { propertyLists } from './property-lists';

/** The types that name a pool as theirs by UserPoolId. */
const partTypes = Object.keys(propertyLists).filter((type) => type !== 'AWS::Cognito::UserPool');

/** The resources of a type that belong to a pool, in the order of the stacks and their templates. */
export function ownedBy(pool: DeclaredPool, stacks: DeclaredStacks): (type: string) => readonly Declared[] {
  return (type) => stacks.ofType(type).filter(({ resource }) => ownerOf(resource.properties) === pool.identity.poolId);
}

/**
 * Looks for app clients, groups and the like that belong to none of the pools. Beside a pool that is served, one whose pool
 * is not known before deployment stops the start, as it may be that pool's; in other stacks it is named.
 */
export function checkOwners(stacks: DeclaredStacks, pools: readonly DeclaredPool[]): void {
  const ids = new Set<Value>(pools.map(({ identity }) => identity.poolId));
  for (const part of partTypes.flatMap((type) => stacks.ofType(type))) {
    const owner = ownerOf(part.resource.properties);
    if (owner !== undefined && ids.has(owner)) continue;
    const beside = pools.filter(({ root }) => isIn(part.stack, root));
    if (beside.length > 0) checkOwner(part, owner, beside);
    else if (owner instanceof Token) for (const pool of pools) nameElsewhere(part, owner, pool);
  }
}

function checkOwner(part: Declared, owner: Value | undefined, [first, ...others]: readonly DeclaredPool[]): void {
  if (first === undefined) return;
  if (typeof owner === 'string') {
    for (const pool of [first, ...others]) nameElsewhere(part, owner, pool);
    return;
  }
  const expected = expectedOf({ kind: 'user-pool' });
  const nextStep = `Write the Ref of a user pool, such as ${first.resource.logicalId}.`;
  const got = owner === undefined ? 'nothing' : brief(owner);
  const complaint = owner instanceof Token ? unresolved(owner, expected) : { got, expected, nextStep };
  first.findings.in(part.stack.artifact.path).stop(part.resource.logicalId, 'UserPoolId', complaint);
}

function nameElsewhere({ stack, resource }: Declared, owner: Value, { findings }: DeclaredPool): void {
  findings.in(stack.artifact.path).name('otherPools', resource.logicalId, 'UserPoolId', owner);
}

function ownerOf(properties: Declared['resource']['properties']): Value | undefined {
  return Object.hasOwn(properties, 'UserPoolId') ? properties['UserPoolId'] : undefined;
}
