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

/** The app clients that a browser can use: they have no secret and let SRP in. */
export function sampleClients({ pools }: Pick<LocalService, 'pools'>): readonly SampleClient[] {
  return [...pools.values()].flatMap((pool) =>
    [...pool.clients.values()]
      .filter(
        ({ secret, explicitAuthFlows }) => secret === undefined && explicitAuthFlows.includes('ALLOW_USER_SRP_AUTH'),
      )
      .map(({ name, id }) => ({ name: `${pool.settings.name}: ${name}`, userPoolId: pool.id, clientId: id })),
  );
}
