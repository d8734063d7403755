import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Randomness } from '../randomness';
import type { LocalService } from '../service';
import type { Inbox } from '../state/inbox';
import { secretsManager, type SecretStore } from '../stand-ins/secrets-manager';
import type { ApiReply } from './api';
import { answer } from './api';
import { keySet, openIdConfiguration } from './discovery';
import { isAllowedHost } from './host-check';

export interface ServerOptions {
  readonly allowedHosts: readonly string[];
  readonly randomness: Randomness;
  readonly inbox: Inbox;
  readonly secrets: SecretStore;
  /** The pools; they are made once the port is known. */
  readonly service: () => LocalService;
  /** Called once a request of the API, with nothing of its content. */
  readonly log: (outcome: ApiReply['outcome'], status: number) => void;
}

/** What a route answers. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where the functions of the pool find what stands in for an AWS service. */
export const standInPaths = { secretsManager: '/stand-ins/secrets-manager' } as const;

const jsonType = { 'Content-Type': 'application/json' };
const apiType = { 'Content-Type': 'application/x-amz-json-1.1' };
const largestBody = 1024 * 1024;

/** Browser apps call the service across origins, so the local copy answers any origin as the service does. */
const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};
const preflight = {
  ...crossOrigin,
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
  'Access-Control-Allow-Headers':
    'content-type, x-amz-target, x-amz-user-agent, cache-control, authorization, x-amz-date, x-amz-security-token, ' +
    'x-amz-content-sha256, amz-sdk-invocation-id, amz-sdk-request',
  'Access-Control-Max-Age': '600',
};

/** The HTTP server, not yet listening. */
export function createHttpServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    route(request, options)
      .catch((error: unknown) => refusal(500, error instanceof Error ? error.message : String(error)))
      .then((reply) => {
        send(response, reply);
      })
      .catch(() => {
        response.destroy();
      });
  });
}

async function route(request: IncomingMessage, options: ServerOptions): Promise<Reply> {
  const { host } = request.headers;
  if (!isAllowedHost(host, options.allowedHosts))
    return refusal(403, `Host ${host ?? '(none)'} is not loopback. Start with --allow-host to let it in.`);
  // The SDKs end an endpoint's path with a slash.
  const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(/(?<=.)\/$/, '');
  if (request.method === 'OPTIONS') return { status: 204, headers: preflight, body: '' };
  if (request.method === 'POST' && path === '/') return api(request, options);
  if (request.method === 'POST' && path === standInPaths.secretsManager) return standIn(request, options);
  if (request.method === 'GET' && path === '/inbox')
    return { status: 200, headers: jsonType, body: JSON.stringify(options.inbox.all(), null, 2) };
  const [, poolId = '', document] = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
  const pool = options.service().pools.get(poolId);
  if (request.method === 'GET' && pool !== undefined) {
    const body = document === 'jwks.json' ? await keySet(pool) : openIdConfiguration(pool);
    return { status: 200, headers: { ...jsonType, ...crossOrigin }, body: JSON.stringify(body) };
  }
  return refusal(
    404,
    `Nothing answers ${request.method ?? ''} ${path} here. The API is POST /, the messages are GET /inbox.`,
  );
}

async function api(request: IncomingMessage, options: ServerOptions): Promise<Reply> {
  const body = await read(request);
  if (body === undefined) return refusal(413, `A request may be ${largestBody} bytes at the most.`);
  const target = request.headers['x-amz-target'];
  const {
    status,
    body: answered,
    outcome,
  } = await answer(options.service(), {
    target: typeof target === 'string' ? target : undefined,
    authorization: request.headers.authorization,
    body,
  });
  options.log(outcome, status);
  return {
    status,
    headers: {
      ...apiType,
      ...crossOrigin,
      'x-amzn-RequestId': options.randomness.uuid(),
      ...(outcome.error !== undefined && {
        'x-amzn-ErrorType': `${outcome.error.type}:`,
        'x-amzn-ErrorMessage': headerText(outcome.error.message),
      }),
    },
    body: JSON.stringify(answered),
  };
}

async function standIn(request: IncomingMessage, { secrets }: ServerOptions): Promise<Reply> {
  const body = await read(request);
  if (body === undefined) return refusal(413, `A request may be ${largestBody} bytes at the most.`);
  const target = request.headers['x-amz-target'];
  const reply = secretsManager(typeof target === 'string' ? target : undefined, body, secrets);
  return { status: reply.status, headers: apiType, body: JSON.stringify(reply.body) };
}

/** The whole body; undefined when it is larger than allowed. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refusal(status: number, message: string): Reply {
  return { status, headers: jsonType, body: JSON.stringify({ message }) };
}

/** Header values are Latin-1 without control characters (RFC 9110 section 5.5). */
function headerText(message: string): string {
  return message.replace(/[^\x20-\x7e]/g, '?');
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}
