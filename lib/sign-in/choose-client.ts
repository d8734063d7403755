import type { ClientFacts } from './client-facts';
import type { PasswordFlow } from './target';

/** No app client can run the journey, or not the one that was named. */
export class UnsuitableClientError extends Error {
  override readonly name = 'UnsuitableClientError';
}

/** What permits a flow, the present name first. */
const permissions: Readonly<Record<PasswordFlow, readonly string[]>> = {
  ADMIN_USER_PASSWORD_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
};

/** A server client proves its secret too; SRP last, as it takes one call more. */
export const everyFlow: readonly PasswordFlow[] = ['ADMIN_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'USER_SRP_AUTH'];

export interface ChosenClient {
  readonly client: ClientFacts;
  readonly passwordFlow: PasswordFlow;
}

/**
 * The app client that signs in, and how: the named one, or the first that may use a flow, earlier flows before later ones.
 *
 * @param flows those that the journey can use, the one that it prefers first
 * @throws UnsuitableClientError
 */
export function chooseClient(
  clients: readonly ClientFacts[],
  name?: string,
  flows: readonly PasswordFlow[] = everyFlow,
): ChosenClient {
  const known = clients.map((client) => `${client.name} (${client.authFlows.join(', ')})`).join('; ') || 'none';
  const candidates = name === undefined ? clients : clients.filter((client) => client.name === name);
  if (name !== undefined && candidates.length === 0)
    throw new UnsuitableClientError(`There is no app client ${name}. The template has: ${known}.`);
  for (const passwordFlow of flows) {
    for (const permission of permissions[passwordFlow]) {
      const client = candidates.find(({ authFlows }) => authFlows.includes(permission));
      if (client !== undefined) return { client, passwordFlow };
    }
  }
  const expected = flows.flatMap((flow) => permissions[flow].slice(0, 1)).join(' or ');
  throw new UnsuitableClientError(
    `${name === undefined ? 'No app client allows a' : `The app client ${name} allows no`} flow that the journey can use. ` +
      `Expected ${expected}. ${name === undefined ? '' : 'Name another one with --client. '}The template has: ${known}.`,
  );
}
