import type { ResolvedStack, Resource } from '../../template/resolve';
import type { Value } from '../../template/value';
import { attributeReference } from '../../template/value';
import type { LocalIdentity } from './local-values';
import { functionArn, userPoolArn } from './local-values';

/**
 * The resources of one stack by what refers to them: the local value that `localValues` gave the reference, or the
 * reference itself in a stack that was resolved without.
 */
export class StackReferences {
  readonly stack: ResolvedStack;
  readonly identity: LocalIdentity;

  constructor(stack: ResolvedStack, identity: LocalIdentity) {
    this.stack = stack;
    this.identity = identity;
  }

  isPoolId(value: Value | undefined, pool: Resource): boolean {
    return value === this.identity.poolId || this.#refersTo(value, pool, [undefined, 'UserPoolId']);
  }

  isPoolArn(value: Value | undefined, pool: Resource): boolean {
    return value === userPoolArn(this.identity) || this.#refersTo(value, pool, ['Arn']);
  }

  isFunctionArn(value: Value | undefined, lambda: Resource): boolean {
    return value === functionArn(this.identity, lambda.logicalId) || this.#refersTo(value, lambda, ['Arn']);
  }

  /** The name is what Ref gives. */
  isFunctionName(value: Value | undefined, lambda: Resource): boolean {
    return value === lambda.logicalId || this.#refersTo(value, lambda, [undefined]);
  }

  isAccount(value: Value | undefined): boolean {
    return value === this.identity.account || attributeReference(value)?.logicalId === 'AWS::AccountId';
  }

  #refersTo(value: Value | undefined, resource: Resource, attributes: readonly (string | undefined)[]): boolean {
    const reference = attributeReference(value);
    return (
      reference !== undefined &&
      reference.stack === this.stack.artifact.path &&
      reference.logicalId === resource.logicalId &&
      attributes.includes(reference.attribute)
    );
  }
}
