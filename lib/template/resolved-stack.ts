import type { StackArtifact } from './assembly';
import type { Reference, Token, Value, ValueObject } from './value';

/** A resource of a template, resolved. A resource whose condition is false is none. */
export interface Resource {
  readonly logicalId: string;
  /** `AWS::Cognito::UserPool` */
  readonly type: string;
  readonly properties: ValueObject;
  readonly metadata: ValueObject;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
  /** Path of the construct that made it (`dev/auth/Pool/Resource`), where the CDK tells. */
  readonly constructPath: string | undefined;
  /** Set when it is unknown whether the resource exists: its condition depends on something unknown. */
  readonly condition: Token | undefined;
}

/** A stack with everything resolved that can be known before deployment. */
export interface ResolvedStack {
  readonly artifact: StackArtifact;
  /** By logical id, in the template's order. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** By name; one whose condition is false is absent. */
  readonly outputs: ReadonlyMap<string, Value>;
  /** Metadata of the template itself. */
  readonly metadata: ValueObject;
  /** Nested stacks by the logical id of their AWS::CloudFormation::Stack, as far as their templates are in the assembly. */
  readonly nested: ReadonlyMap<string, ResolvedStack>;
  /**
   * Macros that the service applies to the template before it deploys it (Transform, Fn::Transform, Fn::ForEach), by
   * name. They may add, change or remove anything: with one of them, what is read here is not all there is.
   */
  readonly macros: readonly string[];
}

/** What the caller knows and the assembly does not tell. */
export interface ResolveOptions {
  /** Values of parameters by name, for every stack that declares them. A given value wins over the manifest's. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** The value of a Ref or Fn::GetAtt of a resource (the id of a local pool, say); undefined leaves a token. */
  readonly valueFor?: (reference: Reference) => Value | undefined;
  /** Pseudo parameters such as `AWS::AccountId`, for what the manifest does not tell; its own facts win. */
  readonly pseudoParameters?: Readonly<Record<string, string>>;
}

/** The resources of that type, in the template's order. Nested stacks are not looked into. */
export function resourcesOfType(stack: ResolvedStack, type: string): readonly Resource[] {
  return [...stack.resources.values()].filter((resource) => resource.type === type);
}
