import type { Pool } from '../pool';
import { signInNames } from '../schema/sign-in-names';
import type { AliasAttribute } from '../settings/pool-settings';
import { AliasExistsException, type ServiceException } from '../wire/exceptions';
import { storeAttributes } from './store-attributes';

interface Claim {
  /** Takes aliases away from whoever has them (ForceAliasCreation). Default: false. */
  readonly force?: boolean;
  /** The operation's own words for a name that somebody else has. */
  readonly refuse?: (attribute: AliasAttribute) => ServiceException;
}

/**
 * Makes sure that the names by which these attributes let a user sign in are nobody else's. Of aliases that are taken
 * away, the one who loses them keeps the attribute, unverified.
 * @throws AliasExistsException, or what `refuse` says, for a name that somebody else has and keeps.
 */
export function claimNames(
  pool: Pool,
  username: string,
  attributes: Readonly<Record<string, string>>,
  { force = false, refuse = aliasExists }: Claim = {},
): void {
  const taken = signInNames(pool.settings, attributes).flatMap(({ attribute, value }) => {
    const owner = pool.users.find(value);
    return owner === undefined || owner.username === username ? [] : [{ attribute, owner }];
  });
  for (const { attribute } of taken) if (!force || !isMovable(pool, attribute)) throw refuse(attribute);
  for (const { attribute, owner } of taken) {
    // What went to an address that is another's by now must not reset this user's password.
    pool.codes.withdrawAllOf(owner.username);
    storeAttributes(pool, owner.username, (latest) => ({
      attributes: { ...latest.attributes, [`${attribute}_verified`]: 'false' },
      pendingAttributes: latest.pendingAttributes,
    }));
  }
}

/** A preferred username has no flag to lose, and an address in the place of a username is never given up. */
function isMovable({ settings }: Pool, attribute: AliasAttribute): boolean {
  return settings.signInWith === 'username' && attribute !== 'preferred_username';
}

function aliasExists(attribute: AliasAttribute): AliasExistsException {
  return new AliasExistsException(`An account with the given ${attribute} already exists.`);
}
