import { boolean, json, keyed, map, set, text } from './form';
import type { TypeTable } from './form';

export const identityPoolTypes: readonly TypeTable[] = [
  {
    type: 'AWS::Cognito::IdentityPool',
    name: 'IdentityPoolName',
    createOnly: [],
    properties: {
      IdentityPoolName: text(),
      AllowUnauthenticatedIdentities: boolean(),
      AllowClassicFlow: boolean(false),
      CognitoIdentityProviders: set([]),
      DeveloperProviderName: text(),
      OpenIdConnectProviderARNs: set([]),
      SamlProviderARNs: set([]),
      SupportedLoginProviders: map,
      CognitoEvents: json,
      CognitoStreams: json,
      PushSync: json,
      IdentityPoolTags: keyed('Key'),
    },
  },
  {
    type: 'AWS::Cognito::IdentityPoolPrincipalTag',
    createOnly: ['IdentityPoolId', 'IdentityProviderName'],
    properties: { IdentityPoolId: text(), IdentityProviderName: text(), UseDefaults: boolean(), PrincipalTags: map },
  },
  {
    type: 'AWS::Cognito::IdentityPoolRoleAttachment',
    createOnly: ['IdentityPoolId'],
    properties: { IdentityPoolId: text(), Roles: map, RoleMappings: map },
  },
];
