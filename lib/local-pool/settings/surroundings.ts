import type { ResolvedStack, Resource } from '../../template/resolve';
import { expressionOf, tokensIn } from '../../template/value';
import { otherCognitoTypes } from './cognito-types';
import type { Findings } from './findings';
import { brief } from './findings';
import { propertyLists } from './property-lists';
import type { StackReferences } from './stack-references';

/** Looks at everything in the stack that is no user pool, app client or group: it may change what the pool does. */
export function checkSurroundings(pool: Resource, references: StackReferences, findings: Findings): void {
  const { stack } = references;
  for (const macro of stack.macros) {
    findings.stop('', `Transform ${macro}`, {
      got: 'a macro',
      expected: 'a template that is deployed as it is read',
      nextStep: 'Synthesize without it: the service runs it before the deployment, and it may change anything.',
    });
  }
  for (const resource of stack.resources.values()) checkResource(resource, pool, references, findings);
  for (const [logicalId, nested] of stack.nested) refuseNested(logicalId, nested, findings);
}

function checkResource(resource: Resource, pool: Resource, references: StackReferences, findings: Findings): void {
  const { logicalId, type, condition } = resource;
  if (type.startsWith('AWS::Cognito::') && condition !== undefined) {
    findings.stop(logicalId, 'Condition', {
      got: `${condition.describe()} (${condition.reason})`,
      expected: 'a condition that is known before deployment',
      nextStep: 'Give the parameters that it depends on.',
    });
  }
  if (type.startsWith('AWS::Cognito::') && !Object.hasOwn(propertyLists, type)) checkType(resource, findings);

  const isCustom = type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
  if (isCustom && names(resource, pool, references)) findings.name('customResource', logicalId, '', type);
  if (type === 'AWS::WAFv2::WebACLAssociation' && names(resource, pool, references)) {
    findings.name('webApplicationFirewall', logicalId, '', type);
  }
  const isUnseen = type === 'AWS::CloudFormation::Stack' && !references.stack.nested.has(logicalId);
  if (isUnseen && names(resource, pool, references)) {
    findings.stop(logicalId, 'TemplateURL', {
      got: brief(resource.properties['TemplateURL'] ?? null),
      expected: 'a nested stack whose template is in the assembly',
      nextStep: 'Synthesize it with the CDK (NestedStack): it gets the pool and may give it clients.',
    });
  }
}

function checkType({ logicalId, type }: Resource, findings: Findings): void {
  const known = Object.hasOwn(otherCognitoTypes, type) ? otherCognitoTypes[type] : undefined;
  if (known === undefined) {
    findings.stop(logicalId, '', {
      got: type,
      expected: 'a resource type that docs/local-pool.md lists',
      nextStep:
        'Remove it, or decide what the local pool does about it and add it, with the reason, to ' +
        'lib/local-pool/settings/cognito-types.ts.',
    });
  } else if (known.list === 'not-simulated') {
    findings.name(known.feature, logicalId, '', type);
  }
}

/** Whether anything in the resource is, or is made from, something of the pool. */
function names(resource: Resource, pool: Resource, { stack, identity }: StackReferences): boolean {
  const refers = tokensIn(resource.properties)
    .flatMap((token) => token.references)
    .some((reference) => reference.stack === stack.artifact.path && reference.logicalId === pool.logicalId);
  return refers || JSON.stringify(expressionOf(resource.properties)).includes(identity.poolId);
}

/** A nested stack is a stack of its own: what it declares for Cognito is not read together with this one. */
function refuseNested(path: string, nested: ResolvedStack, findings: Findings): void {
  for (const { logicalId, type } of nested.resources.values()) {
    if (!type.startsWith('AWS::Cognito::')) continue;
    findings.stop(`${path}/${logicalId}`, '', {
      got: `${type} in a nested stack`,
      expected: 'the pool and all that belongs to it in one stack',
      nextStep: 'Move it beside the pool; the local pool reads one stack.',
    });
  }
  for (const [logicalId, deeper] of nested.nested) refuseNested(`${path}/${logicalId}`, deeper, findings);
}
