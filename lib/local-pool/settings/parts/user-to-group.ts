import type { PropertyTable } from '../property-table';
import { enforced, text } from '../property-table';
import type { Part } from './part';
import { demand, ofPool } from './part';

/** A user's place in a group: the request of AdminAddUserToGroup with which CloudFormation makes it, without the pool. */
export interface DeclaredMembership {
  readonly logicalId: string;
  readonly request: { readonly Username: string; readonly GroupName: string };
}

/** AWS::Cognito::UserPoolUserToGroupAttachment. Source: template reference. */
const properties = {
  ...ofPool,
  Username: enforced(text(undefined, { shortest: 1, longest: 128 }), 'Who belongs to the group.'),
  GroupName: enforced(text(undefined, { shortest: 1, longest: 128 }), 'Which group of the pool.'),
} as const satisfies PropertyTable;

export const userToGroup: Part<typeof properties, DeclaredMembership> = {
  properties,
  feature: undefined,
  read(read, _pool, findings) {
    if (!demand(['Username', 'GroupName'], read, findings)) return undefined;
    const [Username = '', GroupName = ''] = [read.text('Username'), read.text('GroupName')];
    return { logicalId: read.logicalId, request: { Username, GroupName } };
  },
};
