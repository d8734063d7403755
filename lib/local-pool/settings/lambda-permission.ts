import { resourcesOfType } from '../../template/resolve';
import type { Resource } from '../../template/resolve';
import type { Value } from '../../template/value';
import { userPoolArn } from './local-values';
import type { FunctionReference, StackReferences } from './stack-references';

/**
 * Whether Cognito may invoke the function for this pool: by an AWS::Lambda::Permission of the stack (Lambda developer
 * guide, "Granting Lambda function access to AWS services"). One for the function does not count for its alias, nor the
 * other way round. Without one, the deployment succeeds and sign-in fails.
 */
export function isInvocable(target: FunctionReference, pool: Resource, references: StackReferences): boolean {
  return resourcesOfType(references.stack, 'AWS::Lambda::Permission').some(
    ({ properties, condition }) =>
      condition === undefined &&
      isTarget(properties['FunctionName'], target, references) &&
      properties['Principal'] === 'cognito-idp.amazonaws.com' &&
      allowsInvocation(properties['Action']) &&
      isSource(properties['SourceArn'], pool, references) &&
      (properties['SourceAccount'] === undefined || references.isAccount(properties['SourceAccount'])) &&
      // Conditions that a call from Cognito does not meet, or that are not looked into.
      Object.keys(properties).every((name) => understood.has(name)),
  );
}

const understood = new Set(['FunctionName', 'Principal', 'Action', 'SourceArn', 'SourceAccount']);

function isTarget(
  functionName: Value | undefined,
  { lambda, alias }: FunctionReference,
  references: StackReferences,
): boolean {
  return alias === undefined ? references.isFunction(functionName, lambda) : references.isAlias(functionName, alias);
}

function allowsInvocation(action: Value | undefined): boolean {
  return action === 'lambda:InvokeFunction' || action === 'lambda:*';
}

/** Lambda compares SourceArn with ArnLike: `*` and `?` stand for what they stand for in policies. */
function isSource(sourceArn: Value | undefined, pool: Resource, references: StackReferences): boolean {
  if (sourceArn === undefined || references.isPoolArn(sourceArn, pool)) return true;
  if (typeof sourceArn !== 'string') return false;
  const pattern = sourceArn
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${pattern}$`).test(userPoolArn(references.identity));
}
