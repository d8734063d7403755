import type { SignUpResponse } from '@aws-sdk/client-cognito-identity-provider';
import { claimNames } from '../attributes/claim-names';
import { confirmUser } from '../authentication/confirm-user';
import { requireSecretHash } from '../authentication/secret-hash';
import { signUpSession } from '../authentication/sign-up-session';
import { sendCode } from '../messages/send-message';
import { verificationDestination } from '../messages/verification-destination';
import { requirePolicy } from '../passwords/password-policy';
import { requirePasswordlessPool } from '../passwords/passwordless';
import { firstPassword } from '../passwords/set-password';
import { checkAttributes } from '../schema/check-attributes';
import { newUserIdentity, requireFreeName, requireNoPreferredUsername } from '../state/new-user';
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
    Password: member.password,
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
    requireNoPreferredUsername(pool, identity.attributes);
    checkAttributes(settings.schema, identity.attributes, { writer: client, demand: 'all' });
    if (Password !== undefined) requirePolicy(Password, settings.passwordPolicy, 'signUp');
    else requirePasswordlessPool(settings, 'password');
    requireFreeName(pool, Username, identity.attributes, 'SignUp');

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
    requireFreeName(pool, Username, identity.attributes, 'SignUp');
    const attributes = { ...identity.attributes, ...verifiedFlags(identity.attributes, decision) };
    // An alias that the trigger verifies goes over from whoever has it (developer guide, "Pre sign-up Lambda trigger").
    claimNames(pool, identity.username, attributes, { force: true });
    const to = decision.autoConfirmUser ? undefined : verificationDestination(pool, identity.attributes);
    const user = pool.users.add({
      ...identity,
      ...(Password !== undefined && firstPassword(pool, identity.username, Password, { temporary: false })),
      attributes,
      status: 'UNCONFIRMED',
    });
    if (decision.autoConfirmUser) await confirmUser(pool, client.id, user, {}, clientMetadata);
    const delivery =
      to === undefined
        ? undefined
        : await sendCode({ pool, clientId: client.id, kind: 'SignUp', user, to, clientMetadata }, 'sign-up');
    return {
      UserConfirmed: decision.autoConfirmUser,
      UserSub: user.sub,
      ...(delivery !== undefined && { CodeDeliveryDetails: delivery }),
      ...signUpSession(pool, client, user, { confirmed: decision.autoConfirmUser }),
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
