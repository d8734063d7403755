import type { AdminUpdateUserAttributesResponse } from '@aws-sdk/client-cognito-identity-provider';
import { sendMessage } from '../messages/send-message';
import { verificationAddress } from '../messages/verification-address';
import type { Pool } from '../pool';
import { updateAttributes } from '../schema/update-attributes';
import { attributesFrom, foldAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { AliasExistsException, NotSimulatedException } from '../wire/exceptions';
import * as member from '../wire/members';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Writes attributes of any user; an empty value deletes. A changed address is unverified, and is sent a code where the
 * pool verifies it, unless its verified flag is given too (API_AdminUpdateUserAttributes).
 */
export const adminUpdateUserAttributes = operation({
  name: 'AdminUpdateUserAttributes',
  authorisation: 'signature',
  input: {
    ClientMetadata: member.clientMetadata,
    UserAttributes: required(member.attributes),
    UserPoolId: required(member.userPoolId),
    Username: required(member.username),
  },
  async run(service, request): Promise<Wire<AdminUpdateUserAttributesResponse>> {
    const pool = service.requirePool(request.UserPoolId);
    const { schema, requireVerificationBeforeUpdate } = pool.settings;
    const user = pool.requireUser(request.Username);
    const given = foldAttributes(pool, attributesFrom(request.UserAttributes));
    const { attributes, unverified } = updateAttributes(schema, user.attributes, given);
    const pending = unverified.find((name) => requireVerificationBeforeUpdate.includes(name));
    if (pending !== undefined)
      throw new NotSimulatedException(`Keeping the old ${pending} until the new one is verified`);
    requireFreeEmail(pool, user, attributes['email']);

    const apply = (): void => {
      requireFreeEmail(pool, user, attributes['email']);
      // What went to the old address must neither verify the new one nor reset the password.
      if (attributes['email'] !== user.attributes['email']) pool.codes.withdrawAllOf(user.username);
      pool.users.update(user.username, (latest) => ({
        attributes: updateAttributes(schema, latest.attributes, given).attributes,
      }));
    };
    const changed = Object.fromEntries(unverified.map((name) => [name, attributes[name] ?? '']));
    const address = verificationAddress(pool, changed);
    if (address === undefined) apply();
    else
      await sendMessage(
        {
          pool,
          clientId: undefined,
          kind: 'UpdateUserAttribute',
          user: { ...user, attributes },
          address,
          clientMetadata: request.ClientMetadata,
        },
        () => {
          apply();
          return pool.codes.issue(user.username, 'attribute:email');
        },
      );
    return {};
  },
});

/** Where the address is the name to sign in with, no two users have the same. */
function requireFreeEmail(pool: Pool, user: User, email: string | undefined): void {
  if (pool.settings.signInWith !== 'email' || email === undefined) return;
  const owner = pool.users.find(email);
  if (owner !== undefined && owner.username !== user.username)
    throw new AliasExistsException('An account with the given email already exists.');
}
