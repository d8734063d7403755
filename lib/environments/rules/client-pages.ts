import { isPagesClient } from '../user-clients';
import { defineRule, type Rule } from './rule';

/** What clients need of managed login: its pages, or its token endpoint. */
export const clientPagesRules: readonly Rule[] = [
  defineRule({
    id: 'client-pages-need-pages',
    what: 'A client signs in by the pages of managed login only where these are on.',
    source:
      'Cognito Developer Guide, managed login: the pages and the OAuth 2.0 endpoints are at the domain of the pool.',
    reads: ['clients', 'managedLogin'],
    check: ({ clients, managedLogin }) =>
      Object.entries(clients).flatMap(([name, client]) =>
        managedLogin.pages === 'off' && isPagesClient(client) && client.managedLogin.use === 'on'
          ? [
              {
                path: ['clients', name, 'managedLogin', 'use'],
                got: 'on',
                allowed: '"off" while managedLogin.pages is "off"',
                instead: 'Write managedLogin { pages: "on", domain }, or { use: "off" } here.',
              },
            ]
          : [],
      ),
  }),
  defineRule({
    id: 'machine-client-needs-pages',
    what: 'A machine needs the token endpoint of managed login.',
    source: 'Cognito Developer Guide, machine-to-machine authorization: client credentials need a user pool domain.',
    reads: ['clients', 'managedLogin'],
    check: ({ clients, managedLogin }) =>
      Object.entries(clients).flatMap(([name, { kind }]) =>
        managedLogin.pages === 'off' && kind === 'machine'
          ? [
              {
                path: ['clients', name, 'kind'],
                got: kind,
                allowed: 'clients of other kinds while managedLogin.pages is "off"',
                instead: 'Write managedLogin { pages: "on", domain }: machines get their tokens at that domain.',
              },
            ]
          : [],
      ),
  }),
];
