import { decideSecondFactor } from '../authentication/mfa-decision';
import { checkAttributes } from '../schema/check-attributes';
import { foldAttributes } from '../state/user-attributes';
import { NotAuthorizedException } from '../wire/exceptions';
import type { Challenge } from './challenge';

/**
 * MFA_SETUP: the user must set up a factor to get in. For an authenticator the session goes through
 * AssociateSoftwareToken and VerifySoftwareToken; the one that the latter returns answers this challenge. For e-mail the
 * answer is an address, EMAIL, of a user who has none, and a code that goes there.
 */
export const mfaSetup: Challenge = {
  name: 'MFA_SETUP',

  offer: ({ pool, user }) => ({
    parameters: { MFAS_CAN_SETUP: JSON.stringify(pool.mfa.factors), USER_ID_FOR_SRP: user.username },
  }),

  respond({ pool, client, user }, { EMAIL: email }, { memory }) {
    if (memory.softwareTokenVerified === true) return { secondFactorShown: true };
    // Who has a factor by now, from another sign-in, is asked for that one.
    const { ask } = decideSecondFactor(pool.settings, user);
    if (email === undefined || ask !== 'MFA_SETUP' || !pool.mfa.factors.includes('EMAIL_OTP'))
      throw new NotAuthorizedException('Invalid session for the user.');
    const given = { email };
    checkAttributes(pool.settings.schema, given, { writer: client, demand: 'none' });
    return { proposedEmail: foldAttributes(pool, given)['email'], next: 'EMAIL_OTP' };
  },
};
