import * as member from './members';
import { list, map, required, string } from './shape';

/** The name of a new provider: stricter than that of one that is asked for. */
export const newProviderName = {
  min: 1,
  max: 32,
  pattern: '[^_\\p{Z}][\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}][^_\\p{Z}]+',
} as const;
export const providerTypes = ['SAML', 'Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple', 'OIDC'] as const;
export const providerName = string({ min: 1, max: 32, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\p{Z}]+' });
export const idpIdentifier = string({ min: 1, max: 40, pattern: '[\\w\\s+=.@-]+' });
/** Secrets of other providers are among them. */
export const providerDetails = map(string({ max: 131_072, sensitive: true }));

/** What a provider may have beside its name, type and details. */
export const identityProviderMembers = {
  // Refused where it is given: what is in it does not matter.
  AcrMapping: map(member.text),
  AttributeMapping: map(member.text),
  IdpIdentifiers: list(idpIdentifier, { max: 50 }),
} as const;

export const identityProviderKey = {
  ProviderName: required(providerName),
  UserPoolId: required(member.userPoolId),
} as const;
