import { NotAuthorizedException } from '../wire/exceptions';
import type { Challenge } from './challenge';

/**
 * MFA_SETUP: the user must register an authenticator to get in. The session goes through AssociateSoftwareToken and
 * VerifySoftwareToken; the one that the latter returns answers this challenge.
 */
export const mfaSetup: Challenge = {
  name: 'MFA_SETUP',

  offer: ({ pool, user }) => ({
    parameters: { MFAS_CAN_SETUP: JSON.stringify(pool.mfa.factors), USER_ID_FOR_SRP: user.username },
  }),

  respond(_attempt, _responses, signIn) {
    if (signIn.memory.softwareTokenVerified !== true) throw new NotAuthorizedException('Invalid session for the user.');
    return { secondFactorShown: true };
  },
};
