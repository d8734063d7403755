import { nameRules } from '../../../lib/environments/rules/names';
import { client, draft } from '../draft';
import { oidc } from '../pages-drafts';
import { testRules } from './rule-rows';

testRules(nameRules, {
  broken: [
    {
      rule: 'client-names-differ',
      what: 'clients that differ by a hyphen',
      candidate: draft((e) => (e.clients['back-end'] = client(e, 'backend'))),
      path: 'clients.back-end',
      instead: 'Rename it',
    },
    {
      rule: 'group-names-differ',
      what: 'groups that differ by a hyphen',
      candidate: draft((e) => (e.groups['ad-mins'] = { description: 'Others.', precedence: 3 })),
      path: 'groups.ad-mins',
      instead: 'Rename it',
    },
    {
      rule: 'identity-provider-names-differ',
      what: 'identity providers that differ by a hyphen',
      candidate: draft((e) => (e.identityProviders = { partner: oidc(), 'part-ner': oidc() })),
      path: 'identityProviders.part-ner',
      instead: 'Rename it',
    },
    {
      rule: 'resource-server-names-differ',
      what: 'resource servers that differ by a hyphen',
      candidate: draft((e) => {
        e.resourceServers = {
          backend: { identifier: 'https://one.example.com', scopes: { read: 'See.' } },
          'back-end': { identifier: 'https://other.example.com', scopes: { read: 'See.' } },
        };
      }),
      path: 'resourceServers.back-end',
      instead: 'Rename it',
    },
    {
      rule: 'group-precedence-unique',
      what: 'two groups that both come first',
      candidate: draft((e) => (e.groups['owners'] = { description: 'Owners.', precedence: 0 })),
      path: 'groups.owners.precedence',
      instead: 'a lower number if this group is to come first',
    },
    {
      rule: 'default-group-declared',
      what: 'a default group that does not exist',
      candidate: draft((e) => (e.triggers.postConfirmation = { defaultGroup: 'customers' })),
      path: 'triggers.postConfirmation.defaultGroup',
      instead: 'add "customers" to groups',
    },
  ],
});
