import type { Value } from '../../template/value';
import type { Pair } from '../verdict';
import { recipes } from './recipes';
import type { FateRule } from './rule';

const source = 'aws-cdk#10062; Amazon Cognito developer guide, adding a domain';

/** A custom domain has dots, a prefix has none. */
const isCustom = (domain: Value | undefined): boolean | undefined =>
  typeof domain === 'string' ? domain.includes('.') : undefined;

export const domainReplaced: FateRule = {
  kind: 'fate',
  id: 'domain-replaced',
  what: 'A domain cannot be replaced in one deployment: CloudFormation creates the new one first, and the pool has one already.',
  source,
  types: ['AWS::Cognito::UserPoolDomain'],
  fates: ['replaced', 'renamed', 'moved'],
  judge: ({ property, from, to, pair }) => {
    const moves = property === 'Domain' || isPrefixOfAnotherRegion(pair);
    const breaks = {
      verdict: 'breaks-clients',
      effect: moves
        ? 'The address of managed login changes: redirects of applications and identity providers fail until they name the new one, and anybody may claim the old prefix.'
        : 'The address of managed login stays, but leads nowhere from the removal of the old domain until the new one is there.',
      instead: recipes.newDomain,
    } as const;
    if (isPrefixOfAnotherRegion(pair)) return [breaks];
    const kinds = [isCustom(from?.value), isCustom(to?.value)];
    if (property === 'Domain' && !kinds.includes(undefined) && kinds[0] !== kinds[1]) return [breaks];
    const effect = `CloudFormation creates the new domain before it removes the old one; the service answers that ${property === 'Domain' ? 'the pool has a domain' : 'the name is taken'}, and the stack rolls back.`;
    return [{ verdict: 'refused-at-deploy', effect, instead: recipes.newDomain }, breaks];
  },
};

/** A prefix is taken in its Region alone, and the Region is a part of the address. */
function isPrefixOfAnotherRegion({ before, after }: Pair): boolean {
  const [from, to] = [before, after].map((side) => side?.stack.artifact.region);
  return (
    from !== undefined && to !== undefined && from !== to && isCustom(before?.resource.properties['Domain']) === false
  );
}

export const domainRemoved: FateRule = {
  kind: 'fate',
  id: 'domain-removed',
  what: 'Without its domain a pool has no managed login and no OAuth endpoints.',
  source,
  types: ['AWS::Cognito::UserPoolDomain'],
  fates: ['removed'],
  judge: ({ leftBehind }) =>
    leftBehind
      ? [{ verdict: 'effect-uncertain', effect: 'The domain stays with the pool, and no template controls it.' }]
      : [
          {
            verdict: 'breaks-clients',
            effect: 'Sign-in through managed login and the OAuth endpoints stops, and anybody may claim the prefix.',
            instead: recipes.newDomain,
          },
        ],
};
