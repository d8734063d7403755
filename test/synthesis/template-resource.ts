import type { StackArtifact } from '../../lib/template/assembly';
import { fixtureStack } from './assembly';

/** A resource as it stands in the template. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

export interface TemplateText {
  readonly Metadata: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs: Readonly<Record<string, { readonly Value: unknown; readonly Description: string }>>;
}

/** A template that our own constructs made. */
export function templateOf(stack: StackArtifact): TemplateText {
  return stack.template as unknown as TemplateText;
}

/** The resources of a type by logical id, sorted. */
export function resourcesOfType(environment: string, type: string): readonly (readonly [string, TemplateResource])[] {
  return Object.entries(templateOf(fixtureStack(environment)).Resources)
    .filter(([, resource]) => resource.Type === type)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
}

/** The user pool of an environment. */
export function userPoolOf(environment: string): TemplateResource {
  const [pool, ...others] = resourcesOfType(environment, 'AWS::Cognito::UserPool');
  if (pool === undefined || others.length > 0) throw new Error(`${environment} has not exactly one user pool.`);
  return pool[1];
}
