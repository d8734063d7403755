import type { ResolvedStack, Resource } from '../../template/resolve';
import { resourcesOfType } from '../../template/resolve';
import type { Value } from '../../template/value';
import { attributeReference } from '../../template/value';
import type { LocalIdentity } from './local-values';
import { aliasArn, functionArn, userPoolArn } from './local-values';

/** A function of the stack, by its own ARN or by that of an alias, which has permissions of its own. */
export interface FunctionReference {
  readonly lambda: Resource;
  readonly alias: Resource | undefined;
}

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

  /** The function behind an ARN; undefined for what is no function of the stack, or not in its current version. */
  functionBehind(arn: Value | undefined): FunctionReference | undefined {
    const functions = resourcesOfType(this.stack, 'AWS::Lambda::Function');
    const lambda = functions.find((candidate) => this.#isFunctionArn(arn, candidate));
    if (lambda !== undefined) return { lambda, alias: undefined };
    const alias = resourcesOfType(this.stack, 'AWS::Lambda::Alias').find((candidate) => this.isAlias(arn, candidate));
    const owner = alias && functions.find((candidate) => this.#isCurrentVersionOf(alias, candidate));
    return owner && { lambda: owner, alias };
  }

  /** The ARN by which it is invoked here. */
  arnOf({ lambda, alias }: FunctionReference): string {
    return (alias && this.#aliasArn(alias)) ?? functionArn(this.identity, lambda.logicalId);
  }

  /** Whether a value names the function itself: by its ARN, or by its name, which is what Ref gives. */
  isFunction(value: Value | undefined, lambda: Resource): boolean {
    const named = value === lambda.logicalId || this.#refersTo(value, lambda, [undefined]);
    return named || this.#isFunctionArn(value, lambda);
  }

  /** Whether a value is the ARN of an alias, which is what Ref gives. */
  isAlias(value: Value | undefined, alias: Resource): boolean {
    return (typeof value === 'string' && value === this.#aliasArn(alias)) || this.#refersTo(value, alias, [undefined]);
  }

  isAccount(value: Value | undefined): boolean {
    return value === this.identity.account || attributeReference(value)?.logicalId === 'AWS::AccountId';
  }

  #isFunctionArn(value: Value | undefined, lambda: Resource): boolean {
    return value === functionArn(this.identity, lambda.logicalId) || this.#refersTo(value, lambda, ['Arn']);
  }

  /** Undefined for an alias of a function that is named, and so is in no assembly, and for one without a name. */
  #aliasArn({ properties: { FunctionName: owner, Name: name } }: Resource): string | undefined {
    return typeof owner === 'string' && typeof name === 'string' ? aliasArn(this.identity, owner, name) : undefined;
  }

  /** The bundle in the assembly is the newest version: an alias of another one, or of two, runs what is not here. */
  #isCurrentVersionOf({ properties }: Resource, lambda: Resource): boolean {
    const { FunctionName: owner, FunctionVersion: version, RoutingConfig: routing } = properties;
    const published = resourcesOfType(this.stack, 'AWS::Lambda::Version').some(
      (candidate) =>
        this.#refersTo(version, candidate, ['Version']) &&
        this.isFunction(candidate.properties['FunctionName'], lambda),
    );
    return this.isFunction(owner, lambda) && routing === undefined && (published || version === '$LATEST');
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
