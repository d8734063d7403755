import type { ResolvedStack } from '../../template/resolve';
import { resourcesOfType } from '../../template/resolve';
import { withNested } from '../../template/with-nested';
import type { DeclaredPool } from './declared-stacks';
import { DeclaredStacks } from './declared-stacks';
import { Findings } from './findings';
import type { LocalDeployment } from './local-deployment';
import { checkOwners } from './owned-parts';
import type { ReadPool } from './read-pool';
import { readPool } from './read-pool';
import type { SettingsProblem } from './settings-error';
import { SettingsError } from './settings-error';
import { checkSurroundings } from './surroundings';

/** Stacks that were resolved together, with the values of a deployment on this machine. */
export interface StackGroup {
  /** Their user pools are read, those of nested stacks included. */
  readonly served: readonly ResolvedStack[];
  /** They may hold app clients, groups, functions and more of these pools; their own pools are not read. */
  readonly beside: readonly ResolvedStack[];
  readonly deployment: LocalDeployment;
}

/**
 * Reads the user pools of stacks, each with its app clients, groups, triggers and whatever else names it as its pool, as the
 * templates say and with the service's own values where they say nothing.
 *
 * @throws SettingsError with everything that keeps the local pools from behaving as the templates would: properties and
 * values that are in no list, values that are not known before deployment, values without which they would be looser
 */
export function readPools({ served, beside, deployment }: StackGroup): readonly ReadPool[] {
  const stacks = new DeclaredStacks([...served, ...beside], deployment);
  const pools = served.flatMap((root) => poolsOf(root, deployment));
  checkSurroundings(stacks, pools);
  checkOwners(stacks, pools);
  const read = pools.map((pool) => readPool(pool, stacks));
  const problems = [
    ...served.filter((stack) => !pools.some(({ root }) => root === stack)).map(noPool),
    ...pools.flatMap(({ findings }) => findings.problems),
  ];
  if (problems.length > 0) throw new SettingsError(problems);
  return read;
}

function poolsOf(root: ResolvedStack, deployment: LocalDeployment): readonly DeclaredPool[] {
  return withNested(root).flatMap((stack) =>
    resourcesOfType(stack, 'AWS::Cognito::UserPool').flatMap((resource) => {
      const identity = deployment.poolAt(stack.artifact.path, resource.logicalId);
      return identity === undefined
        ? []
        : [{ root, stack, resource, identity, findings: new Findings(stack.artifact.path) }];
    }),
  );
}

function noPool({ artifact }: ResolvedStack): SettingsProblem {
  return {
    stack: artifact.path,
    logicalId: '',
    path: '',
    got: `no user pool in ${artifact.path}`,
    expected: 'an AWS::Cognito::UserPool in the stack, or in one that is nested in it',
    nextStep: 'Choose the stack that has the user pool.',
  };
}
