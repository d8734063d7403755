import type { Pool } from '../pool';
import type { User } from '../state/user';
import { PasswordHistoryPolicyViolationException } from '../wire/exceptions';
import { matchesPassword, recordPassword } from './password-record';
import { requirePolicy } from './password-policy';

const day = 24 * 60 * 60 * 1000;

/** Whether `password` is the user's current one; false for a user without a password. */
export function hasPassword(pool: Pool, user: User, password: string): boolean {
  return user.password !== undefined && matchesPassword(ownerOf(pool, user), password, user.password);
}

/** The changes that make `password` a new user's first one. The policy was checked by the caller, in its own words. */
export function firstPassword(
  pool: Pool,
  username: string,
  password: string,
  { temporary }: { readonly temporary: boolean },
): Pick<User, 'password' | 'temporaryPasswordExpires'> {
  return {
    password: recordPassword({ poolName: pool.poolName, username }, password, pool.randomness),
    temporaryPasswordExpires: temporary
      ? pool.clock.now() + pool.settings.passwordPolicy.temporaryPasswordValidityDays * day
      : undefined,
  };
}

/**
 * The changes that replace a user's password, after the policy and the history were held against it.
 * @throws InvalidPasswordException, PasswordHistoryPolicyViolationException
 */
export function replacePassword(
  pool: Pool,
  user: User,
  password: string,
  { temporary }: { readonly temporary: boolean },
): Pick<User, 'password' | 'temporaryPasswordExpires' | 'passwordHistory'> {
  const { passwordPolicy } = pool.settings;
  requirePolicy(password, passwordPolicy, 'change');
  const owner = ownerOf(pool, user);
  const remembered = rememberedPasswords(pool, user);
  if (remembered.some((record) => matchesPassword(owner, password, record)))
    throw new PasswordHistoryPolicyViolationException('Password has previously been used');
  return { ...firstPassword(pool, user.username, password, { temporary }), passwordHistory: remembered };
}

/** The changes that leave a user without a password; it stays in the history. */
export function withoutPassword(
  pool: Pool,
  user: User,
): Pick<User, 'password' | 'temporaryPasswordExpires' | 'passwordHistory'> {
  return { password: undefined, temporaryPasswordExpires: undefined, passwordHistory: rememberedPasswords(pool, user) };
}

/** What a new password is held against: the current one and those before it, as far as the policy goes back. */
function rememberedPasswords({ settings }: Pool, { password, passwordHistory }: User): User['passwordHistory'] {
  const past = password === undefined ? passwordHistory : [password, ...passwordHistory];
  return past.slice(0, settings.passwordPolicy.passwordHistorySize);
}

function ownerOf(pool: Pool, user: User): { readonly poolName: string; readonly username: string } {
  return { poolName: pool.poolName, username: user.username };
}
