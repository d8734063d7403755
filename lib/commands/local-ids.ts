import {
  CognitoIdentityProviderClient,
  paginateListUserPoolClients,
  paginateListUserPools,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ApplicationIds } from './application-ids';
import { NotRunningError } from './target-error';

export interface LocalPoolName {
  /** Where `npm run local` listens, without a final slash. */
  readonly endpoint: string;
  readonly region: string;
  /** UserPoolName: the ids are new at each start. */
  readonly poolName: string;
  /** For messages. */
  readonly environment: string;
  readonly signal?: AbortSignal | undefined;
}

/**
 * The ids of a pool that runs on this machine, asked of its API by the names that are in the template.
 *
 * @throws NotRunningError when nothing answers, or not exactly one pool has the name
 */
export async function localIds(local: LocalPoolName): Promise<ApplicationIds> {
  const { endpoint, region, environment, signal } = local;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProviderClient({ endpoint, region, credentials, maxAttempts: 1 });
  try {
    const userPoolId = await poolCalled(local, cognito);
    const clients = new Map<string, string>();
    for await (const { UserPoolClients = [] } of paginateListUserPoolClients(
      { client: cognito },
      { UserPoolId: userPoolId },
    )) {
      for (const { ClientName: name = '', ClientId: id = '' } of UserPoolClients) clients.set(name, id);
    }
    return {
      userPoolId,
      issuer: await issuerOf(endpoint, userPoolId),
      clientId: ({ name }) => {
        const id = clients.get(name);
        if (id !== undefined) return id;
        const known = [...clients.keys()].join(', ') || 'none';
        throw new NotRunningError(
          `The local pool ${userPoolId} at ${endpoint} has no app client ${name}: it has ${known}.`,
          environment,
        );
      },
      // The local pool has none.
      identityPoolId: undefined,
    };
  } catch (error) {
    if (error instanceof NotRunningError || signal?.aborted === true) throw error;
    const reason = error instanceof Error ? error.message || error.name : String(error);
    throw new NotRunningError(`No local pool answers at ${endpoint}: ${reason}.`, environment, { cause: error });
  } finally {
    cognito.destroy();
  }
}

async function poolCalled(
  { endpoint, poolName, environment }: LocalPoolName,
  cognito: CognitoIdentityProviderClient,
): Promise<string> {
  const pools: { readonly name: string; readonly id: string }[] = [];
  for await (const { UserPools = [] } of paginateListUserPools({ client: cognito }, { MaxResults: 60 })) {
    for (const { Name: name = '', Id: id = '' } of UserPools) pools.push({ name, id });
  }
  const found = pools.filter(({ name }) => name === poolName);
  const [pool] = found;
  if (pool !== undefined && found.length === 1) return pool.id;
  const known = pools.map(({ name, id }) => `${name} (${id})`).join(', ') || 'none';
  throw new NotRunningError(
    `${found.length} user pools at ${endpoint} have the name ${poolName}. Those that run there: ${known}.`,
    environment,
  );
}

/** The issuer as the pool itself tells it (OpenID Connect Discovery 1.0 section 4). */
async function issuerOf(endpoint: string, userPoolId: string): Promise<string> {
  const response = await fetch(`${endpoint}/${userPoolId}/.well-known/openid-configuration`);
  const { issuer } = (await response.json()) as { readonly issuer: unknown };
  if (typeof issuer !== 'string') throw new TypeError(`its discovery document tells no issuer`);
  return issuer;
}
