import type { UserType } from '@aws-sdk/client-cognito-identity-provider';
import { mfaOptions } from '../mfa/mfa-fields';
import { attributeList, visibleAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { wireTime, type Wire } from '../wire/response';

/** A user as AdminCreateUser and the list operations show it. */
export function describeUser(user: User): Wire<UserType> {
  return {
    Username: user.username,
    Attributes: attributeList(visibleAttributes(user)),
    UserCreateDate: wireTime(user.created),
    UserLastModifiedDate: wireTime(user.modified),
    Enabled: user.enabled,
    UserStatus: user.status,
    ...mfaOptions(user),
  };
}
