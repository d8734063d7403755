import { markup, type Markup } from '../markup';
import type { Pool } from '../pool';
import type { User } from '../state/user';
import { table } from './layout';
import { userRow } from './user-row';

/** More would make the page slow to read for people and browsers alike. */
const mostUsers = 100;

/**
 * Who is in a pool.
 *
 * @param wanted part of a name or an address; empty for everybody
 */
export function usersSection({ users }: Pool, wanted: string): Markup {
  const all = users.all();
  const found = wanted === '' ? all : all.filter((user) => isCalled(user, wanted.toLowerCase()));
  return markup`<section id="users">
    <h2>Users</h2>
    ${all.length === 0 ? markup`<p>Nobody yet.</p>` : markup`${search(wanted)}${listed(found, all.length)}`}
  </section>`;
}

function search(wanted: string): Markup {
  return markup`<form action="#users">
    <label>Name or address <input type="search" name="user" value="${wanted}" /></label>
    <button>Find</button>
  </form>`;
}

function listed(found: readonly User[], all: number): Markup {
  const shown = found.slice(0, mostUsers);
  return markup`<p>${shown.length} of ${all}${found.length > mostUsers && `, the first of ${found.length} that were found`}.</p>
    ${shown.length > 0 && table('Users', headings, 'users-listed', shown.map(userRow))}`;
}

const headings = ['User', 'Status', 'Address', 'Factors', 'Devices', 'Groups'];

function isCalled({ username, attributes }: User, wanted: string): boolean {
  const names = [username, attributes['email'], attributes['phone_number'], attributes['preferred_username']];
  return names.some((name) => name?.toLowerCase().includes(wanted) === true);
}
