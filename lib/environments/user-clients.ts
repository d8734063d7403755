import type { Environment } from './environment';

type AppClient = Environment['clients'][string];

/** A client through which people sign in; a machine signs in as itself. */
export type UserClient = Exclude<AppClient, { readonly kind: 'machine' }>;

/** A client that may have pages of managed login. */
export type PagesClient = Extract<AppClient, { readonly managedLogin: unknown }>;

/** A client with a secret. */
export type ConfidentialClient = Extract<AppClient, { readonly secretRotation: unknown }>;

export function isUserClient(client: AppClient): client is UserClient {
  return client.kind !== 'machine';
}

export function isPagesClient(client: AppClient): client is PagesClient {
  return 'managedLogin' in client;
}

export function isConfidentialClient(client: AppClient): client is ConfidentialClient {
  return 'secretRotation' in client;
}

/** The clients through which people sign in, with their names. */
export function userClients(clients: Environment['clients']): readonly (readonly [name: string, client: UserClient])[] {
  return Object.entries(clients).flatMap(([name, client]) => (isUserClient(client) ? [[name, client] as const] : []));
}
