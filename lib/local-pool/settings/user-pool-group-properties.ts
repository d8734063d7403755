import type { PropertyTable } from './property-table';
import { enforced, integer, noEffect, text } from './property-table';

/** AWS::Cognito::UserPoolGroup. Source: template reference. */
export const userPoolGroupProperties = {
  UserPoolId: enforced({ kind: 'user-pool' }, 'Which pool it belongs to, also from another stack.'),
  GroupName: enforced(
    text(undefined, { shortest: 1, longest: 128 }),
    'The name in tokens; without it the service makes one up, which stops the start.',
  ),
  Precedence: enforced(integer(0, 2 ** 31 - 1, undefined), 'The order of groups, and whose role is preferred.'),
  RoleArn: enforced(
    text(undefined, { shortest: 20, longest: 2048 }),
    'The claims cognito:roles and cognito:preferred_role.',
  ),
  Description: noEffect('GetGroup and ListGroups show it.', text(undefined, { longest: 2048 })),
} as const satisfies PropertyTable;
