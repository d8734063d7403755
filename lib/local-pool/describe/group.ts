import type { GroupType } from '@aws-sdk/client-cognito-identity-provider';
import type { Pool } from '../pool';
import type { GroupSettings } from '../settings/pool-settings';
import { wireTime, type Wire } from '../wire/response';

/** A group as every operation on groups shows it. */
export function describeGroup(pool: Pool, group: GroupSettings): Wire<GroupType> {
  const { name, description, precedence, roleArn, created = pool.created, modified = created } = group;
  return {
    GroupName: name,
    UserPoolId: pool.id,
    ...(description !== undefined && { Description: description }),
    ...(roleArn !== undefined && { RoleArn: roleArn }),
    ...(precedence !== undefined && { Precedence: precedence }),
    LastModifiedDate: wireTime(modified),
    CreationDate: wireTime(created),
  };
}
