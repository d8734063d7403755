import type { ClientFacts } from './client-facts';
import type { PasswordFlow } from './target';

/** No app client can run the journey, or not the one that was named. */
export class UnsuitableClientError extends Error {
  override readonly name = 'UnsuitableClientError';
}

/** Flows with their permission, the better one first: a server client proves its secret too. */
const flows: readonly (readonly [permission: string, PasswordFlow])[] = [
  ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  ['ADMIN_NO_SRP_AUTH', 'ADMIN_USER_PASSWORD_AUTH'],
  ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  ['USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
];

export interface ChosenClient {
  readonly client: ClientFacts;
  readonly passwordFlow: PasswordFlow;
}

/**
 * The app client that signs in: the named one, or the first that may send a password, a server client before others.
 *
 * @throws UnsuitableClientError
 */
export function chooseClient(clients: readonly ClientFacts[], name?: string): ChosenClient {
  const known = clients.map((client) => `${client.name} (${client.authFlows.join(', ')})`).join('; ') || 'none';
  const candidates = name === undefined ? clients : clients.filter((client) => client.name === name);
  if (name !== undefined && candidates.length === 0)
    throw new UnsuitableClientError(`There is no app client ${name}. The template has: ${known}.`);
  for (const [permission, passwordFlow] of flows) {
    const client = candidates.find(({ authFlows }) => authFlows.includes(permission));
    if (client !== undefined) return { client, passwordFlow };
  }
  throw new UnsuitableClientError(
    `${name === undefined ? 'No app client signs in' : `The app client ${name} does not sign in`} with a password. ` +
      'Expected ALLOW_ADMIN_USER_PASSWORD_AUTH or ALLOW_USER_PASSWORD_AUTH, as the journey does not sign in by SRP. ' +
      `Name another one with --client. The template has: ${known}.`,
  );
}
