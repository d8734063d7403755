import { isList, isObject, Token } from '../../template/value';
import { absence } from '../absence';
import type { Control, Finding } from '../control';
import { identityPoolType as type } from '../identity-pools';
import { isThere } from '../presence';
import type { Located } from '../subject';
import { all, any, not, type Truth, verdictOf } from '../truth';
import { valueAt } from '../value-at';

const developer = 'DeveloperProviderName';
const others = ['SupportedLoginProviders', 'CognitoIdentityProviders', 'OpenIdConnectProviderARNs', 'SamlProviderARNs'];

export const developerProvider: Control = {
  id: 'CGN-IDN-09',
  what: 'An identity pool with a developer provider has no other provider.',
  why: 'Whoever runs the developer provider can link its identities with those that sign in elsewhere.',
  sources: [{ source: 'AWS developer guide', id: 'developer-authenticated-identities' }],
  severity: { sandbox: 'low', 'pre-production': 'low', production: 'medium' },
  check: ({ ofType }) =>
    ofType(type).flatMap((at): readonly Finding[] => {
      const isDeveloper = isThere(at, developer);
      if (isDeveloper === false) return [];
      const present = others.filter((name) => hasSome(at, name) !== false);
      const found = present.length === 0 ? 'no other provider' : `beside ${present.join(', ')}`;
      const mixed = all([isDeveloper, any(others.map((name) => hasSome(at, name)))]);
      return [
        { verdict: verdictOf(not(mixed)), at, property: developer, found, wanted: 'no other provider beside it' },
      ];
    }),
  orders: [
    {
      type,
      property: developer,
      measure: absence(developer),
      scale: { kind: 'levels', weakToStrong: [false, true] },
    },
  ],
};

/** A list or map that is empty has no provider in it. */
function hasSome(at: Located, name: string): Truth {
  const there = isThere(at, name);
  const value = valueAt(at.resource, name);
  if (there !== true || value instanceof Token) return there === false ? false : undefined;
  return isList(value) ? value.length > 0 : isObject(value) ? Object.keys(value).length > 0 : true;
}
