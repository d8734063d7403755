import type { ForgotPasswordResponse } from '@aws-sdk/client-cognito-identity-provider';
import { migrateAtForgotPassword } from '../authentication/migrate-user';
import { findRequestedUser, unknownUser } from '../authentication/requested-user';
import { recoveryDestination, requireSelfRecovery } from '../messages/recovery-destination';
import { sendCode } from '../messages/send-message';
import { simulateDelivery } from '../messages/simulated-delivery';
import { requireResettable } from '../passwords/reset-password';
import { InvalidParameterException, NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Sends a code with which the user may choose a new password; the old one works until then (API_ForgotPassword). A client
 * that masks user existence hears the same of users that are unknown, disabled or without a verified contact.
 */
export const forgotPassword = operation({
  name: 'ForgotPassword',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    SecretHash: member.secretHash,
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<ForgotPasswordResponse>> {
    const { Username: name, ClientMetadata: clientMetadata } = request;
    const { pool, client, user: known } = findRequestedUser(service, request, 'PasswordRecovery');
    const masks = client.preventUserExistenceErrors;
    const simulated = () => ({ CodeDeliveryDetails: simulateDelivery(pool, name, 'password-reset') });
    requireSelfRecovery(pool);
    const user =
      known ??
      (await migrateAtForgotPassword({ pool, client, name, ...(clientMetadata !== undefined && { clientMetadata }) }));
    if (user === undefined) {
      if (masks) return simulated();
      throw unknownUser();
    }
    if (!user.enabled) {
      if (masks) return simulated();
      throw new NotAuthorizedException('User is disabled.');
    }
    requireResettable(user);
    const to = recoveryDestination(pool, user);
    if (to === undefined) {
      if (masks) return simulated();
      throw new InvalidParameterException(
        'Cannot reset password for the user as there is no registered/verified email or phone_number',
      );
    }
    const letter = { pool, clientId: client.id, kind: 'ForgotPassword', user, to, clientMetadata } as const;
    return { CodeDeliveryDetails: await sendCode(letter, 'password-reset') };
  },
});
