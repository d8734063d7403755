import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  readonly path: string;
  /** The X-Amz-Target header. */
  readonly target: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

type Answer = (request: ReceivedRequest) => { readonly status: number; readonly body: object };

/** An HTTP service on this machine that remembers what it was asked. */
export class LoopbackService {
  readonly requests: ReceivedRequest[] = [];
  readonly #server: Server;

  constructor(answer: Answer) {
    this.#server = createServer((request, response) => {
      void read(request).then((received) => {
        this.requests.push(received);
        const { status, body } = answer(received);
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
      });
    });
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }
}

async function read(request: IncomingMessage): Promise<ReceivedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  const target = request.headers['x-amz-target'];
  return {
    path: request.url ?? '',
    target: typeof target === 'string' ? target : undefined,
    authorization: request.headers.authorization,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
