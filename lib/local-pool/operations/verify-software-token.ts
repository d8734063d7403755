import type { VerifySoftwareTokenResponse } from '@aws-sdk/client-cognito-identity-provider';
import { addFactor } from '../mfa/message-factors';
import { checkCode, spendStep } from '../mfa/software-token';
import { requireSoftwareTokenOwner } from '../mfa/software-token-owner';
import { EnableSoftwareTokenMFAException, SoftwareTokenMFANotFoundException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required, string } from '../wire/shape';
import { operation } from './operation';

/**
 * Registers the authenticator whose code the user shows; the code is spent. With an access token the factor still has to
 * be switched on by SetUserMFAPreference; inside MFA_SETUP it is on at once (API_VerifySoftwareToken).
 */
export const verifySoftwareToken = operation({
  name: 'VerifySoftwareToken',
  authorisation: 'access-token',
  input: {
    AccessToken: member.token,
    Session: member.session,
    UserCode: required(member.softwareTokenCode),
    FriendlyDeviceName: string(),
  },
  async run(service, { UserCode, FriendlyDeviceName, ...by }): Promise<Wire<VerifySoftwareTokenResponse>> {
    const { pool, user, inChallenge, nextSession } = await requireSoftwareTokenOwner(service, by);
    const secret = user.proposedSecret ?? user.softwareToken?.secret;
    if (secret === undefined)
      throw new SoftwareTokenMFANotFoundException('Software Token MFA does not exist for the user.');
    const spentSteps = secret === user.softwareToken?.secret ? user.softwareToken.spentSteps : [];
    const now = pool.clock.now();
    const check = checkCode(secret, UserCode, now, spentSteps);
    if (check.outcome === 'wrong')
      throw new EnableSoftwareTokenMFAException('Code mismatch and fail enable Software Token MFA');
    if (check.outcome === 'already-used')
      throw new EnableSoftwareTokenMFAException('Your software token has already been used once.');
    const session = nextSession({ softwareTokenVerified: true });
    pool.users.update(user.username, ({ mfa }) => ({
      proposedSecret: undefined,
      softwareToken: spendStep({ secret, friendlyDeviceName: FriendlyDeviceName, spentSteps }, check.step, now),
      ...(inChallenge && { mfa: { ...mfa, enabled: addFactor(mfa.enabled, 'SOFTWARE_TOKEN_MFA') } }),
    }));
    return { Status: 'SUCCESS', ...session };
  },
});
