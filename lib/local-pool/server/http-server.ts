import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { Desk } from '../desk/desk';
import { streamEvents } from '../desk/event-stream';
import { deskReply } from '../desk/routes';
import { readCookies, readForm } from '../managed-login/http-exchange';
import { routeAt, type Route } from '../managed-login/routes';
import type { Randomness } from '../randomness';
import type { LocalService } from '../service';
import type { Inbox } from '../state/inbox';
import type { KmsKeys } from '../stand-ins/kms-key';
import { answerStandIn, standInAt, type StandIn } from '../stand-ins/routes';
import type { SecretStore } from '../stand-ins/secrets-manager';
import { answer, asServiceException, type Outcome } from './api';
import { keySet, openIdConfiguration } from './discovery';
import { crossOrigin, isForReader, isOwnPage, preflight, privateHeaders } from './cross-origin';
import { isAllowedHost } from './host-check';
import { largestBody, readBody } from './read-body';

export interface ServerOptions {
  readonly allowedHosts: readonly string[];
  readonly randomness: Randomness;
  readonly inbox: Inbox;
  readonly secrets: SecretStore;
  readonly kmsKeys: KmsKeys;
  /** The pools; they are made once the port is known. */
  readonly service: () => LocalService;
  readonly desk: () => Desk;
  /** How long a client may take to send a request. Default: 30,000, as on loopback none needs longer. */
  readonly requestTimeoutMilliseconds?: number;
  /** Milliseconds of a clock that only goes forward. */
  readonly elapsed: () => number;
  /** Called for every request of the API and for whatever else fails, with nothing of its content. */
  readonly log: (outcome: Outcome, status: number, milliseconds: number) => void;
}

/** What answers one request: what it logs is timed. */
interface Exchange extends Omit<ServerOptions, 'log'> {
  readonly log: (outcome: Outcome, status: number) => void;
}

/** What a route answers. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
}

const jsonType = { 'Content-Type': 'application/json' };
const apiType = { 'Content-Type': 'application/x-amz-json-1.1' };
const longestHeader = 1024;

/**
 * How long a connection may be idle, in milliseconds: longer than the pools of connections that clients have, which would
 * otherwise send a request over one that is being closed.
 */
const keepAliveTimeout = 75_000;

/** The HTTP server, not yet listening. */
export function createHttpServer(options: ServerOptions): Server {
  const { requestTimeoutMilliseconds: requestTimeout = 30_000 } = options;
  const timeouts = { requestTimeout, headersTimeout: requestTimeout, connectionsCheckingInterval: requestTimeout };
  return createServer({ ...timeouts, keepAliveTimeout }, (request, response) => {
    const began = options.elapsed();
    const exchange: Exchange = {
      ...options,
      log: (outcome, status) => options.log(outcome, status, options.elapsed() - began),
    };
    if (asksForEvents(request, exchange)) {
      streamEvents(options.desk(), response);
      return;
    }
    route(request, exchange)
      .catch((thrown: unknown) => fault(request, thrown, exchange))
      .then((reply) => {
        send(response, reply);
      })
      .catch((thrown: unknown) => {
        // An answer that HTTP has no form for, such as a header with a line break.
        const reply = fault(request, thrown, exchange);
        if (response.headersSent) response.destroy();
        else send(response, reply);
      });
  });
}

/** What this program could not do. A client that went away in the middle of its request is no fault, and hears nothing. */
function fault({ socket, method = '' }: IncomingMessage, thrown: unknown, options: Exchange): Reply {
  const error = asServiceException(thrown);
  if (!socket.destroyed) options.log({ operation: `${method} request`, error }, error.status);
  return refusal(error.status, error.message);
}

/** The desk's own page alone: to another it would tell every code. */
function asksForEvents({ method, url, headers }: IncomingMessage, { allowedHosts }: Exchange): boolean {
  return method === 'GET' && url === '/desk/events' && isAllowedHost(headers.host, allowedHosts) && isOwnPage(headers);
}

