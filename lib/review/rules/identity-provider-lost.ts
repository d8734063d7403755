import { recipes } from './recipes';
import type { FateRule } from './rule';
import { isOfSamePool } from './same-pool';

const types = ['AWS::Cognito::UserPoolIdentityProvider'];
const newProfiles =
  'Everybody who signs in through this provider becomes a new, empty profile; the old profiles stay unused.';
const instead = [
  'First deployment: add the new provider beside the old one and put it into SupportedIdentityProviders.',
  'Link the old profiles to the new provider with AdminLinkProviderForUser.',
  'Second deployment: remove the old provider from the clients, then delete it.',
];

export const identityProviderReplaced: FateRule = {
  kind: 'fate',
  id: 'identity-provider-replaced',
  what: 'The user name of a federated user begins with the name of the provider: another name is another user.',
  source:
    'CloudFormation schema (create-only); shibboleth wiki (user names); lgallard/terraform-aws-cognito-user-pool#72',
  types,
  fates: ['replaced'],
  judge: ({ property }) => {
    const destroys = {
      verdict: 'destroys-users',
      effect: newProfiles,
      instead,
    } as const;
    if (property === 'ProviderType') {
      const effect =
        'A provider of that name exists until the old one is removed; whether the service refuses it is not known.';
      return [destroys, { verdict: 'effect-uncertain', effect }];
    }
    return [
      destroys,
      {
        verdict: 'breaks-clients',
        effect: 'App clients and links that name the old provider fail until they name the new one.',
      },
    ];
  },
};

export const identityProviderRenamed: FateRule = {
  kind: 'fate',
  id: 'identity-provider-renamed',
  what: 'A provider under another logical id or in another stack is created before the old one is removed; in another pool its users are new ones.',
  source: 'CreateIdentityProvider, DuplicateProviderException; CloudFormation User Guide, update behaviors',
  types,
  fates: ['renamed', 'moved'],
  judge: (happening) =>
    isOfSamePool(happening)
      ? [
          {
            verdict: 'refused-at-deploy',
            effect: 'The service refuses a second provider of the same name, and the stack rolls back.',
            instead: recipes.keepLogicalId,
          },
        ]
      : [{ verdict: 'destroys-users', effect: newProfiles, instead: recipes.keepLogicalId }],
};

export const identityProviderRemoved: FateRule = {
  kind: 'fate',
  id: 'identity-provider-removed',
  what: 'Nobody signs in through a provider that is gone.',
  source: 'DeleteIdentityProvider',
  types,
  fates: ['removed'],
  judge: ({ leftBehind }) =>
    leftBehind
      ? [{ verdict: 'weakens', effect: 'The provider stays in the pool, and no template controls it.' }]
      : [
          {
            verdict: 'breaks-clients',
            effect: 'Its users cannot sign in; clients that still list it are refused.',
            instead,
          },
        ],
};
