import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ListenError } from './listen-error';

/** Servers that listen on one port of some addresses of this machine. */
export interface Listening {
  readonly port: number;
  /** Ends every connection. */
  close(): Promise<void>;
}

const loopback = '127.0.0.1';

/** Loopback always, as the functions of the pools ask there; an address for all of the machine has it in it. */
function addressesWith(beyond: string | undefined): readonly string[] {
  if (beyond === undefined || beyond === loopback) return [loopback];
  return beyond === '0.0.0.0' || beyond === '::' ? [beyond] : [loopback, beyond];
}

/**
 * Listens on loopback alone, as the pool holds working credentials, unless an address beyond it is given on purpose.
 * @param port 0 takes a free one
 * @throws ListenError when an address or the port cannot be had; nothing listens then
 */
export async function listen(makeServer: () => Server, port: number, beyond?: string): Promise<Listening> {
  const servers: Server[] = [];
  let closing: Promise<unknown> | undefined;
  const close = async (): Promise<void> => {
    closing ??= Promise.all(servers.map(closeServer));
    await closing;
  };
  let taken = port;
  for (const address of addressesWith(beyond)) {
    const server = makeServer();
    server.listen(taken, address);
    try {
      await once(server, 'listening');
    } catch (error) {
      await close();
      throw new ListenError(address, taken, error);
    }
    servers.push(server);
    taken = (server.address() as AddressInfo).port;
  }
  return { port: taken, close };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}
