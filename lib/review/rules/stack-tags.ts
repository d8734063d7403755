import type { ResolvedStack } from '../../template/resolve';
import type { EnvironmentRule, Observation, Ruling } from './rule';
import { noResource } from './rule';
import { stacksOnBothSides } from './stacks-on-both-sides';

const updated: Ruling = {
  verdict: 'neutral',
  effect:
    'CloudFormation updates the tag on every resource of the stack that takes tags of its stack; which do varies by type. Nobody who signs in notices; cost reports and IAM policies that go by the tag see the other value.',
};

/** No template shows these: they are in the manifest, and CloudFormation puts them on the resources. */
export const stackTags: EnvironmentRule = {
  kind: 'environment',
  id: 'stack-tags',
  what: 'Tags of a stack become tags of every resource in it that can have some.',
  source: 'CloudFormation template reference, resource tagging (aws-properties-resource-tags)',
  observe: (comparison) => stacksOnBothSides(comparison).flatMap(([before, after]) => tagsOf(before, after)),
};

function tagsOf({ artifact: before }: ResolvedStack, { artifact: after }: ResolvedStack): readonly Observation[] {
  const from = new Map(Object.entries(before.tags ?? {}));
  const to = new Map(Object.entries(after.tags ?? {}));
  return [...new Set([...from.keys(), ...to.keys()])].flatMap((key) => {
    const [was, is] = [from.get(key), to.get(key)];
    if (was === is) return [];
    return [{ pair: noResource, property: `${after.path}: tags.${key}`, before: was, after: is, rulings: [updated] }];
  });
}
