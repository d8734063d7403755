import type { Pool } from '../pool';
import { InvalidParameterException } from '../wire/exceptions';
import type { User } from './user';

type Test = (user: User) => boolean;
type Comparison = (found: string) => boolean;

const standard = ['email', 'phone_number', 'name', 'given_name', 'family_name', 'preferred_username'];

/**
 * A filter of ListUsers: one attribute, `=` or `^=` (begins with), and a value in quotes, in which `\"` is a quote. An
 * empty one lets everybody through. Custom attributes are not searchable (developer guide, "Searching for users").
 * @throws InvalidParameterException
 */
export function readUserFilter(filter: string, pool: Pool): Test {
  if (filter.trim() === '') return () => true;
  const [, name = '', operator, quoted] = /^\s*"?([\w:]+)"?\s*(=|\^=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter) ?? [];
  if (operator === undefined || quoted === undefined)
    throw new InvalidParameterException('Error while parsing filter.');
  const value = quoted.replace(/\\(.)/g, '$1');
  const compare = (wanted: string): Comparison =>
    operator === '=' ? (found) => found === wanted : (found) => found.startsWith(wanted);
  switch (name) {
    case 'username':
      return ({ username }) => compare(value)(username);
    case 'sub':
      return ({ sub }) => compare(value)(sub);
    case 'cognito:user_status':
      return ({ status }) => compare(value.toLowerCase())(status.toLowerCase());
    case 'status':
      return ({ enabled }) => compare(value)(enabled ? 'Enabled' : 'Disabled');
  }
  if (!standard.includes(name)) throw new InvalidParameterException(`Invalid search attribute: ${name}`);
  const folds = name === 'email' || name === 'preferred_username';
  const wanted = compare(folds ? pool.users.fold(value) : value);
  return ({ attributes }) => wanted(attributes[name] ?? '') && attributes[name] !== undefined;
}
