import type { AdminCreateUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { claimNames } from '../attributes/claim-names';
import { describeUser } from '../describe/user';
import type { Destination } from '../messages/destination';
import { invitationDestinations } from '../messages/invitation-destinations';
import { sendMessage } from '../messages/send-message';
import { allowsNoPassword } from '../passwords/passwordless';
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
import { boolean, list, oneOf, required, type Input } from '../wire/shape';
import { operation } from './operation';

const input = {
  ClientMetadata: member.clientMetadata,
  DesiredDeliveryMediums: list(oneOf('SMS', 'EMAIL')),
  ForceAliasCreation: boolean(),
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
    const password = given ?? generatePassword(pool, request);
    const user =
      password === undefined
        ? await invite(pool, request, undefined)
        : await (request.MessageAction === 'RESEND' ? inviteAgain : invite)(pool, request, password);
    return { User: describeUser(user) };
  },
});

/** undefined: the user does without one, where a one-time password is a first factor. */
function generatePassword({ settings, randomness }: Pool, { MessageAction }: Request): string | undefined {
  if (allowsNoPassword(settings) && MessageAction !== 'RESEND') return undefined;
  return generateTemporaryPassword(settings.passwordPolicy, randomness);
}

/** Without a password the user is confirmed at once, and must then have every attribute that is required. */
async function invite(pool: Pool, request: Request, password: string | undefined): Promise<User> {
  const { Username, ClientMetadata: clientMetadata } = request;
  const { username, sub, attributes } = newUserIdentity(pool, Username, attributesFrom(request.UserAttributes));
  checkAttributes(pool.settings.schema, attributes, {
    writer: 'administrator',
    demand: password === undefined ? 'all' : 'immutable',
  });
  const silent = request.MessageAction === 'SUPPRESS' || password === undefined;
  const destinations = silent ? [] : invitationDestinations(request.DesiredDeliveryMediums, attributes);
  requireFreeName(pool, Username, attributes, 'AdminCreateUser');

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
  requireFreeName(pool, Username, attributes, 'AdminCreateUser');
  claimNames(pool, username, attributes, { force: request.ForceAliasCreation ?? false });
  const user = pool.users.add({
    username,
    sub,
    attributes,
    status: password === undefined ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD',
    ...(password !== undefined && firstPassword(pool, username, password, { temporary: true })),
  });
  if (password !== undefined) await sendInvitation(pool, user, destinations, clientMetadata, () => password);
  return user;
}

/** A new temporary password with a new validity, for a user who has not signed in yet. */
async function inviteAgain(pool: Pool, request: Request, password: string): Promise<User> {
  const { Username, ClientMetadata } = request;
  const user = requireInvited(pool, Username);
  const destinations = invitationDestinations(request.DesiredDeliveryMediums, user.attributes);
  if (destinations.length === 0)
    throw new InvalidParameterException('No email provided but desired delivery medium was Email');
  await sendInvitation(pool, user, destinations, ClientMetadata, () => {
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

/** One message for each medium; each is the trigger's to word. */
async function sendInvitation(
  pool: Pool,
  user: User,
  destinations: readonly Destination[],
  clientMetadata: Request['ClientMetadata'],
  makePassword: () => string,
): Promise<void> {
  for (const to of destinations) {
    const letter = { pool, clientId: undefined, kind: 'AdminCreateUser', user, to, clientMetadata } as const;
    await sendMessage(letter, makePassword);
  }
}
