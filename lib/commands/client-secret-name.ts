import { resourcesOfType } from '../template/resolve';
import type { ResolvedStack, Resource } from '../template/resolve';
import { attributeReference, tokensIn } from '../template/value';
import type { Value } from '../template/value';

/**
 * The name of the secret in Secrets Manager that holds the secret of an app client: the one that is given the client's
 * by the template, or the one whose rotation function is told the id of the client. undefined where there is none, or
 * where Secrets Manager names it.
 */
export function clientSecretName(stack: ResolvedStack, client: Resource): string | undefined {
  const secret = resourcesOfType(stack, 'AWS::SecretsManager::Secret').find(
    (each) =>
      refersTo(each.properties['SecretString'], client.logicalId, 'ClientSecret') ||
      rotationFunctions(stack, each).some(({ properties }) => refersTo(properties['Environment'], client.logicalId)),
  );
  const name = secret?.properties['Name'];
  return typeof name === 'string' ? name : undefined;
}

function rotationFunctions(stack: ResolvedStack, secret: Resource): readonly Resource[] {
  return resourcesOfType(stack, 'AWS::SecretsManager::RotationSchedule')
    .filter(({ properties }) => refersTo(properties['SecretId'], secret.logicalId))
    .flatMap(({ properties }) => attributeReference(properties['RotationLambdaARN']) ?? [])
    .flatMap(({ logicalId }) => stack.resources.get(logicalId) ?? []);
}

/** Whether a Ref of the resource, or that attribute of it, is anywhere in the value. */
function refersTo(value: Value | undefined, logicalId: string, attribute?: string): boolean {
  return tokensIn(value)
    .flatMap(({ references }) => references)
    .some((reference) => reference.logicalId === logicalId && reference.attribute === attribute);
}
