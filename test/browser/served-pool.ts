import { sampleApp } from '../../lib/commands/sample-app';
import { startLocalPools, type LocalPools, type StackPool } from '../../lib/local-pool/local-pool';
import type { Message } from '../../lib/local-pool/state/inbox';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureStack } from '../synthesis/assembly';

/** A local pool as `npm run local` serves it, with the sample application. */
export interface ServedPool extends LocalPools, Pick<StackPool, 'pool'> {
  /** The code of the newest message to an address. */
  readonly codeTo: (address: string) => Promise<string>;
  /** The id of an app client. */
  readonly clientId: (name: string) => string;
}

/** Serves the user pool of a declared environment or of a fixture. */
export async function servePool(environment: string): Promise<ServedPool> {
  const local = await startLocalPools({
    stacks: [fixtureStack(environment)],
    port: 0,
    signingKeys,
    sampleApp,
    log: () => undefined,
  });
  const [served] = local.pools;
  if (served === undefined) throw new Error(`${environment} has no user pool.`);
  return {
    ...local,
    pool: served.pool,
    async codeTo(address) {
      await local.inbox.arrived();
      const message: Message | undefined = local.inbox.latest(address);
      if (message?.code === undefined) throw new Error(`No code was sent to ${address}.`);
      return message.code;
    },
    clientId(name) {
      const client = [...served.pool.clients.values()].find(
        (each) => each.name === name || each.name.endsWith(`-${name}`),
      );
      if (client === undefined) throw new Error(`${environment} has no client ${name}.`);
      return client.id;
    },
  };
}
