import { ActivityLog } from '../../lib/local-pool/desk/activity';
import type { ServerOptions } from '../../lib/local-pool/server/http-server';
import type { BuiltPool } from './pool-builder';

/** What the HTTP server needs of a built pool: loopback alone, no secrets, a desk without a sample application. */
export function serverOptions({ service, pool, inbox }: BuiltPool): ServerOptions {
  return {
    allowedHosts: [],
    randomness: pool.randomness,
    inbox,
    kmsKeys: pool.kmsKeys,
    secrets: new Map(),
    service: () => service,
    desk: () => ({
      origin: 'http://localhost',
      service,
      templates: [],
      inbox,
      activity: new ActivityLog(pool.clock),
      sampleApp: undefined,
    }),
    elapsed: () => 0,
    log: () => undefined,
  };
}
