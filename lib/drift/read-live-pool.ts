import {
  DescribeIdentityProviderCommand,
  DescribeUserPoolClientCommand,
  DescribeUserPoolCommand,
  DescribeUserPoolDomainCommand,
  GetLogDeliveryConfigurationCommand,
  GetUserPoolMfaConfigCommand,
  paginateListGroups,
  paginateListIdentityProviders,
  paginateListResourceServers,
  paginateListUserPoolClients,
  DescribeResourceServerCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { CognitoIdentityProviderClient, IdentityProviderType } from '@aws-sdk/client-cognito-identity-provider';
import type { LiveClient, LiveDomain, LivePool } from './live-pool';
import { readRiskConfigurations } from './read-risk-configurations';
import { secretDetails } from './secret-details';

/** A way to the service. */
export interface Reader {
  readonly cognito: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  readonly signal?: AbortSignal | undefined;
  /** Runs a call; what it throws comes out in the caller's words. */
  readonly attempt: <Answer>(operation: string, run: () => Promise<Answer>) => Promise<Answer>;
}

/** Reads the pool and all that belongs to it. One call after the other: the service allows few in a second. */
export async function readLivePool(reader: Reader): Promise<LivePool> {
  const { cognito, userPoolId: UserPoolId, signal, attempt } = reader;
  const options = { ...(signal && { abortSignal: signal }) };
  const { UserPool: pool = {} } = await attempt('DescribeUserPool', () =>
    cognito.send(new DescribeUserPoolCommand({ UserPoolId }), options),
  );
  const { $metadata, ...mfa } = await attempt('GetUserPoolMfaConfig', () =>
    cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId }), options),
  );
  const { LogDeliveryConfiguration: logs } = await attempt('GetLogDeliveryConfiguration', () =>
    cognito.send(new GetLogDeliveryConfigurationCommand({ UserPoolId }), options),
  );
  const groups = await listed(reader, 'ListGroups', paginateListGroups, ({ Groups }) => Groups);
  const clients = await readClients(reader);
  return {
    id: UserPoolId,
    pool,
    mfa,
    clients,
    domains: await readDomains(reader, [pool.Domain, pool.CustomDomain]),
    groups,
    identityProviders: await readIdentityProviders(reader),
    resourceServers: await readResourceServers(reader),
    riskConfigurations: await readRiskConfigurations(
      reader,
      clients.map(({ ClientId = '' }) => ClientId),
    ),
    logConfigurations: logs?.LogConfigurations ?? [],
  };
}

/** All pages of a list. */
async function listed<Page, Item>(
  { cognito, userPoolId: UserPoolId, attempt }: Reader,
  operation: string,
  paginate: (
    config: { client: typeof cognito },
    input: { UserPoolId: string; MaxResults?: number },
  ) => AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[] | undefined,
  input: { readonly MaxResults?: number } = {},
): Promise<readonly Item[]> {
  return attempt(operation, async () => {
    const items: Item[] = [];
    for await (const page of paginate({ client: cognito }, { UserPoolId, ...input }))
      items.push(...(itemsOf(page) ?? []));
    return items;
  });
}

async function readClients(reader: Reader): Promise<readonly LiveClient[]> {
  const { cognito, userPoolId: UserPoolId, attempt } = reader;
  const clients: LiveClient[] = [];
  const names = await listed(
    reader,
    'ListUserPoolClients',
    paginateListUserPoolClients,
    (page) => page.UserPoolClients,
  );
  for (const { ClientId } of names) {
    const { UserPoolClient: { ClientSecret, ...client } = {} } = await attempt('DescribeUserPoolClient', () =>
      cognito.send(new DescribeUserPoolClientCommand({ UserPoolId, ClientId })),
    );
    clients.push({ ...client, hasSecret: ClientSecret !== undefined });
  }
  return clients;
}

/** A pool has room for a prefix and for a name of one's own. */
async function readDomains(
  { cognito, attempt }: Reader,
  names: readonly (string | undefined)[],
): Promise<readonly LiveDomain[]> {
  const domains: LiveDomain[] = [];
  for (const Domain of names) {
    if (Domain === undefined) continue;
    const { DomainDescription: domain } = await attempt('DescribeUserPoolDomain', () =>
      cognito.send(new DescribeUserPoolDomainCommand({ Domain })),
    );
    if (domain?.Domain !== undefined) domains.push(domain);
  }
  return domains;
}

async function readIdentityProviders(reader: Reader): Promise<readonly IdentityProviderType[]> {
  const { cognito, userPoolId: UserPoolId, attempt } = reader;
  const providers: IdentityProviderType[] = [];
  const names = await listed(reader, 'ListIdentityProviders', paginateListIdentityProviders, (page) => page.Providers);
  for (const { ProviderName } of names) {
    const { IdentityProvider: { ProviderDetails = {}, ...provider } = {} } = await attempt(
      'DescribeIdentityProvider',
      () => cognito.send(new DescribeIdentityProviderCommand({ UserPoolId, ProviderName })),
    );
    const open = Object.entries(ProviderDetails).filter(([name]) => !secretDetails.has(name));
    providers.push({ ...provider, ProviderDetails: Object.fromEntries(open) });
  }
  return providers;
}

async function readResourceServers(reader: Reader): Promise<LivePool['resourceServers']> {
  const { cognito, userPoolId: UserPoolId, attempt } = reader;
  const servers: LivePool['resourceServers'][number][] = [];
  const names = await listed(
    reader,
    'ListResourceServers',
    paginateListResourceServers,
    (page) => page.ResourceServers,
    // The service asks for it and takes no more.
    { MaxResults: 50 },
  );
  for (const { Identifier } of names) {
    const { ResourceServer: server } = await attempt('DescribeResourceServer', () =>
      cognito.send(new DescribeResourceServerCommand({ UserPoolId, Identifier })),
    );
    if (server !== undefined) servers.push(server);
  }
  return servers;
}
