import type { Client, Pool } from '../pool';
import type { LocalService } from '../service';
import type { ErrorName } from './texts/texts';

/** The app client that a browser names, if managed login is there for it; else why not. */
export function findAppClient(
  service: Pick<LocalService, 'findClient' | 'domains'>,
  [clientId, ...more]: readonly string[],
): { readonly pool: Pool; readonly client: Client } | { readonly error: ErrorName } {
  if (clientId === undefined || more.length > 0) return { error: 'invalid_request' };
  const found = service.findClient(clientId);
  if (found === undefined) return { error: 'unknown_client' };
  if (service.domains.ofPool(found.pool.id).length === 0) return { error: 'no_domain' };
  return found.client.oauth.allowed ? found : { error: 'no_oauth' };
}
