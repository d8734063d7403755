import type { Environment } from '../environment';
import type { Path } from '../problem';
import { isPagesClient } from '../user-clients';
import { defineRule, type Rule } from './rule';

/** Scopes that every user pool has; all but the last are of OpenID Connect. */
const scopesOfTheService = ['openid', 'email', 'phone', 'profile', 'aws.cognito.signin.user.admin'];

/** Scopes that say what an ID token tells, and mean nothing without one. */
const claimScopes = ['email', 'phone', 'profile'];

const mostScopes = 100;

/** What a value of an SSM parameter may hold, of the standard tier, in bytes; a scope is ASCII. */
const parameterBytes = 4096;

interface AskedScopes {
  readonly path: Path;
  readonly kind: Environment['clients'][string]['kind'];
  readonly scopes: readonly string[];
}

/** What the clients ask for, by the pages of managed login and as machines. */
function askedScopes(clients: Environment['clients']): readonly AskedScopes[] {
  return Object.entries(clients).flatMap(([name, client]): readonly AskedScopes[] => {
    const { kind } = client;
    if (client.kind === 'machine') return [{ path: ['clients', name, 'scopes'], kind, scopes: client.scopes }];
    if (!isPagesClient(client) || client.managedLogin.use === 'off') return [];
    return [{ path: ['clients', name, 'managedLogin', 'scopes'], kind, scopes: client.managedLogin.scopes }];
  });
}

/** Every scope of a declared resource server, as clients ask for it. */
function customScopes(resourceServers: Environment['resourceServers']): readonly string[] {
  return Object.values(resourceServers).flatMap(({ identifier, scopes }) =>
    Object.keys(scopes).map((scope) => `${identifier}/${scope}`),
  );
}

/** What access tokens are good for (AllowedOAuthScopes), and the APIs that say so. */
export const scopeRules: readonly Rule[] = [
  defineRule({
    id: 'client-scope-exists',
    what: 'A client asks for scopes that the service or a declared resource server has.',
    source: 'Cognito API, CreateUserPoolClient: ScopeDoesNotExistException.',
    covers: ['deploy-40'],
    reads: ['clients', 'resourceServers'],
    check: ({ clients, resourceServers }) => {
      const custom = customScopes(resourceServers);
      return askedScopes(clients).flatMap(({ path, kind, scopes }) => {
        const known = kind === 'machine' ? custom : [...scopesOfTheService, ...custom];
        return scopes.flatMap((scope, index) =>
          known.includes(scope)
            ? []
            : [
                {
                  path: [...path, index],
                  got: scope,
                  allowed: known.join(', ') || 'nothing, as no resource server is declared',
                  instead: 'Write one of these, or declare it in resourceServers, under scopes.',
                },
              ],
        );
      });
    },
  }),
  defineRule({
    id: 'claim-scope-needs-openid',
    what: 'A client that asks for email, phone or profile asks for openid.',
    source: 'Cognito Developer Guide, scopes: these can be requested only together with openid.',
    reads: ['clients'],
    check: ({ clients }) =>
      askedScopes(clients).flatMap(({ path, scopes }) => {
        const claims = scopes.filter((scope) => claimScopes.includes(scope));
        return claims.length === 0 || scopes.includes('openid')
          ? []
          : [{ path, got: scopes, allowed: `openid beside ${claims.join(', ')}`, instead: 'Add "openid".' }];
      }),
  }),
  defineRule({
    id: 'client-scopes-fit-parameter',
    what: `The scopes of a client have at most ${parameterBytes} characters together.`,
    source: 'AWS Systems Manager, PutParameter: a standard parameter, in which applications find them, holds 4 KB.',
    reads: ['clients'],
    check: ({ clients }) =>
      askedScopes(clients).flatMap(({ path, scopes }) => {
        const { length } = scopes.join(' ');
        return length <= parameterBytes
          ? []
          : [
              {
                path,
                got: `${length} characters`,
                allowed: `at most ${parameterBytes}, with a space between two`,
                instead: 'Ask for fewer, or give the resource server a shorter identifier.',
              },
            ];
      }),
  }),
  defineRule({
    id: 'resource-server-scope-limit',
    what: `A resource server has at most ${mostScopes} scopes.`,
    source: 'Cognito API, CreateResourceServer: Scopes.',
    covers: ['deploy-40'],
    reads: ['resourceServers'],
    check: ({ resourceServers }) =>
      Object.entries(resourceServers).flatMap(([name, { scopes }]) => {
        const count = Object.keys(scopes).length;
        return count <= mostScopes
          ? []
          : [
              {
                path: ['resourceServers', name, 'scopes'],
                got: `${count} scopes`,
                allowed: `at most ${mostScopes}`,
                instead: 'Remove some, or declare another resource server for a part of them.',
              },
            ];
      }),
  }),
  defineRule({
    id: 'resource-server-identifier-once',
    what: 'No two resource servers have the same identifier.',
    source: 'Cognito API, CreateResourceServer: the identifier names the resource server; a second one is refused.',
    covers: ['deploy-40'],
    reads: ['resourceServers'],
    check: ({ resourceServers }) => {
      const servers = Object.entries(resourceServers);
      return servers.flatMap(([name, { identifier }], index) => {
        const other = servers.slice(0, index).find(([, earlier]) => earlier.identifier === identifier);
        return other === undefined
          ? []
          : [
              {
                path: ['resourceServers', name, 'identifier'],
                got: identifier,
                allowed: `an identifier other than that of "${other[0]}"`,
                instead: `Write another one, or move its scopes to "${other[0]}".`,
              },
            ];
      });
    },
  }),
];
