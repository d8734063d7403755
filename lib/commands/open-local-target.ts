import { startLocalPool } from '../local-pool/local-pool';
import type { LocalPool } from '../local-pool/local-pool';
import type { ChosenClient } from '../sign-in/choose-client';
import { pathOf } from '../sign-in/find-user-pool';
import type { Inbox } from '../sign-in/inbox';
import { connect } from './connect';
import type { Blueprint } from './connect';
import type { Io } from './io';
import type { OpenTarget } from './open-target';

export interface LocalTargetOptions {
  readonly blueprint: Blueprint;
  readonly chosen: ChosenClient;
  readonly io: Pick<Io, 'signal' | 'signingKeys'>;
}

/**
 * Starts the user pool in this process, on any free port of the loopback.
 *
 * @throws SettingsError when the template cannot be run here, and whatever connect throws
 */
export async function openLocalTarget({ blueprint, chosen, io }: LocalTargetOptions): Promise<OpenTarget> {
  const lines: string[] = [];
  const { signal, signingKeys } = io;
  const local = await startLocalPool({
    stack: blueprint.stack.artifact,
    path: pathOf(blueprint.pool),
    neighbours: blueprint.neighbours,
    port: 0,
    signingKeys,
    log: (line) => lines.push(line),
  });
  const { origin, outputs } = local;
  try {
    const { target, disconnect } = await connect(blueprint, {
      outputs,
      idOf: (logicalId) => idOf(local.pool, logicalId),
      issuerOf: () => local.pool.issuer,
      endpoint: origin,
      cognito: {
        endpoint: origin,
        region: local.pool.settings.region,
        credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      },
      chosen,
      inbox: inboxOf(local),
      signal,
    });
    return {
      target,
      place: 'on this machine',
      removalOf: () => 'It is gone with the local pool.',
      log: () => lines,
      async close() {
        disconnect();
        await local.close();
      },
    };
  } catch (error) {
    await local.close();
    throw error;
  }
}

/** What `GET /inbox` shows, for a journey. */
function inboxOf({ inbox }: Pick<LocalPool, 'inbox'>): Inbox {
  return {
    async newestCode(kind, to) {
      await inbox.arrived();
      return inbox.latest(to, kind)?.code;
    },
  };
}

function idOf({ id, settings, clients }: LocalPool['pool'], logicalId: string): string | undefined {
  if (logicalId === settings.logicalId) return id;
  return [...clients.values()].find((client) => client.logicalId === logicalId)?.id;
}
