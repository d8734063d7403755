import fc from 'fast-check';
import { environmentNode } from '../../lib/environments/schema-node';
import { schemaBranches } from './schema-branches';
import { sound } from './try-environments';

/** Branches that no environment can take, as a rule wants something there. */
const refused = [
  // Without counting two of its rules the group would block what the user pool is there for.
  '.webAcl<on>.managedRuleGroups[]<AWSManagedRulesCommonRuleSet>.countedRules empty',
  // Each document is in the language that is shown where there is none for the reader.
  '.managedLogin<on>.terms.termsOfUse empty',
  '.managedLogin<on>.terms.privacyPolicy empty',
];

test('random environments that pass the check have every branch of the schema among them', () => {
  const every = schemaBranches(environmentNode);
  // Always the same ones: whether a rare branch is among so many is not left to chance.
  const sampled = fc.sample(sound, { numRuns: 3000, seed: 1 });
  const met = new Set(sampled.flatMap((environment) => schemaBranches(environmentNode, environment)));
  expect(every.filter((branch) => !met.has(branch)).toSorted()).toEqual(refused.toSorted());
  expect([...met].filter((branch) => !every.includes(branch))).toEqual([]);
});
