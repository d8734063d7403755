import type { Markup } from '../markup';
import type { Desk } from './desk';
import { liveScript } from './live-script';
import { overviewPage } from './overview-page';
import { noPoolPage, poolPage } from './pool-page';
import { sampleClients } from './sample-app';
import { style } from './style';

/** What a page or a file of the desk answers. */
export interface DeskReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * Nothing from elsewhere, and no other page may frame it: it shows codes and, when asked, secrets (Content Security Policy
 * Level 3).
 */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const security = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** The page or file of the desk at a path; undefined where it has none. */
export async function deskReply(desk: Desk, path: string, query: URLSearchParams): Promise<DeskReply | undefined> {
  if (path === '/') return page(overviewPage(desk));
  if (path.startsWith('/sample')) return sampleReply(desk, path);
  if (path === '/desk/style.css') return file('text/css', style);
  if (path === '/desk/live.js') return file('text/javascript', liveScript);
  const [, poolId = ''] = /^\/desk\/pools\/([\w-]+)$/.exec(path) ?? [];
  if (poolId === '') return undefined;
  const pool = desk.service.pools.get(poolId);
  if (pool === undefined) return { ...page(noPoolPage(poolId)), status: 404 };
  return page(poolPage(desk, pool, { secret: query.get('secret'), user: query.get('user') }));
}

/** The sample application, which is a page of its own and knows the pools only by their API. */
async function sampleReply({ sampleApp, service }: Desk, path: string): Promise<DeskReply | undefined> {
  if (sampleApp === undefined) return undefined;
  switch (path) {
    case '/sample':
      return file('text/html', (await sampleApp()).page);
    case '/sample/style.css':
      return file('text/css', (await sampleApp()).style);
    case '/sample/app.js':
      return file('text/javascript', (await sampleApp()).script);
    case '/sample/clients.json':
      return file('application/json', JSON.stringify(sampleClients(service)));
    default:
      return undefined;
  }
}

function page(content: Markup): DeskReply {
  return file('text/html', content.text);
}

function file(type: string, body: string): DeskReply {
  return { status: 200, headers: { ...security, 'Content-Type': `${type}; charset=utf-8` }, body };
}
