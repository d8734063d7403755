import { settingOf } from '../effective/effective';
import type { CombinationRule, PropertyRule } from './rule';
import { elementsOf } from './values';

const types = ['AWS::Cognito::UserPoolClient'];
const source =
  'RefreshTokenRotationType; Amazon Cognito developer guide, refresh tokens; terraform-provider-aws PR 47374';

export const rotation: PropertyRule = {
  kind: 'property',
  id: 'refresh-token-rotation',
  what: 'With rotation a refresh token works once: applications have to keep the new one.',
  source,
  types,
  properties: ['RefreshTokenRotation', 'RefreshTokenRotation.Feature', 'RefreshTokenRotation.RetryGracePeriodSeconds'],
  judge: ({ property, to }) => {
    if (property.endsWith('RetryGracePeriodSeconds')) {
      return [{ verdict: 'neutral', effect: 'A used refresh token works for another while after its first use.' }];
    }
    if (to.value !== 'ENABLED')
      return [{ verdict: 'weakens', effect: 'A stolen refresh token works as often as the thief likes.' }];
    return [
      {
        verdict: 'breaks-clients',
        effect:
          'REFRESH_TOKEN_AUTH is refused: applications that do not refresh with GetTokensFromRefreshToken or the token endpoint, and store the new token, sign users out.',
        instead: [
          'First release applications that refresh with GetTokensFromRefreshToken.',
          'Then switch rotation on, with a grace period of up to 60 seconds.',
        ],
      },
    ];
  },
};

export const rotationBesideRefresh: CombinationRule = {
  kind: 'combination',
  id: 'rotation-beside-refresh-flow',
  what: 'Rotation and ALLOW_REFRESH_TOKEN_AUTH do not go together.',
  source,
  types,
  properties: ['RefreshTokenRotation.Feature', 'ExplicitAuthFlows'],
  judge: ({ resource }) => {
    const flows = elementsOf(settingOf(resource, 'ExplicitAuthFlows')) ?? [];
    const isBoth =
      settingOf(resource, 'RefreshTokenRotation.Feature') === 'ENABLED' && flows.includes('ALLOW_REFRESH_TOKEN_AUTH');
    const effect = 'Whether the service refuses the two together, or drops one of them, is not documented.';
    return isBoth
      ? [
          {
            verdict: 'effect-uncertain',
            effect,
            instead: ['Write ExplicitAuthFlows out without ALLOW_REFRESH_TOKEN_AUTH.'],
          },
        ]
      : [];
  },
};
