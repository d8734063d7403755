import type { AdminCreateUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { describeUser } from '../describe/user';
import { invitationAddress } from '../messages/invitation-address';
import { sendMessage } from '../messages/send-message';
import { requirePolicy } from '../passwords/password-policy';
import { firstPassword } from '../passwords/set-password';
import { generateTemporaryPassword } from '../passwords/temporary-password';
import type { Pool } from '../pool';
import { checkAttributes } from '../schema/check-attributes';
import { newUserIdentity, requireFreeName } from '../state/new-user';
import { attributesFrom } from '../state/user-attributes';
import type { User } from '../state/user';
import { preSignUp } from '../triggers/pre-sign-up';
import { InvalidParameterException, UnsupportedUserStateException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { list, oneOf, required, type Input } from '../wire/shape';
import { operation } from './operation';

const input = {
  ClientMetadata: member.clientMetadata,
  DesiredDeliveryMediums: list(oneOf('SMS', 'EMAIL')),
  MessageAction: oneOf('RESEND', 'SUPPRESS'),
  TemporaryPassword: member.password,
  UserAttributes: member.attributes,
  UserPoolId: required(member.userPoolId),
  Username: required(member.username),
  ValidationData: member.attributes,
} as const;

type Request = Input<typeof input>;

/**
 * Makes a user with a temporary password, given or generated, and sends the invitation; or sends it anew with a new
 * password (API_AdminCreateUser).
 */
export const adminCreateUser = operation({
  name: 'AdminCreateUser',
  authorisation: 'signature',
  input,
  async run(service, request): Promise<Wire<AdminCreateUserResponse>> {
    const pool = service.requirePool(request.UserPoolId);
    const { passwordPolicy } = pool.settings;
    const { TemporaryPassword: given } = request;
    if (given !== undefined) requirePolicy(given, passwordPolicy, 'adminCreate');
    const password = given ?? generateTemporaryPassword(passwordPolicy, pool.randomness);
    const user = await (request.MessageAction === 'RESEND' ? inviteAgain : invite)(pool, request, password);
    return { User: describeUser(user) };
  },
});

async function invite(pool: Pool, request: Request, password: string): Promise<User> {
  const { Username, ClientMetadata: clientMetadata } = request;
  const { username, sub, attributes } = newUserIdentity(pool, Username, attributesFrom(request.UserAttributes));
  checkAttributes(pool.settings.schema, attributes, { writer: 'administrator', demand: 'immutable' });
  const silent = request.MessageAction === 'SUPPRESS';
  const address = silent ? undefined : invitationAddress(request.DesiredDeliveryMediums, attributes);
  requireFreeName(pool, Username, 'AdminCreateUser');

  await preSignUp(
    { pool, clientId: undefined },
    {
      source: 'PreSignUp_AdminCreateUser',
      username,
      attributes,
      validationData: attributesFrom(request.ValidationData),
      clientMetadata,
    },
  );
  requireFreeName(pool, Username, 'AdminCreateUser');
  const user = pool.users.add({
    username,
    sub,
    attributes,
    status: 'FORCE_CHANGE_PASSWORD',
    ...firstPassword(pool, username, password, { temporary: true }),
  });
  if (address !== undefined) await sendInvitation(pool, user, address, clientMetadata, () => password);
  return user;
}

/** A new temporary password with a new validity, for a user who has not signed in yet. */
async function inviteAgain(pool: Pool, request: Request, password: string): Promise<User> {
  const { Username, ClientMetadata } = request;
  const user = requireInvited(pool, Username);
  const address = invitationAddress(request.DesiredDeliveryMediums, user.attributes);
  if (address === undefined)
    throw new InvalidParameterException('No email provided but desired delivery medium was Email');
  await sendInvitation(pool, user, address, ClientMetadata, () => {
    const { username } = requireInvited(pool, Username);
    pool.users.update(username, firstPassword(pool, username, password, { temporary: true }));
    return password;
  });
  return pool.requireUser(user.username);
}

function requireInvited(pool: Pool, name: string): User {
  const user = pool.requireUser(name);
  if (user.status === 'FORCE_CHANGE_PASSWORD') return user;
  throw new UnsupportedUserStateException(`Resend not possible. ${name} status is not FORCE_CHANGE_PASSWORD`);
}

function sendInvitation(
  pool: Pool,
  user: User,
  address: string,
  clientMetadata: Request['ClientMetadata'],
  makePassword: () => string,
): Promise<unknown> {
  const letter = { pool, clientId: undefined, kind: 'AdminCreateUser', user, address, clientMetadata } as const;
  return sendMessage(letter, makePassword);
}
