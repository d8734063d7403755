import type { ResolvedStack } from '../../template/resolve';
import { isSameStack } from '../pairing';
import type { EnvironmentRule, Observation, Ruling } from './rule';
import { noResource } from './rule';
import { stacksOnBothSides } from './stacks-on-both-sides';

const source = 'CloudFormation User Guide: a stack is its name in an account and Region';

export const stackFacts: EnvironmentRule = {
  kind: 'environment',
  id: 'stack-facts',
  what: 'The name, account and Region of a stack decide which resources a deployment reaches.',
  source,
  observe: (comparison) => stacksOnBothSides(comparison).flatMap(([before, after]) => factsOf(before, after)),
};

function factsOf(before: ResolvedStack, after: ResolvedStack): readonly Observation[] {
  const observe = (
    fact: string,
    from: string | undefined,
    to: string | undefined,
    ruling: Ruling,
  ): readonly Observation[] =>
    from === to
      ? []
      : [{ pair: noResource, property: `${after.artifact.path}: ${fact}`, before: from, after: to, rulings: [ruling] }];
  const place: Ruling = isSameStack(before, after)
    ? {
        verdict: 'effect-uncertain',
        effect:
          'If it was deployed to another account or Region so far, this deployment makes new, empty resources there.',
        instead: ['Compare with where the stack is deployed now.'],
      }
    : {
        verdict: 'effect-uncertain',
        effect:
          'It is another stack: everything in it is made anew, and the old stack stays until somebody deletes it. What that does is told with each resource.',
        instead: ['Keep the name, account and Region of the stack.'],
      };
  const [from, to] = [before.artifact, after.artifact];
  return [
    ...observe('stackName', from.stackName, to.stackName, place),
    ...observe('account', from.account, to.account, place),
    ...observe('region', from.region, to.region, place),
    ...observe(
      'terminationProtection',
      String(from.terminationProtection),
      String(to.terminationProtection),
      to.terminationProtection
        ? { verdict: 'strengthens', effect: 'The stack cannot be deleted by a single call.' }
        : {
            verdict: 'weakens',
            effect: 'Nothing happens yet; from here on one call deletes the stack with what it does not retain.',
          },
    ),
  ];
}
