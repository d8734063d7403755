import type { LocalService } from '../service';

/** A request to managed login, read whole. */
export interface FormRequest {
  readonly method: 'GET' | 'POST';
  /** Without query and without a final slash: `/oauth2/token`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** The body of application/x-www-form-urlencoded; empty for any other. */
  readonly form: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly cookies: ReadonlyMap<string, string>;
}

/** What managed login answers. A header may come several times (Set-Cookie): then its value is a list. */
export interface HttpReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string;
  /** How it ended, for the log of the desk: a status alone does not tell, as pages and apps are told by a redirect. */
  readonly ending?: Ending;
}

export interface Ending {
  /** The OAuth error, the exception of the service, or the reason that the error page shows. */
  readonly refused?: string | undefined;
  /** The challenge that the browser is asked next. */
  readonly challenge?: string | undefined;
}

/** One endpoint or page of managed login. The pool follows from the client id that the request brings. */
export type Endpoint = (service: LocalService, request: FormRequest) => Promise<HttpReply>;

/**
 * The cookies of a Cookie header, the first of a name (RFC 6265 section 5.4: the more specific path comes first).
 */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const [name = '', ...value] = pair.trim().split('=');
    if (name !== '' && value.length > 0 && !cookies.has(name)) cookies.set(name, value.join('='));
  }
  return cookies;
}

/** The fields of a form; empty for a body of another type. */
export function readForm(contentType: string | undefined, body: string): URLSearchParams {
  const [type = ''] = (contentType ?? '').split(';');
  return new URLSearchParams(type.trim().toLowerCase() === 'application/x-www-form-urlencoded' ? body : '');
}
