import type { PropertyRule } from './rule';

const types = ['AWS::Cognito::UserPoolClient'];

export const userExistence: PropertyRule = {
  kind: 'property',
  id: 'user-existence-errors',
  what: 'Errors either tell that a user does not exist, or do not.',
  source: 'Amazon Cognito developer guide, managing error responses',
  types,
  properties: ['PreventUserExistenceErrors'],
  judge: ({ to }) => {
    if (to.value === 'ENABLED') {
      const effect =
        'UserNotFoundException becomes NotAuthorizedException, and a forgotten password always looks as if a code was sent: applications that read the old errors behave otherwise.';
      return [{ verdict: 'breaks-clients', effect, instead: ['First let applications treat both errors alike.'] }];
    }
    return to.value === 'LEGACY' ? [{ verdict: 'weakens', effect: 'Anybody can find out who has an account.' }] : [];
  },
};

export const revocation: PropertyRule = {
  kind: 'property',
  id: 'token-revocation',
  what: 'Without token revocation a stolen refresh token cannot be stopped.',
  source: 'Amazon Cognito developer guide, token revocation',
  types,
  properties: ['EnableTokenRevocation'],
  judge: ({ to }) => {
    if (to.value === false)
      return [
        { verdict: 'weakens', effect: 'Refresh tokens cannot be revoked, and the claims jti and origin_jti are gone.' },
      ];
    return to.value === true ? [{ verdict: 'strengthens', effect: 'Refresh tokens can be revoked.' }] : [];
  },
};
