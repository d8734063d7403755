import { adminAddUserToGroup } from './operations/admin-add-user-to-group';
import { adminCreateUser } from './operations/admin-create-user';
import type { Operation } from './operations/operation';
import type { Pool } from './pool';
import type { LocalService } from './service';
import type { Placed } from './settings/parts/once';
import type { DeclaredParts } from './settings/parts/read-parts';
import { SettingsError } from './settings/settings-error';
import { ServiceException } from './wire/exceptions';

/**
 * Makes the users of a template and puts them into their groups, by the requests that CloudFormation would send: triggers
 * run, and invitations go out.
 *
 * @throws SettingsError when the pool refuses one, as the deployment would fail
 */
export async function makeUsers(
  service: LocalService,
  poolId: string,
  { users, memberships }: Pick<DeclaredParts, 'users' | 'memberships'>,
): Promise<void> {
  const { users: kept } = service.requirePool(poolId);
  // Those that are kept from before are as they are by now; two of one name in a template are refused all the same.
  const missing = users.filter(({ part: { request } }) => !isKept(kept, request['Username']));
  for (const user of missing) await send(service, poolId, adminCreateUser, user);
  for (const membership of memberships) await send(service, poolId, adminAddUserToGroup, membership);
}

function isKept(users: Pool['users'], username: unknown): boolean {
  return typeof username === 'string' && users.find(username) !== undefined;
}

async function send(
  service: LocalService,
  UserPoolId: string,
  operation: Operation,
  { stack, logicalId, part }: Placed<{ readonly request: object }>,
): Promise<void> {
  try {
    await operation.handle(service, { ...part.request, UserPoolId });
  } catch (error) {
    if (!(error instanceof ServiceException)) throw error;
    throw new SettingsError([
      {
        stack,
        logicalId,
        path: '',
        got: `${error.type}: ${error.message}`,
        expected: `a resource that ${operation.name} can make`,
        nextStep: 'Change the resource: its deployment would fail in the same way.',
      },
    ]);
  }
}
