import type { Value } from '../../template/value';
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
  judge: ({ property, from, to }) => {
    const breaks = {
      verdict: 'breaks-clients',
      effect:
        'The address of managed login changes: redirects of applications and identity providers fail until they name the new one, and anybody may claim the old prefix.',
      instead: recipes.newDomain,
    } as const;
    const kinds = [isCustom(from?.value), isCustom(to?.value)];
    if (property === 'Domain' && !kinds.includes(undefined) && kinds[0] !== kinds[1]) return [breaks];
    const effect =
      'CloudFormation creates the new domain before it removes the old one; the service answers that the pool, or the name, is taken, and the stack rolls back.';
    return [{ verdict: 'refused-at-deploy', effect, instead: recipes.newDomain }, breaks];
  },
};

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
