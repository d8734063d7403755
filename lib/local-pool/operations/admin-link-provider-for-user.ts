import type { AdminLinkProviderForUserResponse } from '@aws-sdk/client-cognito-identity-provider';
import { findLinked, ownProvider, readIdentity, requireLocalUser } from '../identities/provider-identity';
import { InvalidParameterException, LimitExceededException } from '../wire/exceptions';
import * as member from '../wire/members';
import { providerUser } from '../wire/provider-user';
import type { Wire } from '../wire/response';
import { required } from '../wire/shape';
import { operation } from './operation';

const mostLinks = 5;

/**
 * Links an identity of another provider to a user, whose attribute `identities` then names it. Nobody signs in through
 * that provider here (API_AdminLinkProviderForUser).
 */
export const adminLinkProviderForUser = operation({
  name: 'AdminLinkProviderForUser',
  authorisation: 'signature',
  input: {
    DestinationUser: required(providerUser),
    SourceUser: required(providerUser),
    UserPoolId: required(member.text),
  },
  run(service, { DestinationUser, SourceUser, UserPoolId }): Wire<AdminLinkProviderForUserResponse> {
    const pool = service.requirePool(UserPoolId);
    if (SourceUser.ProviderName === ownProvider)
      throw new InvalidParameterException(
        'Invalid SourceUser: Cognito users with a username/password may not be passed in as a SourceUser, ' +
          'only as a DestinationUser',
      );
    const identity = readIdentity(pool, 'SourceUser', SourceUser);
    const { username, links } = requireLocalUser(pool, DestinationUser);
    if (findLinked(pool, identity) !== undefined)
      throw new InvalidParameterException('SourceUser is already linked to DestinationUser');
    if (links.length >= mostLinks)
      throw new LimitExceededException(`A user can be linked to ${mostLinks} identities at the most.`);
    pool.users.update(username, { links: [...links, { ...identity, created: pool.clock.now() }] });
    return {};
  },
});
