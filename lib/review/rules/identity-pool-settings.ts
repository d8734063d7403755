import type { PropertyRule, Ruling } from './rule';
import { changed } from './values';

const breaks = (effect: string): readonly Ruling[] => [{ verdict: 'breaks-clients', effect }];
const uncertain = (effect: string): readonly Ruling[] => [{ verdict: 'effect-uncertain', effect }];

export const identityPoolAccess: PropertyRule = {
  kind: 'property',
  id: 'identity-pool-access',
  what: 'An identity pool gives AWS credentials to whom its settings let in.',
  source: 'CreateIdentityPool; Amazon Cognito developer guide, identity pools',
  types: ['AWS::Cognito::IdentityPool'],
  properties: ['AllowUnauthenticatedIdentities', 'AllowClassicFlow'],
  judge: ({ property, to }) => {
    const who = property === 'AllowClassicFlow' ? 'clients that choose their role themselves' : 'guests';
    if (to.value === true) return [{ verdict: 'weakens', effect: `AWS credentials are given to ${who}.` }];
    return to.value === false ? breaks(`No AWS credentials are given to ${who} any more.`) : [];
  },
};

export const identityPoolProviders: PropertyRule = {
  kind: 'property',
  id: 'identity-pool-providers',
  what: 'Users of a provider or client that an identity pool does not list get no credentials.',
  source: 'CreateIdentityPool',
  types: ['AWS::Cognito::IdentityPool'],
  properties: [
    'CognitoIdentityProviders',
    'DeveloperProviderName',
    'OpenIdConnectProviderARNs',
    'SamlProviderARNs',
    'SupportedLoginProviders',
    'SupportedLoginProviders.',
  ],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, []);
    if (lost.length > 0 || to.value === undefined)
      return breaks('Users of a provider that is not listed any more, or not in that way, get no AWS credentials.');
    return gained.length > 0 || from.value === undefined
      ? [{ verdict: 'weakens', effect: 'Users of more providers get AWS credentials.' }]
      : breaks('Users of the provider that stood there get no AWS credentials.');
  },
};

export const identityPoolRights: PropertyRule = {
  kind: 'property',
  id: 'identity-pool-rights',
  what: 'Roles, role mappings and tags decide what the users of an identity pool may do in AWS.',
  source: 'SetIdentityPoolRoles; SetPrincipalTagAttributeMap',
  types: ['AWS::Cognito::IdentityPoolRoleAttachment', 'AWS::Cognito::IdentityPoolPrincipalTag'],
  properties: ['Roles', 'Roles.', 'RoleMappings', 'RoleMappings.', 'PrincipalTags', 'PrincipalTags.', 'UseDefaults'],
  judge: () =>
    uncertain('Users get credentials with other rights; which those are the roles and their conditions say.'),
};
