import type { PropertyRule } from './rule';

const types = ['AWS::Cognito::UserPoolClient'];

export const refreshTokenLifetime: PropertyRule = {
  kind: 'property',
  id: 'refresh-token-lifetime',
  what: 'The lifetime of a refresh token is that of the session.',
  source: 'Amazon Cognito developer guide, refresh tokens (says nothing of tokens that are out)',
  types,
  properties: ['RefreshTokenValidity'],
  judge: ({ from, to }) => {
    if (typeof from.value !== 'number' || typeof to.value !== 'number') return [];
    return to.value > from.value
      ? [{ verdict: 'weakens', effect: 'A stolen refresh token can be used for longer.' }]
      : [
          {
            verdict: 'effect-uncertain',
            effect:
              'New sessions are shorter. Whether tokens that are out are cut is not documented: some users may have to sign in again.',
          },
        ];
  },
};

export const tokenLifetime: PropertyRule = {
  kind: 'property',
  id: 'token-lifetime',
  what: 'The lifetime of access and id tokens counts for tokens that are issued from now on.',
  source: 'Amazon Cognito developer guide, access tokens',
  types,
  properties: ['AccessTokenValidity', 'IdTokenValidity'],
  judge: ({ from, to }) => {
    if (typeof from.value !== 'number' || typeof to.value !== 'number') return [];
    return to.value > from.value
      ? [
          {
            verdict: 'weakens',
            effect: 'A stolen token can be used for longer: applications that verify it themselves cannot revoke it.',
          },
        ]
      : [{ verdict: 'strengthens', effect: 'Tokens that are out run to their exp; new ones are shorter.' }];
  },
};

export const challengeLifetime: PropertyRule = {
  kind: 'property',
  id: 'challenge-lifetime',
  what: 'A challenge of a sign-in that has begun is open for so long.',
  source: 'CreateUserPoolClient, AuthSessionValidity',
  types,
  properties: ['AuthSessionValidity'],
  judge: ({ from, to }) => {
    if (typeof from.value !== 'number' || typeof to.value !== 'number') return [];
    return to.value > from.value
      ? [{ verdict: 'weakens', effect: 'A code of a sign-in that was begun can be used for longer.' }]
      : [{ verdict: 'strengthens', effect: 'Users have less time to enter a code.' }];
  },
};
