import * as member from './members';
import type { Input } from './shape';
import { list, required, string, structure } from './shape';

/** The constraints of the service's model. */
export const resourceServerTexts = {
  identifier: { min: 1, max: 256, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' },
  name: { min: 1, max: 256, pattern: '[\\w\\s+=,.@-]+' },
  scopeDescription: { min: 1, max: 256 },
  scopeName: { min: 1, max: 256, pattern: '[\\x21\\x23-\\x2E\\x30-\\x5B\\x5D-\\x7E]+' },
} as const;

/** A resource server in the requests that write one. */
export const resourceServerMembers = {
  Identifier: required(string(resourceServerTexts.identifier)),
  Name: required(string(resourceServerTexts.name)),
  Scopes: list(
    structure({
      ScopeDescription: required(string(resourceServerTexts.scopeDescription)),
      ScopeName: required(string(resourceServerTexts.scopeName)),
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
