import { UserDirectory } from '../../../lib/local-pool/state/user-directory';
import { SetClock } from '../set-clock';

const anna = { username: 'u-1', sub: 'u-1', status: 'CONFIRMED', attributes: { email: 'anna@example.com' } } as const;

function directory(settings: Partial<ConstructorParameters<typeof UserDirectory>[0]> = {}) {
  const clock = new SetClock();
  return {
    clock,
    users: new UserDirectory({ signInWith: 'email', aliases: [], caseSensitive: false, ...settings }, clock),
  };
}

test('in a pool that signs in with e-mail a user is found by address and by username', () => {
  const { users } = directory();
  const added = users.add(anna);
  expect(users.find('ANNA@example.com')).toBe(added);
  expect(users.find('u-1')).toBe(added);
  expect(users.get('u-1')).toBe(added);
  expect(users.find('bob@example.com')).toBeUndefined();
});

test('in a pool of user names the address finds nobody', () => {
  const { users } = directory({ signInWith: 'username' });
  users.add(anna);
  expect(users.find('anna@example.com')).toBeUndefined();
  expect(users.find('U-1')?.username).toBe('u-1');
});

test('a case-sensitive pool keeps names apart that differ in case', () => {
  const { users } = directory({ caseSensitive: true, signInWith: 'username' });
  users.add({ ...anna, username: 'Anna' });
  users.add({ ...anna, username: 'anna', sub: 'u-2' });
  expect(users.find('Anna')?.sub).toBe('u-1');
  expect(users.find('anna')?.sub).toBe('u-2');
  expect(users.find('ANNA')).toBeUndefined();
});

test('a new user is enabled, in no group and without links, devices or factors', () => {
  const { clock, users } = directory();
  expect(users.add(anna)).toEqual({
    ...anna,
    enabled: true,
    created: clock.now(),
    modified: clock.now(),
    pendingAttributes: {},
    password: undefined,
    temporaryPasswordExpires: undefined,
    passwordHistory: [],
    softwareToken: undefined,
    proposedSecret: undefined,
    mfa: { enabled: [], preferred: undefined },
    groups: [],
    links: [],
    devices: [],
  });
});

test('an update replaces the record, moves the time, and a changed address finds the user', () => {
  const { clock, users } = directory();
  const before = users.add(anna);
  clock.advance({ seconds: 5 });

  const after = users.update('u-1', ({ attributes }) => ({ attributes: { ...attributes, email: 'new@example.com' } }));

  expect(before.attributes.email).toBe('anna@example.com');
  expect(after?.modified).toBe(before.modified + 5000);
  expect(after?.created).toBe(before.created);
  expect(users.find('new@example.com')).toBe(after);
  expect(users.find('anna@example.com')).toBeUndefined();
});

test('a user who gives up an address does not take it from the one who has it by now', () => {
  const { users } = directory();
  users.add(anna);
  users.add({ ...anna, username: 'u-2', sub: 'u-2' });
  users.update('u-1', { attributes: {} });
  expect(users.find('anna@example.com')?.username).toBe('u-2');
});

test('a deleted user is gone, stays gone in an update, and frees the names', () => {
  const { users } = directory();
  users.add(anna);
  users.remove('u-1');
  users.remove('u-1');
  expect(users.update('u-1', { enabled: false })).toBeUndefined();
  expect(users.all()).toEqual([]);
  expect(users.find('anna@example.com')).toBeUndefined();
});

test('a device is updated without the others', () => {
  const { clock, users } = directory();
  users.add(anna);
  const device = {
    groupKey: '-g',
    name: undefined,
    confirmed: false,
    remembered: false,
    standsInForSecondFactor: false,
    verifier: undefined,
    created: 0,
    modified: 0,
    lastAuthenticated: 0,
  };
  users.update('u-1', {
    devices: [
      { ...device, key: 'd-1' },
      { ...device, key: 'd-2' },
    ],
  });

  users.updateDevice('u-1', 'd-2', { confirmed: true });

  expect(users.get('u-1')?.devices).toEqual([
    { ...device, key: 'd-1' },
    { ...device, key: 'd-2', confirmed: true, modified: clock.now() },
  ]);
});

test('users are listed in the order of their creation', () => {
  const { users } = directory();
  for (const username of ['c', 'a', 'b']) users.add({ ...anna, username, sub: username, attributes: {} });
  users.update('c', { enabled: false });
  expect(users.all().map(({ username }) => username)).toEqual(['c', 'a', 'b']);
});

describe('by a value', () => {
  const bob = { ...anna, username: 'u-2', sub: 'sub-2', attributes: { email: 'bob@example.com', name: 'Bob' } };
  const usernames = (users: UserDirectory, attribute: string, value: string): readonly string[] =>
    users.having(attribute, value).map(({ username }) => username);

  test('users are found before and after they are added, changed and removed', () => {
    const { users } = directory();
    users.add(anna);
    expect(usernames(users, 'email', 'bob@example.com')).toEqual([]);
    users.add(bob);
    expect(usernames(users, 'email', 'bob@example.com')).toEqual(['u-2']);
    users.update('u-2', { attributes: { email: 'robert@example.com' } });
    expect(usernames(users, 'email', 'bob@example.com')).toEqual([]);
    expect(usernames(users, 'email', 'robert@example.com')).toEqual(['u-2']);
    expect(usernames(users, 'name', 'Bob')).toEqual([]);
    users.remove('u-2');
    expect(usernames(users, 'email', 'robert@example.com')).toEqual([]);
  });

  test('several users have one name, and each is found', () => {
    const { users } = directory();
    users.add({ ...anna, attributes: { name: 'Kim' } });
    users.add({ ...bob, attributes: { name: 'Kim' } });
    expect(usernames(users, 'name', 'Kim').toSorted()).toEqual(['u-1', 'u-2']);
    users.update('u-1', { attributes: {} });
    expect(usernames(users, 'name', 'Kim')).toEqual(['u-2']);
  });

  test('a record that changes elsewhere is found as it is by now', () => {
    const { users } = directory();
    users.add(bob);
    expect(users.findBySub('sub-2')?.enabled).toBe(true);
    users.update('u-2', { enabled: false });
    expect(users.findBySub('sub-2')?.enabled).toBe(false);
    expect(users.findBySub('sub-1')).toBeUndefined();
  });

  test('who takes the username of a deleted user is found by the new sub alone', () => {
    const { users } = directory();
    users.add(bob);
    expect(users.findBySub('sub-2')).toBeDefined();
    users.remove('u-2');
    users.add({ ...bob, sub: 'sub-3' });
    expect(users.findBySub('sub-2')).toBeUndefined();
    expect(users.findBySub('sub-3')?.username).toBe('u-2');
    expect(users.size).toBe(1);
  });
});
