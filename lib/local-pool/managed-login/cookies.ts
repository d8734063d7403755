import type { Pool } from '../pool';
import { browserSessionMilliseconds } from './browser-sessions';

/**
 * The cookies of a pool's pages. Cookies do not know ports (RFC 6265 section 8.5), so the name says which pool: two local
 * pools, on one port or two, leave each other's alone.
 */
export function cookieNames({ id }: Pick<Pool, 'id'>) {
  return {
    /** Who is signed in: goes to the browser after a sign-in. */
    session: `cognito_${id}`,
    /** Which browser it is: seals its forms and holds together what it has under way. */
    browser: `browser_${id}`,
  } as const;
}

/**
 * Out of reach for scripts, and of other sites only sent along where they lead to. Not Secure, because the pool is served
 * over http: on localhost not every browser would keep it, and on a host given with --allow-host none.
 */
export function setCookie(name: string, value: string): string {
  return `${name}=${value}; Path=/; Max-Age=${browserSessionMilliseconds / 1000}; HttpOnly; SameSite=Lax`;
}

export function clearCookie(name: string): string {
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}
