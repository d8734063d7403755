import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createHttpServer, type ServerOptions } from '../../lib/local-pool/server/http-server';
import type { BuiltPool } from '../local-pool/pool-builder';
import { serverOptions } from '../local-pool/server-options';

export interface Answer {
  readonly status: number;
  readonly body: string;
}

/** The HTTP server of a built pool on a free port, and what it logged. */
export interface Listening {
  readonly server: Server;
  readonly port: number;
  readonly logged: readonly string[];
  /** A request of the API. */
  readonly post: (operation: string, body: string) => Promise<Answer>;
  readonly close: () => Promise<void>;
}

export async function listen(
  built: BuiltPool,
  options: Pick<ServerOptions, 'requestTimeoutMilliseconds'> = {},
): Promise<Listening> {
  const logged: string[] = [];
  const server = createHttpServer({
    ...serverOptions(built),
    log: ({ operation, error }, status) => logged.push(`${operation} ${status} ${error?.detail ?? ''}`),
    ...options,
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    server,
    port,
    logged,
    async post(operation, body) {
      const answer = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers: {
          'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
          Authorization: 'AWS4-HMAC-SHA256 Credential=any/20261121/eu-west-1/cognito-idp/aws4_request',
        },
        body,
      });
      return { status: answer.status, body: await answer.text() };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
