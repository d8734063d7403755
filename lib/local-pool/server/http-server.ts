import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Randomness } from '../randomness';
import type { LocalService } from '../service';
import type { Inbox } from '../state/inbox';
import type { KmsKeys } from '../stand-ins/kms-key';
import { answerStandIn, standInAt, type StandIn } from '../stand-ins/routes';
import type { SecretStore } from '../stand-ins/secrets-manager';
import { answer, asServiceException, type Outcome } from './api';
import { keySet, openIdConfiguration } from './discovery';
import { isAllowedHost } from './host-check';

export interface ServerOptions {
  readonly allowedHosts: readonly string[];
  readonly randomness: Randomness;
  readonly inbox: Inbox;
  readonly secrets: SecretStore;
  readonly kmsKeys: KmsKeys;
  /** The pools; they are made once the port is known. */
  readonly service: () => LocalService;
  /** How long a client may take to send a request. Default: 30,000, as on loopback none needs longer. */
  readonly requestTimeoutMilliseconds?: number;
  /** Called for every request of the API and for whatever else fails, with nothing of its content. */
  readonly log: (outcome: Outcome, status: number) => void;
}

/** What a route answers. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

const jsonType = { 'Content-Type': 'application/json' };
const apiType = { 'Content-Type': 'application/x-amz-json-1.1' };
const largestBody = 1024 * 1024;
const longestHeader = 1024;

/**
 * How long a connection may be idle, in milliseconds: longer than the pools of connections that clients have, which would
 * otherwise send a request over one that is being closed.
 */
const keepAliveTimeout = 75_000;

/** Browser apps call the service across origins, so the local copy answers any origin as the service does. */
const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};
const appHeaders =
  'content-type, x-amz-target, x-amz-user-agent, cache-control, amz-sdk-invocation-id, amz-sdk-request';
const signatureHeaders = 'authorization, x-amz-date, x-amz-security-token, x-amz-content-sha256';

/** The HTTP server, not yet listening. */
export function createHttpServer(options: ServerOptions): Server {
  const { requestTimeoutMilliseconds: requestTimeout = 30_000 } = options;
  const timeouts = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout };
  return createServer({ ...timeouts, keepAliveTimeout }, (request, response) => {
    route(request, options)
      .catch((thrown: unknown) => fault(request, thrown, options))
      .then((reply) => {
        send(response, reply);
      })
      .catch(() => {
        response.destroy();
      });
  });
}

/** What this program could not do. A client that went away in the middle of its request is no fault, and hears nothing. */
function fault({ socket, method = '' }: IncomingMessage, thrown: unknown, options: ServerOptions): Reply {
  const error = asServiceException(thrown);
  if (!socket.destroyed) options.log({ operation: `${method} request`, error }, error.status);
  return refusal(error.status, error.message);
}

async function route(request: IncomingMessage, options: ServerOptions): Promise<Reply> {
  const { host } = request.headers;
  if (!isAllowedHost(host, options.allowedHosts))
    return refusal(403, `Host ${host ?? '(none)'} is not loopback. Start with --allow-host to let it in.`);
  // Node leaves the body of an answer to HEAD out by itself.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (method === 'OPTIONS') return preflight(request.headers.origin, options.allowedHosts);
  const path = pathOf(request.url ?? '/');
  if (path === undefined) return refusal(400, 'The request names no path.');
  if (method === 'POST' && path === '/') return api(request, options);
  const service = standInAt(path);
  if (service !== undefined) return standIn(service, request, path, options);
  if (method === 'GET' && path === '/inbox') return messages(options);
  const [, poolId = '', document] = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
  const pool = options.service().pools.get(poolId);
  if (method === 'GET' && pool !== undefined) {
    const body = document === 'jwks.json' ? await keySet(pool) : openIdConfiguration(pool);
    return { status: 200, headers: { ...jsonType, ...crossOrigin }, body: JSON.stringify(body) };
  }
  return refusal(
    404,
    `Nothing answers ${request.method ?? ''} ${path} here. The API is POST /, the messages are GET /inbox.`,
  );
}

/**
 * What a browser may send across origins (Fetch standard, CORS-preflight). A page of any origin may be an app of the pool;
 * only one of this machine may sign, as every signature makes an administrator here.
 */
function preflight(origin: string | undefined, allowedHosts: readonly string[]): Reply {
  const maySign = origin !== undefined && URL.canParse(origin) && isAllowedHost(new URL(origin).host, allowedHosts);
  return {
    status: 204,
    headers: {
      ...crossOrigin,
      Vary: 'Origin',
      'Access-Control-Allow-Methods': 'POST, GET, OPTIONS',
      'Access-Control-Allow-Headers': maySign ? `${appHeaders}, ${signatureHeaders}` : appHeaders,
      'Access-Control-Max-Age': '600',
    },
    body: '',
  };
}

/**
 * The path of a request target in origin-form or absolute-form (RFC 9112 section 3.2), without a final slash, with which
 * the SDKs end that of an endpoint.
 */
function pathOf(target: string): string | undefined {
  const url = target.startsWith('/') ? `http://localhost${target}` : target;
  return URL.canParse(url) ? new URL(url).pathname.replace(/(?<=[^/])\/$/, '') : undefined;
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

/** Every message asked for so far: what a function is about to send is waited for. */
async function messages({ inbox }: ServerOptions): Promise<Reply> {
  await inbox.arrived();
  return { status: 200, headers: jsonType, body: JSON.stringify(inbox.all(), null, 2) };
}

async function standIn(
  service: StandIn,
  request: IncomingMessage,
  path: string,
  options: ServerOptions,
): Promise<Reply> {
  const body = await read(request);
  if (body === undefined) return refusal(413, `A request may be ${largestBody} bytes at the most.`);
  const target = request.headers['x-amz-target'];
  const reply = answerStandIn(
    service,
    { method: request.method ?? '', path, target: typeof target === 'string' ? target : undefined, body },
    options,
  );
  return { status: reply.status, headers: { 'Content-Type': reply.contentType }, body: reply.body };
}

/** The whole body; undefined when it is larger than allowed. */
async function read(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    // The rest is read and dropped: a client that is cut off while it sends does not read the answer.
    if (size <= largestBody) chunks.push(chunk);
  }
  return size <= largestBody ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function refusal(status: number, message: string): Reply {
  return { status, headers: jsonType, body: JSON.stringify({ message }) };
}

/** Header values are Latin-1 without control characters (RFC 9110 section 5.5), and clients read few kilobytes of them. */
function headerText(message: string): string {
  return message.slice(0, longestHeader).replace(/[^\x20-\x7e]/g, '?');
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  response.writeHead(status, headers);
  response.end(body);
}
