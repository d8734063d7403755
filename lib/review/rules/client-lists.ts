import { settingOf } from '../effective/effective';
import { recipes } from './recipes';
import type { PropertyRule, Ruling } from './rule';
import { changed } from './values';

const types = ['AWS::Cognito::UserPoolClient'];

/** What fails when an element is removed from a list of an app client. */
const consequences: Readonly<Record<string, string>> = {
  AllowedOAuthFlows: 'Applications that use this OAuth grant cannot sign anybody in',
  AllowedOAuthScopes: 'Applications that ask for the scope are refused',
  CallbackURLs: 'Sign-in that returns to this address fails',
  LogoutURLs: 'Sign-out that returns to this address fails',
};

export const clientLists: PropertyRule = {
  kind: 'property',
  id: 'client-lists',
  what: 'What is removed from the flows, scopes and URLs of an app client is refused at once; what is added widens what it may do.',
  source: 'UpdateUserPoolClient; RFC 9700 section 2',
  types,
  properties: Object.keys(consequences),
  judge: ({ property, from, to }) => {
    const { lost, gained } = changed(from, to, []);
    const rulings: Ruling[] = [];
    if (lost.length > 0) {
      const effect = `${consequences[property] ?? property}: ${lost.join(', ')}.`;
      rulings.push({ verdict: 'breaks-clients', effect, instead: recipes.bothUrls });
    }
    const wider = gained.filter((each) => isWider(property, each));
    if (wider.length > 0)
      rulings.push({
        verdict: 'weakens',
        effect: `The client may do more, or tokens reach more places: ${wider.join(', ')}.`,
      });
    if (rulings.length === 0 && gained.length > 0)
      rulings.push({ verdict: 'neutral', effect: `Also possible: ${gained.join(', ')}.` });
    return rulings;
  },
};

/** The code grant is the one that is meant to be there. */
function isWider(property: string, added: string): boolean {
  switch (property) {
    case 'AllowedOAuthFlows':
      return added === 'implicit';
    case 'CallbackURLs':
    case 'LogoutURLs':
      return added.startsWith('http:') || added.includes('*');
    default:
      return true;
  }
}

export const providersOfClient: PropertyRule = {
  kind: 'property',
  id: 'client-providers',
  what: 'A client offers the identity providers that it lists; COGNITO hides or shows the local form of managed login only.',
  source: 'CreateUserPoolClient, SupportedIdentityProviders',
  types,
  properties: ['SupportedIdentityProviders'],
  judge: ({ from, to }) => {
    const { lost, gained } = changed(from, to, []);
    const rulings: Ruling[] = [];
    const providers = lost.filter((each) => each !== 'COGNITO');
    if (providers.length > 0) {
      const effect = `Users of ${providers.join(', ')} cannot sign in to this application.`;
      rulings.push({ verdict: 'breaks-clients', effect });
    }
    if (lost.includes('COGNITO')) {
      const effect =
        'Managed login no longer shows the form for local users; sign-in through the SDK works as before, so this is no protection.';
      rulings.push({ verdict: 'neutral', effect });
    }
    if (gained.length > 0)
      rulings.push({
        verdict: 'weakens',
        effect: `More people can sign in to this application: users of ${gained.join(', ')}.`,
      });
    return rulings;
  },
};

export const attributesOfClient: PropertyRule = {
  kind: 'property',
  id: 'client-attributes',
  what: 'A client reads and writes the attributes that it lists, all standard ones where it lists none.',
  source: 'CreateUserPoolClient, ReadAttributes and WriteAttributes; Amazon Cognito developer guide, attribute mapping',
  types,
  properties: ['ReadAttributes', 'WriteAttributes'],
  judge: ({ property, after, from, to }, comparison) => {
    const isRead = property === 'ReadAttributes';
    const failing = isRead
      ? 'Claims and attributes are missing from tokens and answers'
      : 'Writes are refused, and federated sign-in fails where a mapped attribute cannot be written';
    if (from.value === undefined && to.value !== undefined) {
      return [{ verdict: 'breaks-clients', effect: `${failing} for everything that is not listed now.` }];
    }
    const { lost, gained } = changed(from, to);
    const rulings: Ruling[] = [];
    if (lost.length > 0) rulings.push({ verdict: 'breaks-clients', effect: `${failing}: ${lost.join(', ')}.` });
    const pool = comparison.after.resourceAt(after.resource.properties['UserPoolId'] ?? null);
    const deciding =
      pool === undefined
        ? []
        : (comparison.after.intent.authorizationAttributes.get(
            `${pool.stack.artifact.path}/${pool.resource.logicalId}`,
          ) ?? []);
    const own = isRead ? [] : gained.filter((each) => deciding.includes(each));
    if (own.length > 0)
      rulings.push({ verdict: 'weakens', effect: `Users can change what applications decide on: ${own.join(', ')}.` });
    if (rulings.length === 0 && gained.length > 0)
      rulings.push({ verdict: 'neutral', effect: `Also possible: ${gained.join(', ')}.` });
    return rulings;
  },
};

export const oauthSwitch: PropertyRule = {
  kind: 'property',
  id: 'oauth-switched',
  what: 'Without AllowedOAuthFlowsUserPoolClient a client has no OAuth grants.',
  source: 'CreateUserPoolClient',
  types,
  properties: ['AllowedOAuthFlowsUserPoolClient'],
  judge: ({ after, to }) => {
    if (to.value === false)
      return [{ verdict: 'breaks-clients', effect: 'Sign-in through managed login and OAuth stops for this client.' }];
    const flows = settingOf(after.resource, 'AllowedOAuthFlows');
    return [{ verdict: 'neutral', effect: `OAuth grants count now: ${JSON.stringify(flows ?? [])}.` }];
  },
};
