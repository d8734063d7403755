import { requireProvider } from '../describe/identity-provider';
import type { Pool } from '../pool';
import type { ProviderLink, User } from '../state/user';
import { InvalidParameterException, UserNotFoundException } from '../wire/exceptions';
import type { ProviderUser } from '../wire/provider-user';

/** Who a user is at another provider. */
export type ProviderIdentity = Omit<ProviderLink, 'created'>;

/** What the pool calls itself where a provider is named. */
export const ownProvider = 'Cognito';

/** The identifier that every provider has for a user, whatever claim it is in. */
export const subject = 'Cognito_Subject';

/** Types of providers of which the service reads the subject alone. */
const socialProviders: readonly string[] = ['Facebook', 'Google', 'LoginWithAmazon', 'SignInWithApple'];

/**
 * The identity at another provider that a request names: by its subject, or at OIDC and SAML also by an attribute of the
 * pool that a claim is mapped to (API_AdminLinkProviderForUser, SourceUser). The words of the refusals are ours.
 * @throws InvalidParameterException for what cannot name an identity, ResourceNotFoundException for an unknown provider.
 */
export function readIdentity(pool: Pool, memberName: string, user: ProviderUser): ProviderIdentity {
  const { ProviderName: providerName = '', ProviderAttributeName: attributeName = '' } = user;
  const { ProviderAttributeValue: attributeValue = '' } = user;
  if (providerName === '' || attributeName === '' || attributeValue === '')
    throw new InvalidParameterException(
      `${memberName} needs ProviderName, ProviderAttributeName and ProviderAttributeValue.`,
    );
  const { type: providerType, attributeMapping } = requireProvider(pool, providerName);
  const isMapped = !socialProviders.includes(providerType) && Object.hasOwn(attributeMapping, attributeName);
  if (attributeName !== subject && !isMapped)
    throw new InvalidParameterException(
      `The ProviderAttributeName of ${memberName} must be ${subject}, or for OIDC and SAML an attribute that the ` +
        `AttributeMapping of ${providerName} names.`,
    );
  return { providerName, providerType, attributeName, attributeValue };
}

/**
 * The local user whom a request names in the place of a provider's: by the stored username, by nothing else.
 * @throws UserNotFoundException; nobody comes from another provider, so that none of their users is here either.
 */
export function requireLocalUser(
  pool: Pool,
  { ProviderName, ProviderAttributeValue: username = '' }: ProviderUser,
): User {
  const user = ProviderName === ownProvider ? pool.users.get(pool.users.fold(username)) : undefined;
  if (user === undefined) throw new UserNotFoundException('User does not exist.');
  return user;
}

/** The user to whom that identity is linked. */
export function findLinked(pool: Pool, identity: ProviderIdentity): User | undefined {
  return pool.users.all().find(({ links }) => links.some((link) => isLinkTo(link, identity)));
}

export function isLinkTo(link: ProviderLink, identity: ProviderIdentity): boolean {
  const { providerName, attributeName, attributeValue } = identity;
  return (
    link.providerName === providerName && link.attributeName === attributeName && link.attributeValue === attributeValue
  );
}
