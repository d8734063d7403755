import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';

/** A form of a page: where it goes, and what its fields hold. */
export interface PageForm {
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
  /** The fields that a person sees, by name. */
  readonly inputs: readonly Readonly<Record<string, string>>[];
}

/** Where a browser is: at a page of the pool, or on its way to somewhere else. */
export interface Location {
  readonly status: number;
  /** Path and query of the page; undefined once the browser has left. */
  readonly path: string | undefined;
  /** Where it was sent to, outside of the pool. */
  readonly left: URL | undefined;
  readonly body: string;
  readonly title: string;
  readonly headers: IncomingMessage['headers'];
  readonly forms: readonly PageForm[];
  /** The addresses of the links. */
  readonly links: readonly string[];
  /** What the page says happened. */
  readonly notice: string | undefined;
}

/** A browser without a script: it keeps cookies, follows redirects within the pool and sends forms as they are. */
export class Browser {
  readonly #port: number;
  readonly #headers: Readonly<Record<string, string>>;
  readonly cookies = new Map<string, string>();
  /** Every Set-Cookie header so far. */
  readonly setCookies: string[] = [];

  constructor(port: number, headers: Readonly<Record<string, string>> = {}) {
    this.#port = port;
    this.#headers = headers;
  }

  open(path: string): Promise<Location> {
    return this.#follow('GET', path);
  }

  /** Sends a form of a page with these fields changed. */
  submit(at: Location, fields: Readonly<Record<string, string>>, index = 0): Promise<Location> {
    const form = at.forms[index];
    if (form === undefined) throw new Error(`There is no form at ${at.path ?? at.left?.href ?? ''}: ${at.body}`);
    return this.post(form.action, { ...form.fields, ...fields });
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Location> {
    return this.#follow('POST', path, new URLSearchParams(fields).toString());
  }

  async #follow(method: string, path: string, body = ''): Promise<Location> {
    const answered = await this.#send(method, path, body);
    const status = answered.statusCode ?? 0;
    const { location } = answered.headers;
    const content = await text(answered);
    if (location === undefined) return locationAt(path, status, answered.headers, content);
    if (location.startsWith('/')) return this.#follow('GET', location);
    return { ...locationAt(path, status, answered.headers, content), path: undefined, left: new URL(location) };
  }

  async #send(method: string, path: string, body: string): Promise<IncomingMessage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const outgoing = request({
      host: '127.0.0.1',
      port: this.#port,
      method,
      path,
      headers: {
        ...this.#headers,
        ...(cookie !== '' && { cookie }),
        ...(method === 'POST' && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
    });
    outgoing.end(body);
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage];
    for (const header of incoming.headers['set-cookie'] ?? []) this.#keep(header);
    return incoming;
  }

  #keep(header: string): void {
    this.setCookies.push(header);
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(header) ?? [];
    if (header.includes('Max-Age=0')) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

function locationAt(path: string, status: number, headers: IncomingMessage['headers'], body: string): Location {
  return {
    status,
    path,
    left: undefined,
    body,
    headers,
    title: plain(/<title>(.*?)<\/title>/s.exec(body)?.[1] ?? ''),
    forms: [...body.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) =>
      formOf(attributes, inside),
    ),
    links: [...body.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => plain(href)),
    notice: noticeOf(body),
  };
}

function formOf(attributes: string, inside: string): PageForm {
  const inputs = [...inside.matchAll(/<input\s([^>]*)>/g)].map(([, written = '']) => attributesOf(written));
  const sent = inputs.filter((input) => input['type'] !== 'radio' || 'checked' in input);
  return {
    action: attributesOf(attributes)['action'] ?? '',
    fields: Object.fromEntries(sent.map(({ name = '', value = '' }) => [name, value])),
    inputs: inputs.filter((input) => input['type'] !== 'hidden'),
  };
}

function attributesOf(written: string): Readonly<Record<string, string>> {
  const pairs = [...written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
    name,
    plain(value),
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function noticeOf(body: string): string | undefined {
  const [, inside] = /<div class="notice[^>]*>(.*?)<\/div>/s.exec(body) ?? [];
  return inside === undefined
    ? undefined
    : plain(
        inside
          .replace(/<[^>]*>/g, ' ')
          .replace(/\s+/g, ' ')
          .trim(),
      );
}

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function plain(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity);
}
