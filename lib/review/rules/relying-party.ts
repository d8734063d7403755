import { settingOf } from '../effective/effective';
import type { PropertyRule } from './rule';
import { elementsOf } from './values';

export const relyingParty: PropertyRule = {
  kind: 'property',
  id: 'relying-party-changed',
  what: 'A passkey belongs to its relying party: under another id it does not work.',
  source: 'Web Authentication, scope of credentials; WebAuthnRelyingPartyMismatchException',
  types: ['AWS::Cognito::UserPool'],
  properties: ['WebAuthnRelyingPartyID'],
  judge: ({ before, from, to }) => {
    const factors = elementsOf(settingOf(before.resource, 'Policies.SignInPolicy.AllowedFirstAuthFactors')) ?? [];
    if (!factors.includes('WEB_AUTHN')) return [{ verdict: 'neutral', effect: 'No passkeys could be used before.' }];
    if (typeof from.value === 'string' && typeof to.value === 'string') {
      const effect =
        'Every passkey that users registered stops working, and cannot be moved: they need another factor to come back.';
      return [{ verdict: 'destroys-users', effect, instead: ['Leave the id as it was.'] }];
    }
    if (!to.written) return [];
    const effect =
      'Until now the domain of the pool was the relying party; if that is another one, every passkey stops working.';
    return [
      {
        verdict: 'effect-uncertain',
        effect,
        instead: ['Write out the domain that users registered their passkeys at.'],
      },
    ];
  },
};
