import { integer, oneOf, required, string, structure } from './shape';

export const tokenSession = structure({ MaxPerUser: required(integer({ min: 1, max: 100 })) });
export const ssoSession = structure({ MaxValidityMinutes: required(integer({ min: 0, max: 129_600 })) });

/** Which session to end. No session of managed login is linked to it here, so that LINKED ends no more than NONE. */
export const sessionMembers = {
  RevokeAssociatedSessions: oneOf('NONE', 'LINKED'),
  SessionId: required(string({ min: 1, max: 131_072 })),
} as const;
