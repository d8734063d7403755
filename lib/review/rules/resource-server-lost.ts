import type { FateRule, PropertyRule } from './rule';
import { recipes } from './recipes';

const types = ['AWS::Cognito::UserPoolResourceServer'];
const source = 'CloudFormation schema (create-only); ScopeDoesNotExistException';
const breaks = {
  verdict: 'breaks-clients',
  effect:
    'Scopes are named after the resource server: tokens no longer carry them, API authorizers refuse requests, and clients that list them cannot be updated.',
  instead: recipes.bothUrls,
} as const;

export const resourceServerLost: FateRule = {
  kind: 'fate',
  id: 'resource-server-lost',
  what: 'With a resource server, or with its identifier, its scopes go.',
  source,
  types,
  fates: ['removed', 'renamed', 'moved', 'replaced'],
  judge: ({ leftBehind, fate }) =>
    leftBehind && fate === 'removed'
      ? [{ verdict: 'neutral', effect: 'The resource server stays in the pool, and no template controls it.' }]
      : [breaks],
};

export const scopesChanged: PropertyRule = {
  kind: 'property',
  id: 'scopes-of-resource-server',
  what: 'A scope that is removed from its resource server is refused to every client.',
  source,
  types,
  properties: ['Scopes', 'Scopes.'],
  judge: ({ from, to }) => {
    if (to.value === undefined) return [breaks];
    if (from.value === undefined) return [{ verdict: 'neutral', effect: 'A new scope, which no client has yet.' }];
    return [{ verdict: 'neutral', effect: 'Only the description of the scope changes.' }];
  },
};
