import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { confirmUser } from '../authentication/confirm-user';
import { requireSecretHash } from '../authentication/secret-hash';
import { sendCode } from '../messages/send-message';
import { verificationAddress } from '../messages/verification-address';
import { requirePolicy } from '../passwords/password-policy';
import { firstPassword } from '../passwords/set-password';
import { checkAttributes } from '../schema/check-attributes';
import { newUserIdentity, requireFreeName } from '../state/new-user';
import { attributesFrom } from '../state/user-attributes';
import { preSignUp, type PreSignUpDecision } from '../triggers/pre-sign-up';
import { NotAuthorizedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Makes an unconfirmed user and sends the code that confirms it (API_SignUp). A duplicate is reported whatever the client
 * masks; it is looked for again after PreSignUp, which may take seconds.
 */
export const signUp = operation({
  name: 'SignUp',
  authorisation: 'client',
  input: {
    ClientId: required(member.clientId),
    ClientMetadata: member.clientMetadata,
    // The service does without only where a one-time password is a first factor; such a pool is not run.
    Password: required(member.password),
    SecretHash: member.secretHash,
    UserAttributes: member.attributes,
    Username: required(member.username),
    ValidationData: member.attributes,
  },
  async run(service, request): Promise<Wire<SignUpResponse>> {
    const { Username, Password, ClientMetadata: clientMetadata } = request;
    const { pool, client } = service.requireClient(request.ClientId);
    const { settings } = pool;
    requireSecretHash(client, Username, request.SecretHash);
    if (settings.adminCreateUserOnly) throw new NotAuthorizedException('SignUp is not permitted for this user pool');
    const identity = newUserIdentity(pool, Username, attributesFrom(request.UserAttributes));
    checkAttributes(settings.schema, identity.attributes, { writer: client, demand: 'all' });
    requirePolicy(Password, settings.passwordPolicy, 'signUp');
    requireFreeName(pool, Username, 'SignUp');

    const decision = await preSignUp(
      { pool, clientId: client.id },
      {
        source: 'PreSignUp_SignUp',
        username: identity.username,
        attributes: identity.attributes,
        validationData: attributesFrom(request.ValidationData),
        clientMetadata,
      },
    );
    requireFreeName(pool, Username, 'SignUp');
    const address = decision.autoConfirmUser ? undefined : verificationAddress(pool, identity.attributes);
    const user = pool.users.add({
      ...identity,
      ...firstPassword(pool, identity.username, Password, { temporary: false }),
      attributes: { ...identity.attributes, ...verifiedFlags(identity.attributes, decision) },
      status: 'UNCONFIRMED',
    });
    if (decision.autoConfirmUser) await confirmUser(pool, client.id, user, {}, clientMetadata);
    const delivery =
      address === undefined
        ? undefined
        : await sendCode({ pool, clientId: client.id, kind: 'SignUp', user, address, clientMetadata }, 'sign-up');
    return {
      UserConfirmed: decision.autoConfirmUser,
      UserSub: user.sub,
      ...(delivery !== undefined && { CodeDeliveryDetails: delivery }),
    };
  },
});

function verifiedFlags(
  { email, phone_number: phone }: Readonly<Record<string, string>>,
  { autoVerifyEmail, autoVerifyPhone }: PreSignUpDecision,
): Readonly<Record<string, string>> {
  return {
    ...(email !== undefined && { email_verified: String(autoVerifyEmail) }),
    ...(phone !== undefined && { phone_number_verified: String(autoVerifyPhone) }),
  };
}
