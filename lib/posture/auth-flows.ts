import { Token } from '../template/value';
import { membersIn } from './members';
import { read } from './reading';
import type { Located } from './subject';
import type { Truth } from './truth';

export const authFlows = 'ExplicitAuthFlows';

/**
 * What the service permits an app client that names no flow; an empty list names none, as one that is absent.
 *
 * @see https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
 */
export const flowsByDefault = ['ALLOW_REFRESH_TOKEN_AUTH', 'ALLOW_USER_SRP_AUTH', 'ALLOW_CUSTOM_AUTH'] as const;

/** Values by which a client may begin with CUSTOM_AUTH, the older name included. */
export const customFlows: readonly string[] = ['ALLOW_CUSTOM_AUTH', 'CUSTOM_AUTH_FLOW_ONLY'];

/** Whether the client has what the service permits by itself. */
export function hasFlowsByDefault({ resource }: Located): Truth {
  const reading = read(resource, authFlows);
  if (reading.kind === 'absent') return true;
  if (membersIn(resource, authFlows).length > 0) return false;
  return reading.kind === 'unknown' ? undefined : true;
}

/** Whether the client may begin with CUSTOM_AUTH. */
export function permitsCustomFlow(client: Located): Truth {
  const { condition } = client.resource;
  if (condition !== undefined) return undefined;
  const members = membersIn(client.resource, authFlows);
  if (members.some((flow) => typeof flow === 'string' && customFlows.includes(flow))) return true;
  return members.some((flow) => flow instanceof Token) ? undefined : hasFlowsByDefault(client);
}
