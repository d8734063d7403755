import type { Pool } from '../pool';
import { InvalidParameterException } from '../wire/exceptions';
import type { User } from './user';

const standard = ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'];

/**
 * The users that a filter of ListUsers lets through: one attribute, `=` or `^=` (begins with), and a value in quotes, in
 * which `\"` is a quote. An empty one lets everybody through. Custom attributes are not searchable (developer guide,
 * "Searching for users"). For a whole name, sub or attribute not all of them are looked at.
 * @throws InvalidParameterException
 */
export function findUsers(filter: string, { users }: Pick<Pool, 'users'>): readonly User[] {
  if (filter.trim() === '') return users.all();
  const [, name = '', operator, quoted] = /^\s*"?([\w:]+)"?\s*(=|\^=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (operator === undefined || quoted === undefined)
    throw new InvalidParameterException('Error while parsing filter.');
  const value = quoted.replace(/\\(.)/g, '$1');
  const whole = operator === '=';
  const fits = (found: string | undefined, wanted: string): boolean =>
    whole ? found === wanted : found?.startsWith(wanted) === true;
  const where = (test: (user: User) => boolean): readonly User[] => users.all().filter(test);
  switch (name) {
    case 'username':
      return whole
        ? [users.get(value)].filter((user) => user !== undefined)
        : where(({ username }) => fits(username, value));
    case 'sub':
      return whole ? users.having(name, value) : where(({ sub }) => fits(sub, value));
    case 'cognito:user_status':
      return where(({ status }) => fits(status.toLowerCase(), value.toLowerCase()));
    case 'status':
      return where(({ enabled }) => fits(enabled ? 'Enabled' : 'Disabled', value));
  }
  if (!standard.includes(name)) throw new InvalidParameterException(`Invalid search attribute: ${name}`);
  const wanted = name === 'email' || name === 'preferred_username' ? users.fold(value) : value;
  return whole ? users.having(name, wanted) : where(({ attributes }) => fits(attributes[name], wanted));
}
