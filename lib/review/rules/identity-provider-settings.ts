import type { PropertyRule, Ruling } from './rule';
import { changed } from './values';

const breaks = (effect: string): readonly Ruling[] => [{ verdict: 'breaks-clients', effect }];
const uncertain = (effect: string): readonly Ruling[] => [{ verdict: 'effect-uncertain', effect }];

export const identityProviderSettings: PropertyRule = {
  kind: 'property',
  id: 'identity-provider-settings',
  what: 'The details and the mapping of an identity provider decide who gets in, and as whom.',
  source: 'IdentityProviderType',
  types: ['AWS::Cognito::UserPoolIdentityProvider'],
  properties: ['ProviderDetails', 'ProviderDetails.', 'AttributeMapping', 'AttributeMapping.', 'IdpIdentifiers'],
  judge: ({ property, from, to }) => {
    if (property === 'IdpIdentifiers') {
      const { lost, gained } = changed(from, to, []);
      if (lost.length > 0) return breaks(`Sign-in by ${lost.join(', ')} does not find the provider any more.`);
      return gained.length > 0
        ? [{ verdict: 'neutral', effect: `The provider is also found by ${gained.join(', ')}.` }]
        : [];
    }
    if (property.startsWith('AttributeMapping.') && to.value === undefined) {
      return breaks('The attribute is not taken over from the provider any more; applications that need it fail.');
    }
    return uncertain('Users of this provider may be sent elsewhere, refused, or given other attributes.');
  },
};
