import type { AdminDisableProviderForUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import {
  findLinked,
  isLinkTo,
  ownProvider,
  readIdentity,
  requireLocalUser,
  subject,
} from '../identities/provider-identity';
import { withoutPassword } from '../passwords/set-password';
import type { Pool } from '../pool';
import { InvalidParameterException, UserNotFoundException } from '../wire/exceptions';
import * as member from '../wire/members';
import { providerUser, type ProviderUser } from '../wire/provider-user';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

/**
 * Removes the link to an identity of another provider, named as it was linked; or, of the pool's own user, the password
 * (API_AdminDisableProviderForUser).
 */
export const adminDisableProviderForUser = operation({
  name: 'AdminDisableProviderForUser',
  authorisation: 'signature',
  input: { User: required(providerUser), UserPoolId: required(member.text) },
  run(service, { User, UserPoolId }): Wire<AdminDisableProviderForUserResponse> {
    const pool = service.requirePool(UserPoolId);
    if (User.ProviderName === ownProvider) endPassword(pool, User);
    else endLink(pool, User);
    return {};
  },
});

/** How the user can have one again the service does not say: here like every user without one, and by AdminSetUserPassword. */
function endPassword(pool: Pool, user: ProviderUser): void {
  if (user.ProviderAttributeName !== subject)
    throw new InvalidParameterException(`The ProviderAttributeName of a user of ${ownProvider} must be ${subject}.`);
  const { username } = requireLocalUser(pool, user);
  pool.users.update(username, (latest) => withoutPassword(pool, latest));
}

function endLink(pool: Pool, user: ProviderUser): void {
  const identity = readIdentity(pool, 'User', user);
  const linked = findLinked(pool, identity);
  if (linked === undefined) throw new UserNotFoundException('User does not exist.');
  pool.users.update(linked.username, ({ links }) => ({ links: links.filter((link) => !isLinkTo(link, identity)) }));
}
