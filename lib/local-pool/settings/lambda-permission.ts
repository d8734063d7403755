import type { Value } from '../../template/value';
import type { DeclaredPool, DeclaredStacks } from './declared-stacks';
import { userPoolArn } from './local-values';
import type { FunctionReference } from './function-reference';

/**
 * Whether Cognito may invoke the function for this pool: by an AWS::Lambda::Permission of any of the stacks (Lambda
 * developer guide, "Granting Lambda function access to AWS services"). One for the function does not count for its alias,
 * nor the other way round. Without one, the deployment succeeds and sign-in fails.
 */
export function isInvocable(
  { lambda, alias }: FunctionReference,
  { identity }: DeclaredPool,
  stacks: DeclaredStacks,
): boolean {
  const names = alias === undefined ? [stacks.valueOf(lambda), stacks.valueOf(lambda, 'Arn')] : [stacks.valueOf(alias)];
  const isTarget = (name: Value | undefined): boolean => typeof name === 'string' && names.includes(name);
  return stacks.ofType('AWS::Lambda::Permission').some(
    ({ resource: { properties, condition } }) =>
      condition === undefined &&
      isTarget(properties['FunctionName']) &&
      properties['Principal'] === 'cognito-idp.amazonaws.com' &&
      allowsInvocation(properties['Action']) &&
      isSource(properties['SourceArn'], userPoolArn(identity)) &&
      (properties['SourceAccount'] === undefined || properties['SourceAccount'] === identity.account) &&
      // Conditions that a call from Cognito does not meet, or that are not looked into.
      Object.keys(properties).every((name) => understood.has(name)),
  );
}

const understood = new Set(['FunctionName', 'Principal', 'Action', 'SourceArn', 'SourceAccount']);

function allowsInvocation(action: Value | undefined): boolean {
  return action === 'lambda:InvokeFunction' || action === 'lambda:*';
}

/** Lambda compares SourceArn with ArnLike: `*` and `?` stand for what they stand for in policies. */
function isSource(sourceArn: Value | undefined, poolArn: string): boolean {
  if (sourceArn === undefined) return true;
  if (typeof sourceArn !== 'string') return false;
  const pattern = sourceArn
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`).test(poolArn);
}
