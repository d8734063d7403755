import { settingOf } from '../effective/effective';
import type { FateRule } from './rule';
import { elementsOf } from './values';

export const customDomainAdded: FateRule = {
  kind: 'fate',
  id: 'custom-domain-added',
  what: 'A custom domain becomes the relying party of passkeys, unless the pool names one.',
  source: 'CloudFormation, AWS::Cognito::UserPool WebAuthnRelyingPartyID',
  types: ['AWS::Cognito::UserPoolDomain'],
  fates: ['added'],
  judge: ({ pair: { after }, comparison }) => {
    const domain = after && settingOf(after.resource, 'Domain');
    const pool = after && comparison.after.resourceAt(after.resource.properties['UserPoolId'] ?? null);
    const before = pool && comparison.pairOfAfter(pool)?.before;
    if (typeof domain !== 'string' || !domain.includes('.') || pool === undefined || before === undefined) return [];
    const factors = elementsOf(settingOf(before.resource, 'Policies.SignInPolicy.AllowedFirstAuthFactors')) ?? [];
    if (!factors.includes('WEB_AUTHN') || settingOf(pool.resource, 'WebAuthnRelyingPartyID') !== undefined) return [];
    return [
      {
        verdict: 'breaks-clients',
        effect:
          'Passkeys that were registered at the prefix domain stop working: the custom domain is their relying party now.',
        instead: ['Write WebAuthnRelyingPartyID out with the domain that users registered at.'],
      },
    ];
  },
};
