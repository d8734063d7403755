import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server got. */
export interface Received {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers a request, or leaves it without an answer. */
export type Respond = (response: ServerResponse, request: Received) => void;

export interface LoopbackServer {
  readonly url: string;
  readonly received: readonly Received[];
  /** Changes what the next requests get, and forgets the earlier ones. */
  now(respond: Respond): void;
  close(): Promise<void>;
}

/** An HTTP server on a free port of this machine that does what a test says. */
export async function loopbackServer(first: Respond): Promise<LoopbackServer> {
  let respond = first;
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got = { method: request.method, headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      received.push(got);
      respond(response, got);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    now(next) {
      respond = next;
      received.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(status: number, value: unknown): Respond {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  };
}

export const never: Respond = () => undefined;

/** The environment in which the AWS SDK talks to this server, as it does to the local user pool. */
export function awsEnvironment(service: string, url: string): Record<string, string> {
  return {
    [`AWS_ENDPOINT_URL_${service}`]: url,
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    // Nothing of the developer's own configuration takes part.
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
}
