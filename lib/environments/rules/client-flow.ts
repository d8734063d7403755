import type { Environment } from '../environment';
import { isPagesClient, type UserClient, userClients } from '../user-clients';
import { defineRule, type Rule } from './rule';

type Clients = Environment['clients'];
export type AuthFlow = UserClient['authFlows'][number];

/** The names of the clients that allow one of the flows. */
export function clientsWithFlow(clients: Clients, flows: readonly AuthFlow[]): readonly string[] {
  return userClients(clients)
    .filter(([, client]) => (client.authFlows as readonly AuthFlow[]).some((flow) => flows.includes(flow)))
    .map(([name]) => name);
}

/** How users come in through an app client, and for how long. */
export const clientFlowRules: readonly Rule[] = [
  defineRule({
    id: 'client-needs-sign-in-flow',
    what: 'A client has a flow by which users can sign in, or the pages of managed login.',
    source: 'ALLOW_REFRESH_TOKEN_AUTH alone renews sessions that nobody can start.',
    reads: ['clients'],
    check: ({ clients }) =>
      userClients(clients)
        .filter(([, client]) => !isPagesClient(client) || client.managedLogin.use === 'off')
        .filter(([, { authFlows }]) => authFlows.every((flow) => flow === 'ALLOW_REFRESH_TOKEN_AUTH'))
        .map(([name, { authFlows }]) => ({
          path: ['clients', name, 'authFlows'],
          got: authFlows,
          allowed: 'at least one flow beside ALLOW_REFRESH_TOKEN_AUTH',
          instead: 'Add the flow that the app signs in with, ALLOW_USER_SRP_AUTH where it can.',
        })),
  }),
  defineRule({
    id: 'client-needs-refresh-flow',
    what: 'A client allows ALLOW_REFRESH_TOKEN_AUTH exactly where its refresh tokens do not rotate.',
    source: 'Cognito refuses a list of ALLOW_ flows without it, unless refresh tokens rotate (aws-cdk issue 7625).',
    covers: ['deploy-33'],
    reads: ['clients'],
    check: ({ clients }) =>
      userClients(clients)
        .filter(
          ([, { authFlows, refreshTokenRotation }]) =>
            authFlows.some((flow) => flow === 'ALLOW_REFRESH_TOKEN_AUTH') === refreshTokenRotation.enabled,
        )
        .map(([name, { authFlows, refreshTokenRotation }]) => ({
          path: ['clients', name, 'authFlows'],
          got: authFlows,
          allowed: `a list ${refreshTokenRotation.enabled ? 'without' : 'with'} ALLOW_REFRESH_TOKEN_AUTH`,
          instead: refreshTokenRotation.enabled
            ? 'Remove ALLOW_REFRESH_TOKEN_AUTH: tokens that rotate are used with GetTokensFromRefreshToken.'
            : 'Add ALLOW_REFRESH_TOKEN_AUTH, or switch refreshTokenRotation on.',
        })),
  }),
  defineRule({
    id: 'token-within-refresh',
    what: 'Access and ID tokens do not outlive the refresh token.',
    source: 'Cognito API, CreateUserPoolClient: AccessTokenValidity, IdTokenValidity.',
    covers: ['deploy-31'],
    reads: ['clients'],
    check: ({ clients }) =>
      userClients(clients).flatMap(([name, client]) => {
        const limit = client.refreshTokenHours * 60;
        return (['accessTokenMinutes', 'idTokenMinutes'] as const)
          .filter((field) => client[field] > limit)
          .map((field) => ({
            path: ['clients', name, field],
            got: client[field],
            allowed: `at most ${limit} minutes, the life of the refresh token`,
            instead: `Write ${limit} or less, or make refreshTokenHours at least ${Math.ceil(client[field] / 60)}.`,
          }));
      }),
  }),
  defineRule({
    id: 'legacy-password-outside-production',
    what: 'Production has no client that sends the password itself without a secret.',
    source: 'RFC 9700 section 2.4; OWASP ASVS 5.0, 10.4.4.',
    reads: ['class', 'clients'],
    check: (environment) =>
      userClients(environment.clients)
        .filter(([, { kind }]) => environment.class === 'production' && kind === 'legacy-password')
        .map(([name, { kind }]) => ({
          path: ['clients', name, 'kind'],
          got: kind,
          allowed: '"browser" or "server" in class production',
          instead: 'Move the app to SRP (kind "browser") or behind a server (kind "server").',
        })),
  }),
  defineRule({
    id: 'user-existence-errors-in-production',
    what: 'In production no client tells whether a user exists.',
    source: 'Cognito Developer Guide, managing user existence errors; OWASP ASVS 5.0, 6.3.8.',
    reads: ['class', 'clients'],
    check: (environment) =>
      userClients(environment.clients)
        .filter(([, client]) => environment.class === 'production' && !client.preventUserExistenceErrors.enabled)
        .map(([name]) => ({
          path: ['clients', name, 'preventUserExistenceErrors', 'enabled'],
          got: false,
          allowed: 'true in class production',
          instead: 'Write { enabled: true }; an app that reads UserNotFoundException has to stop.',
        })),
  }),
  defineRule({
    id: 'token-revocation-in-production',
    what: 'In production the refresh tokens of every client can be revoked.',
    source: 'Cognito Developer Guide, token revocation; OWASP ASVS 5.0, 7.4.1 and 10.4.9.',
    reads: ['class', 'clients'],
    check: (environment) =>
      userClients(environment.clients)
        .filter(([, client]) => environment.class === 'production' && !client.tokenRevocation.enabled)
        .map(([name]) => ({
          path: ['clients', name, 'tokenRevocation', 'enabled'],
          got: false,
          allowed: 'true in class production',
          instead: 'Write { enabled: true }: otherwise a stolen session lasts until it ends by itself.',
        })),
  }),
];
