import { checkProperties } from './check-properties';
import type { Declared, DeclaredPool } from './declared-stacks';
import { once } from './parts/once';
import type { GroupSettings } from './pool-settings';
import { propertyLists } from './property-lists';
import { PropertyReader } from './property-reader';
import { readGroup } from './read-group';

/** The groups of a pool, in the order of the templates; each name once. */
export function readGroups(pool: DeclaredPool, owned: readonly Declared[]): readonly GroupSettings[] {
  const table = propertyLists['AWS::Cognito::UserPoolGroup'];
  const groups = owned.map(({ stack: { artifact }, resource }) => {
    const findings = pool.findings.in(artifact.path);
    checkProperties(resource, table, findings);
    const part = readGroup(new PropertyReader(resource, table), findings);
    return { stack: artifact.path, logicalId: resource.logicalId, part };
  });
  once(pool, groups, 'GroupName', ({ name }) => name);
  return groups.map(({ part }) => part);
}
