import type { Environment } from '../environment';
import type { Path } from '../problem';
import { isPagesClient } from '../user-clients';
import { defineRule, type Rule } from './rule';

type Providers = Environment['identityProviders'];

/** The names that Cognito itself uses (SupportedIdentityProviders), as a name here could be written. */
const reservedNames = ['cognito', 'google', 'facebook', 'signinwithapple', 'loginwithamazon'];

const isNamed = (type: Providers[string]['type']) => type === 'SAML' || type === 'OIDC';

/** Something that only one provider may have. */
interface Claim {
  readonly provider: string;
  readonly path: Path;
  readonly got: string;
}

/** What an earlier one has already, with the name of that provider; capitals are no difference. */
function taken(claims: readonly Claim[]): readonly (Claim & { readonly by: string })[] {
  return claims.flatMap((claim, index) => {
    const same = ({ got }: Claim) => got.toLowerCase() === claim.got.toLowerCase();
    const earlier = claims.slice(0, index).find(same);
    return earlier === undefined ? [] : [{ ...claim, by: earlier.provider }];
  });
}

/** Who else signs users in. */
export const identityProviderRules: readonly Rule[] = [
  defineRule({
    id: 'identity-provider-name-reserved',
    what: 'A SAML or OIDC provider has no name that stands for something else.',
    source: 'Cognito API, SupportedIdentityProviders: COGNITO, Facebook, Google, SignInWithApple and LoginWithAmazon.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) =>
      Object.entries(identityProviders)
        .filter(([name, { type }]) => isNamed(type) && reservedNames.includes(name.replaceAll('-', '')))
        .map(([name]) => ({
          path: ['identityProviders', name],
          got: name,
          allowed: `a name other than ${reservedNames.join(', ')} for a SAML or OIDC provider`,
          instead: 'Name it after the organisation whose users sign in there.',
        })),
  }),
  defineRule({
    id: 'identity-provider-type-once',
    what: 'There is one identity provider of each social type.',
    source:
      'Cognito API, CreateIdentityProvider: its name is its type, and DuplicateProviderException refuses a second.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) =>
      taken(
        Object.entries(identityProviders)
          .filter(([, { type }]) => !isNamed(type))
          .map(([provider, { type }]) => ({ provider, path: ['identityProviders', provider, 'type'], got: type })),
      ).map(({ path, got, by }) => ({
        path,
        got,
        allowed: `a type that no other has; "${by}" has this one`,
        instead: 'Remove one of the two, or declare it as OIDC.',
      })),
  }),
  defineRule({
    id: 'identity-provider-identifier-once',
    what: 'An identifier stands for one identity provider.',
    source: 'Cognito API, GetIdentityProviderByIdentifier; OWASP ASVS 5.0, 6.8.1: no provider answers for another.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) =>
      taken(
        Object.entries(identityProviders).flatMap(([provider, { identifiers }]) =>
          identifiers.map((got, index) => ({
            provider,
            path: ['identityProviders', provider, 'identifiers', index],
            got,
          })),
        ),
      ).map(({ path, got, by }) => ({
        path,
        got,
        allowed: `an identifier that is not there yet; "${by}" has this one`,
        instead: 'Remove one of the two.',
      })),
  }),
  defineRule({
    id: 'oidc-scope-openid',
    what: 'An OpenID Connect provider is asked for the scope openid.',
    source: 'OpenID Connect Core 1.0, section 3.1.2.1: without it there is no ID token.',
    reads: ['identityProviders'],
    check: ({ identityProviders }) =>
      Object.entries(identityProviders).flatMap(([name, provider]) =>
        provider.type === 'OIDC' && !provider.scopes.includes('openid')
          ? [
              {
                path: ['identityProviders', name, 'scopes'],
                got: provider.scopes,
                allowed: 'scopes with openid among them',
                instead: 'Add "openid".',
              },
            ]
          : [],
      ),
  }),
  defineRule({
    id: 'client-identity-provider-declared',
    what: 'The identity providers of a client are COGNITO and declared ones, each once.',
    source: 'The service refuses it at deployment: "The provider X does not exist for User Pool".',
    covers: ['deploy-41'],
    reads: ['clients', 'identityProviders'],
    check: ({ clients, identityProviders }) => {
      const known = ['COGNITO', ...Object.keys(identityProviders)];
      return Object.entries(clients).flatMap(([client, declared]) => {
        if (!isPagesClient(declared) || declared.managedLogin.use === 'off') return [];
        const list = declared.managedLogin.identityProviders;
        return list.flatMap((name, index) =>
          known.includes(name) && list.indexOf(name) === index
            ? []
            : [
                {
                  path: ['clients', client, 'managedLogin', 'identityProviders', index],
                  got: name,
                  allowed: `each once: ${known.join(', ')}`,
                  instead: 'Write one of these by its name here, declare it under identityProviders, or remove it.',
                },
              ],
        );
      });
    },
  }),
];