async function route(request: IncomingMessage, options: Exchange): Promise<Reply> {
  const { host } = request.headers;
  if (!isAllowedHost(host, options.allowedHosts))
    return refusal(403, `Host ${host ?? '(none)'} is not loopback. Start with --allow-host to let it in.`);
  // Node leaves the body of an answer to HEAD out by itself.
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  if (method === 'OPTIONS') return preflight(request.headers.origin, options.allowedHosts);
  // As every SDK writes it; of what may be written otherwise the path is read below.
  if (method === 'POST' && request.url === '/') return api(request, options);
  const url = locate(request.url ?? '/');
  if (url === undefined) return refusal(400, 'The request names no path.');
  // Without a final slash, with which the SDKs end that of an endpoint.
  const path = url.pathname.replace(/(?<=[^/])\/$/, '');
  if (method === 'POST' && path === '/') return api(request, options);
  const service = standInAt(path);
  if (service !== undefined) return standIn(service, request, path, options);
  const shown = method === 'GET' ? await forDeveloper(path, url.searchParams, options) : undefined;
  if (shown !== undefined)
    return isForReader(request.headers) ? shown : refusal(403, `${path} is shown to no page of another origin.`);
  const page = routeAt(path);
  if (page !== undefined) return managedLogin(page, request, { path, query: url.searchParams }, options);
  const [, poolId = '', document] = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/.exec(path) ?? [];
  const pool = options.service().pools.get(poolId);
  if (method === 'GET' && pool !== undefined) {
    const body = document === 'jwks.json' ? await keySet(pool) : openIdConfiguration(pool);
    // A key that is told must be there after a restart too.
    await options.service().kept();
    return { status: 200, headers: { ...jsonType, ...crossOrigin }, body: JSON.stringify(body) };
  }
  return refusal(
    404,
    `Nothing answers ${request.method ?? ''} ${path} here. The API is POST /, the messages are GET /inbox.`,
  );
}

/** What is there for whoever works with the pools, and for nobody else: the messages and the desk. */
async function forDeveloper(path: string, query: URLSearchParams, options: Exchange): Promise<Reply | undefined> {
  return path === '/inbox' ? messages(options) : deskReply(options.desk(), path, query);
}

/** A request target in origin-form or absolute-form (RFC 9112 section 3.2); of the host nothing is meant. */
function locate(target: string): URL | undefined {
  const url = target.startsWith('/') ? `http://localhost${target}` : target;
  return URL.canParse(url) ? new URL(url) : undefined;
}

/** The pages and the OAuth 2.0 endpoints; the log tells which, and nothing of the request. */
async function managedLogin(
  route: Route,
  request: IncomingMessage,
  at: { readonly path: string; readonly query: URLSearchParams },
  options: Exchange,
): Promise<Reply> {
  const method = request.method === 'POST' ? 'POST' : 'GET';
  const endpoint = ['GET', 'HEAD', 'POST'].includes(request.method ?? '') ? route[method] : undefined;
  if (endpoint === undefined)
    return {
      ...refusal(405, `${at.path} takes ${Object.keys(route).join(' and ')}.`),
      headers: { ...jsonType, Allow: Object.keys(route).join(', ') },
    };
  const body = await readBody(request);
  if (body === undefined) return refusal(413, `A request may be ${largestBody} bytes at the most.`);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
  const form = readForm(headers['content-type'], body);
  const cookies = readCookies(headers['cookie']);
  const reply = await endpoint(options.service(), { method, ...at, form, headers, cookies });
  await options.service().kept();
  options.log({ operation: `${method} ${at.path}`, ...reply.ending }, reply.status);
  return reply;
}

async function api(request: IncomingMessage, options: Exchange): Promise<Reply> {
  const body = await readBody(request);
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
async function messages({ inbox }: Exchange): Promise<Reply> {
  await inbox.arrived();
  return { status: 200, headers: { ...jsonType, ...privateHeaders }, body: JSON.stringify(inbox.all(), null, 2) };
}

async function standIn(
  service: StandIn,
  request: IncomingMessage,
  path: string,
  options: ServerOptions,
): Promise<Reply> {
  const body = await readBody(request);
  if (body === undefined) return refusal(413, `A request may be ${largestBody} bytes at the most.`);
  const target = request.headers['x-amz-target'];
  const reply = answerStandIn(
    service,
    { method: request.method ?? '', path, target: typeof target === 'string' ? target : undefined, body },
    options,
  );
  return { status: reply.status, headers: { 'Content-Type': reply.contentType }, body: reply.body };
}

function refusal(status: number, message: string): Reply {
  return { status, headers: jsonType, body: JSON.stringify({ message }) };
}

/** Header values are Latin-1 without control characters (RFC 9110 section 5.5), and clients read few kilobytes of them. */
function headerText(message: string): string {
  return message.slice(0, longestHeader).replace(/[^\x20-\x7e]/g, '?');
}

function send(response: ServerResponse, { status, headers, body }: Reply): void {
  const written: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers ?? {}))
    written[name] = typeof value === 'string' ? value : [...value];
  // With its length an answer goes out in one piece; without, in chunks. One without content tells none (RFC 9110 section 8.6).
  if (status !== 204) written['Content-Length'] = Buffer.byteLength(body);
  response.writeHead(status, written);
  response.end(body);
}
