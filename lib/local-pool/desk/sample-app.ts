import type { Client } from '../pool';
import type { LocalService } from '../service';

/** The files of the sample application: a page, its style, and its program, in which all it needs is bundled. */
export interface SampleApp {
  readonly page: string;
  readonly style: string;
  readonly script: string;
}

/** An app client as the sample application knows it. */
export interface SampleClient {
  readonly name: string;
  readonly userPoolId: string;
  readonly clientId: string;
}

/** Whether a browser can use the app client: it has no secret and lets SRP in. */
export function isSampleClient({ secret, explicitAuthFlows }: Client): boolean {
  return secret === undefined && explicitAuthFlows.includes('ALLOW_USER_SRP_AUTH');
}

/** The app clients that a browser can use. */
export function sampleClients({ pools }: Pick<LocalService, 'pools'>): readonly SampleClient[] {
  return [...pools.values()].flatMap((pool) =>
    [...pool.clients.values()]
      .filter(isSampleClient)
      .map(({ name, id }) => ({ name: `${pool.settings.name}: ${name}`, userPoolId: pool.id, clientId: id })),
  );
}
