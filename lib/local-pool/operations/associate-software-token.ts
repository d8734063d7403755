import type { AssociateSoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { makeSecret } from '../mfa/software-token';
import { requireSoftwareTokenOwner } from '../mfa/software-token-owner';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { operation } from './operation';

/** Hands out a TOTP secret, for a signed-in user or inside an MFA_SETUP challenge (API_AssociateSoftwareToken). */
export const associateSoftwareToken = operation({
  name: 'AssociateSoftwareToken',
  authorisation: 'access-token',
  input: { AccessToken: member.token, Session: member.session },
  async run(service, input): Promise<Wire<AssociateSoftwareTokenResponse>> {
    const owner = await requireSoftwareTokenOwner(service, input);
    const secret = makeSecret(owner.pool.randomness);
    owner.pool.users.update(owner.user.username, { proposedSecret: secret });
    return { SecretCode: secret, ...owner.nextSession({ softwareTokenVerified: false }) };
  },
});
