import type { HttpReply } from './http-exchange';

/** What no answer to a browser lacks: it is kept nowhere, and tells the next page nothing of its address. */
export const browserHeaders = {
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
} as const;

/**
 * @param status 303 after a form: the browser goes on with GET (RFC 9110 section 15.4.4)
 * @param location may be an address that was registered with letters beyond ASCII, which a header cannot have (RFC 3986
 * section 2.1)
 */
export function redirect(status: 302 | 303, location: string, headers: HttpReply['headers'] = {}): HttpReply {
  return { status, headers: { ...browserHeaders, ...headers, Location: inAscii(location) }, body: '' };
}

function inAscii(address: string): string {
  return address.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
}

/** An address with parameters added; what it has already stays as it was registered. */
export function withParameters(
  address: string,
  parameters: Readonly<Record<string, string | undefined>>,
  where: 'query' | 'fragment' = 'query',
): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const added = new URLSearchParams(given).toString();
  if (where === 'fragment') return `${address}#${added}`;
  return address + (address.includes('?') ? '&' : '?') + added;
}
