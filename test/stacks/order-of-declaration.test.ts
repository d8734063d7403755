import type { Environment } from '../../lib/environments/environment';
import { everyEnvironment } from '../synthesis/every-environment';
import { pagesRange } from '../synthesis/pages-range';
import { range } from '../synthesis/range';
import { listPaths, longListPaths, orderedLists, withOtherKeys, withOtherLists } from '../synthesis/reordered';
import { watchedRange } from '../synthesis/watched-range';
import { wholeRange } from '../synthesis/whole-range';
import { stacksFor } from './template-for';

const environments: readonly Environment[] = [...everyEnvironment, ...Object.values(wholeRange)];

// The range: test/every-environment/order-of-declaration.test.ts.
test.each(everyEnvironment)(
  'another order of the keys and lists of $name changes none of its templates',
  (environment) => {
    const other = withOtherKeys(withOtherLists(environment));
    expect(Object.keys(other)[0]).not.toBe(Object.keys(environment)[0]);
    expect(other).not.toEqual(environment);
    expect(stacksFor(other)).toEqual(stacksFor(environment));
  },
);

const { telephones } = range;
const { watched } = watchedRange;
const { 'ruled-credentials': ruled } = pagesRange;
const [rule] = ruled.identityPool.roleMapping.rules;
const rules = [rule, { ...rule, value: 'editors' }];

/** An environment for each list whose order means something, and the same with that list the other way round. */
const turned: Readonly<Record<keyof typeof orderedLists, readonly [Environment, Environment]>> = {
  accountRecovery: [telephones, { ...telephones, accountRecovery: telephones.accountRecovery.toReversed() }],
  'webAcl.managedRuleGroups': [
    watched,
    { ...watched, webAcl: { ...watched.webAcl, managedRuleGroups: watched.webAcl.managedRuleGroups.toReversed() } },
  ],
  'identityPool.roleMapping.rules': [withRules(rules), withRules(rules.toReversed())],
};

function withRules(inOrder: typeof rules): Environment {
  const { identityPool } = ruled;
  return {
    ...ruled,
    identityPool: { ...identityPool, roleMapping: { ...identityPool.roleMapping, rules: inOrder } },
  };
}

test.each(Object.entries(turned))('the order of %s means something: another one is another template', (_, pair) => {
  const [one, other] = pair.map(stacksFor);
  expect(one).not.toEqual(other);
});

test('the lists whose order means something are lists of the schema', () => {
  expect(listPaths()).toEqual(expect.arrayContaining(Object.keys(orderedLists)));
});

test('the lists of these environments are found where the schema has them', () => {
  const found = new Set(environments.flatMap(longListPaths));
  expect([...found].filter((path) => !listPaths().includes(path))).toEqual([]);
  // Random environments have two entries in each of them: test/every-environment/order-of-declaration.test.ts.
  expect(found.size).toBeGreaterThan(listPaths().length / 2);
});
