import type { ResolvedStack, Resource } from '../../template/resolve';
import { expressionOf, tokensIn } from '../../template/value';
import { otherCognitoTypes } from './cognito-types';
import type { Declared, DeclaredPool, DeclaredStacks } from './declared-stacks';
import { isIn } from './declared-stacks';
import type { Findings } from './findings';
import { brief } from './findings';
import { propertyLists } from './property-lists';

/**
 * Looks at everything in the stacks that is no user pool: it may change what a pool does. In a stack whose pools are not
 * served, only what has something of a served pool in it is of concern.
 */
export function checkSurroundings(stacks: DeclaredStacks, pools: readonly DeclaredPool[]): void {
  for (const stack of stacks.all) {
    const own = pools.filter(({ root }) => isIn(stack, root));
    const resources = [...stack.resources.values()].map((resource) => ({ resource, named: namedIn(resource, pools) }));
    const concerned = new Set([...own, ...resources.flatMap(({ named }) => named)]);
    for (const { findings } of concerned) checkMacros(stack, findings.in(stack.artifact.path));
    for (const { resource, named } of resources) {
      for (const pool of named.length > 0 ? named : own)
        checkResource({ stack, resource }, pool.findings.in(stack.artifact.path), named.includes(pool));
    }
  }
}

function checkMacros({ macros }: ResolvedStack, findings: Findings): void {
  for (const macro of macros) {
    findings.stop('', `Transform ${macro}`, {
      got: 'a macro',
      expected: 'a template that is deployed as it is read',
      nextStep: 'Synthesize without it: the service runs it before the deployment, and it may change anything.',
    });
  }
}

/** @param hasPool whether something of the pool is in the resource */
function checkResource({ stack, resource }: Declared, findings: Findings, hasPool: boolean): void {
  const { logicalId, type, condition } = resource;
  if (type.startsWith('AWS::Cognito::') && condition !== undefined) {
    findings.stop(logicalId, 'Condition', {
      got: `${condition.describe()} (${condition.reason})`,
      expected: 'a condition that is known before deployment',
      nextStep: 'Give the parameters that it depends on.',
    });
  }
  if (type.startsWith('AWS::Cognito::') && !Object.hasOwn(propertyLists, type)) checkType(resource, findings);
  if (!hasPool) return;

  const isCustom = type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
  if (isCustom) findings.name('customResource', logicalId, '', type);
  if (type === 'AWS::WAFv2::WebACLAssociation') findings.name('webApplicationFirewall', logicalId, '', type);
  if (type === 'AWS::CloudFormation::Stack' && !stack.nested.has(logicalId)) {
    findings.stop(logicalId, 'TemplateURL', {
      got: brief(resource.properties['TemplateURL'] ?? null),
      expected: 'a nested stack whose template is in the assembly',
      nextStep: 'Synthesize it with the CDK (NestedStack): it gets the pool and may give it clients.',
    });
  }
}

function checkType({ logicalId, type }: Resource, findings: Findings): void {
  const feature = Object.hasOwn(otherCognitoTypes, type) ? otherCognitoTypes[type] : undefined;
  if (feature !== undefined) {
    findings.name(feature, logicalId, '', type);
    return;
  }
  findings.stop(logicalId, '', {
    got: type,
    expected: 'a resource type that docs/local-pool.md lists',
    nextStep:
      'Remove it, or decide what the local pool does about it and add it, with the reason, to ' +
      'lib/local-pool/settings/cognito-types.ts.',
  });
}

/** The pools of which something is in the resource, or from which something in it is made. */
function namedIn({ properties }: Resource, pools: readonly DeclaredPool[]): readonly DeclaredPool[] {
  const references = tokensIn(properties).flatMap((token) => token.references);
  const text = JSON.stringify(expressionOf(properties));
  return pools.filter(
    ({ stack, resource, identity }) =>
      text.includes(identity.poolId) ||
      references.some((each) => each.stack === stack.artifact.path && each.logicalId === resource.logicalId),
  );
}
