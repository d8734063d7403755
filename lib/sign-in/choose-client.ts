import type { ClientFacts } from './client-facts';
import type { ClientFlow, PasswordFlow } from './target';

/** No app client can run the journey, or not the one that was named. */
export class UnsuitableClientError extends Error {
  override readonly name = 'UnsuitableClientError';
}

/** What permits a flow, the present name first. */
const permissions: Readonly<Record<ClientFlow, readonly string[]>> = {
  ADMIN_USER_PASSWORD_AUTH: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH'],
  USER_PASSWORD_AUTH: ['ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'],
  USER_SRP_AUTH: ['ALLOW_USER_SRP_AUTH'],
  CUSTOM_AUTH: ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'],
  client_credentials: ['client_credentials'],
};

/** What a journey asks of the app client that it runs with. */
export interface ClientNeeds {
  /** The flows that it can do with, the one that it prefers first. */
  readonly flows: readonly ClientFlow[];
  /** Whether the client has to have a secret, or to have none; undefined: either. */
  readonly confidential?: boolean;
}

/** A server client proves its secret too; SRP last, as it takes one call more. */
const passwordFlows: readonly PasswordFlow[] = ['ADMIN_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH', 'USER_SRP_AUTH'];

/** A client that can show a password, in whatever way. */
export const anyPasswordClient: ClientNeeds = { flows: passwordFlows };

export interface ChosenClient {
  readonly client: ClientFacts;
  readonly flow: ClientFlow;
}

/** Whether an app client allows a flow, by either name of it. */
export function allowsFlow(client: AllowedFlows, flow: ClientFlow): boolean {
  return permissions[flow].some((permission) => allowedBy(client).includes(permission));
}

type AllowedFlows = Pick<ClientFacts, 'authFlows' | 'oauthFlows'>;

function allowedBy({ authFlows, oauthFlows }: AllowedFlows): readonly string[] {
  return [...authFlows, ...oauthFlows];
}

/**
 * The app client of a journey, and how it is used: the named one, or the first that may use a flow, earlier flows before later ones.
 *
 * @throws UnsuitableClientError
 */
export function chooseClient(
  clients: readonly ClientFacts[],
  name?: string,
  { flows, confidential }: ClientNeeds = anyPasswordClient,
): ChosenClient {
  const known = clients.map(describe).join('; ') || 'none';
  const candidates = name === undefined ? clients : clients.filter((client) => client.name === name);
  if (name !== undefined && candidates.length === 0)
    throw new UnsuitableClientError(`There is no app client ${name}. The template has: ${known}.`);
  const suitable = candidates.filter((each) => confidential === undefined || each.confidential === confidential);
  for (const flow of flows) {
    for (const permission of permissions[flow]) {
      const client = suitable.find((each) => allowedBy(each).includes(permission));
      if (client !== undefined) return { client, flow };
    }
  }
  const expected = flows.flatMap((flow) => permissions[flow].slice(0, 1)).join(' or ');
  const kind = confidential === undefined ? '' : ` at a client ${secrecy(confidential)}`;
  throw new UnsuitableClientError(
    `${name === undefined ? 'No app client allows a' : `The app client ${name} allows no`} flow that the journey can use. ` +
      `Expected ${expected}${kind}. ${name === undefined ? '' : 'Name another one with --client. '}The template has: ${known}.`,
  );
}

function describe(client: ClientFacts): string {
  return `${client.name} (${[...allowedBy(client), secrecy(client.confidential)].join(', ')})`;
}

function secrecy(confidential: boolean): string {
  return confidential ? 'with a secret' : 'without a secret';
}
