import * as member from './members';
import { boolean, integer, list, oneOf, required, string, structure } from './shape';

/** What CreateUserPoolClient and UpdateUserPoolClient share, with the constraints of the service's model. */
const url = string({ min: 1, max: 1024, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' });
const unit = oneOf('seconds', 'minutes', 'hours', 'days');
const attributeNames = list(string({ min: 1, max: 2048 }));

export const clientName = string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' });

export const userPoolClientMembers = {
  AccessTokenValidity: integer({ min: 1, max: 86_400 }),
  AllowedOAuthFlows: list(oneOf('code', 'implicit', 'client_credentials'), { max: 3 }),
  AllowedOAuthFlowsUserPoolClient: boolean(),
  AllowedOAuthScopes: list(string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' }), { max: 50 }),
  AnalyticsConfiguration: structure({
    ApplicationArn: member.arn,
    ApplicationId: string({ pattern: '^[0-9a-fA-F]+$' }),
    ExternalId: member.text,
    RoleArn: member.arn,
    UserDataShared: boolean(),
  }),
  AuthSessionValidity: integer({ min: 3, max: 15 }),
  CallbackURLs: list(url, { max: 100 }),
  DefaultRedirectURI: url,
  EnablePropagateAdditionalUserContextData: boolean(),
  EnableTokenRevocation: boolean(),
  ExplicitAuthFlows: list(
    oneOf(
      'ADMIN_NO_SRP_AUTH',
      'CUSTOM_AUTH_FLOW_ONLY',
      'USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
    ),
  ),
  IdTokenValidity: integer({ min: 1, max: 86_400 }),
  LogoutURLs: list(url, { max: 100 }),
  PreventUserExistenceErrors: oneOf('LEGACY', 'ENABLED'),
  ReadAttributes: attributeNames,
  RefreshTokenRotation: structure({
    Feature: required(oneOf('ENABLED', 'DISABLED')),
    RetryGracePeriodSeconds: integer({ min: 0, max: 60 }),
  }),
  RefreshTokenValidity: integer({ min: 0, max: 315_360_000 }),
  SupportedIdentityProviders: list(string({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' })),
  TokenValidityUnits: structure({ AccessToken: unit, IdToken: unit, RefreshToken: unit }),
  WriteAttributes: attributeNames,
} as const;
