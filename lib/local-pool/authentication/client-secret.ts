import { equalSecrets } from '../constant-time';
import type { Client } from '../pool';

/** Whether `given` is one of the client's secrets; a public client has none to prove. */
export function provesClient({ secrets }: Client, given: string | undefined): boolean {
  if (secrets.length === 0) return true;
  return given !== undefined && secrets.some(({ value }) => equalSecrets(value, given));
}
