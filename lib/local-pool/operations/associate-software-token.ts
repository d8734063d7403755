import type { AssociateSoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { makeSecret } from '../mfa/software-token';
import { requireSoftwareTokenOwner } from '../mfa/software-token-owner';
import { NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/**
 * Hands out a TOTP secret, for a signed-in user or inside an MFA_SETUP challenge (API_AssociateSoftwareToken, which
 * declares no UserNotFoundException).
 */
export const associateSoftwareToken = operation({
  name: 'AssociateSoftwareToken',
  authorisation: 'access-token',
  input: { AccessToken: member.token, Session: member.session },
  async run(service, input): Promise<Wire<AssociateSoftwareTokenResponse>> {
    const { pool, user, nextSession } = await requireSoftwareTokenOwner(
      service,
      input,
      new NotAuthorizedException('Invalid Access Token'),
    );
    // Spent first: of two requests for one session, the second must not replace the secret of the first.
    const session = nextSession({ softwareTokenVerified: false });
    const secret = makeSecret(pool.randomness);
    pool.users.update(user.username, { proposedSecret: secret });
    return { SecretCode: secret, ...session };
  },
});
