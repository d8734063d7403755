import type { StackArtifact } from '../../lib/template/assembly';
import { resolveStack } from '../../lib/template/resolve';
import type { ResolveOptions } from '../../lib/template/resolve';
import type { RawObject, RawValue, Value } from '../../lib/template/value';

/** A stack as an assembly would hold it, with only what the test is about written out. */
export function stackArtifact(template: RawObject, facts: Partial<StackArtifact> = {}): StackArtifact {
  return {
    path: 'dev/auth',
    stage: 'dev',
    stackName: 'dev-auth',
    account: '111122223333',
    region: 'eu-west-1',
    terminationProtection: false,
    template,
    assets: [],
    ...facts,
  };
}

/** What the property `Subject` of a resource becomes, in a template with these other sections. */
export function resolvedProperty(
  subject: RawValue,
  sections: RawObject = {},
  options: ResolveOptions = {},
  facts: Partial<StackArtifact> = {},
): Value | undefined {
  const { Resources: resources, ...others } = sections;
  const probe = { Type: 'Test::Probe', Properties: { Subject: subject } };
  const template = { ...others, Resources: { ...(resources as RawObject | undefined), Probe: probe } };
  return resolveStack(stackArtifact(template, facts), options).resources.get('Probe')?.properties['Subject'];
}
