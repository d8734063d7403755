import type { IncomingHttpHeaders } from 'node:http';
import { isAllowedHost } from './host-check';

/** Browser apps call the service across origins, so the local copy answers any origin as the service does. */
export const crossOrigin = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers': 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date',
};
const appHeaders =
  'content-type, x-amz-target, x-amz-user-agent, cache-control, amz-sdk-invocation-id, amz-sdk-request';
const signatureHeaders = 'authorization, x-amz-date, x-amz-security-token, x-amz-content-sha256';

/**
 * What a browser may send across origins (Fetch standard, CORS-preflight). A page of any origin may be an app of the pool;
 * only one of this machine may sign, as every signature makes an administrator here.
 */
export function preflight(origin: string | undefined, allowedHosts: readonly string[]) {
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
 * Whether a request comes from a page of this origin or from the address bar, and not from another page (Fetch Metadata,
 * Sec-Fetch-Site). Programs that are no browser send no such header, and are no other page.
 */
export function isOwnPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none';
}

/**
 * Whether what is answered comes before a person or an own page: a link from elsewhere may open the desk in a window, but
 * no other page may load it as a part of itself (Fetch Metadata, Sec-Fetch-Mode and Sec-Fetch-Dest).
 */
export function isForReader(headers: IncomingHttpHeaders): boolean {
  const opensWindow = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return isOwnPage(headers) || opensWindow;
}

/** Of what shows codes and secrets: no cache keeps it, and no page of another origin gets hold of it (Fetch standard). */
export const privateHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
