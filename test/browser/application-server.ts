import { build } from 'esbuild';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An application at an origin of its own, as an application is beside its user pool. */
export interface ApplicationServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** Bundles a program and serves it with a page that has nothing but `#root`. */
export async function serveApplication(entry: string): Promise<ApplicationServer> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    write: false,
    logLevel: 'silent',
  });
  const page =
    '<!doctype html><title>Application</title><div id="root"></div><script type="module" src="/app.js"></script>';
  return servePage(page, outputFiles[0]?.text ?? '');
}

/** Serves one page at every address, and its program at /app.js. */
export async function servePage(page: string, script = ''): Promise<ApplicationServer> {
  const server: Server = createServer(({ url = '' }, response) => {
    const isScript = url === '/app.js';
    response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html; charset=utf-8' });
    response.end(isScript ? script : page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
