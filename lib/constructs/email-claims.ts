import type { Environment } from '../environments/environment';
import { providerName } from './identity-providers';

/**
 * Under which name each identity provider states the address of a user, by the name that Cognito has for the provider. A
 * provider that states none lets nobody in.
 */
export function emailClaims(providers: Environment['identityProviders']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(providers).flatMap(([name, { type, attributeMapping }]) => {
      const claim = attributeMapping['email'];
      return claim === undefined ? [] : [[providerName(name, type), claim]];
    }),
  );
}
