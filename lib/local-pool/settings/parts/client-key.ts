import { everyClient } from '../../state/stored-configuration';
import type { Findings } from '../findings';
import { brief } from '../findings';
import type { OwnPool } from './part';

/** Under what a configuration of one app client, or of all, is kept; undefined for one that the pool has not. */
export function readClientKey(
  clientId: string | undefined,
  { logicalId }: { readonly logicalId: string },
  pool: OwnPool,
  findings: Findings,
): string | undefined {
  if (clientId === undefined) return undefined; // checked already: its value is not known
  if (clientId === everyClient || pool.clientIds.includes(clientId)) return clientId;
  findings.stop(logicalId, 'ClientId', {
    got: brief(clientId),
    expected: `an app client of the pool, or ${everyClient}`,
    nextStep: 'Write the Ref of an app client that has the same UserPoolId.',
  });
  return undefined;
}
