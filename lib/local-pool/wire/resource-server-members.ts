import * as member from './members';
import type { Input } from './shape';
import { list, required, string, structure } from './shape';

/** A resource server in the requests that write one, with the constraints of the service's model. */
export const resourceServerMembers = {
  Identifier: required(string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' })),
  Name: required(string({ min: 1, max: 256, pattern: '[\\w\\s+=,.@-]+' })),
  Scopes: list(
    structure({
      ScopeDescription: required(string({ min: 1, max: 256 })),
      ScopeName: required(string({ min: 1, max: 256, pattern: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+' })),
    }),
    { max: 100 },
  ),
  UserPoolId: required(member.userPoolId),
} as const;

export const resourceServerKey = {
  Identifier: resourceServerMembers.Identifier,
  UserPoolId: resourceServerMembers.UserPoolId,
} as const;

export type ResourceServerRequest = Input<typeof resourceServerMembers>;
