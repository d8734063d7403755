import { buildPool, settings } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const name = 'anna@example.com';
const notFound = refusal('ResourceNotFoundException', 'Group not found.');
const groups = ['e', 'c', 'a', 'd', 'b'].map((group) => ({
  name: group,
  description: undefined,
  precedence: undefined,
  roleArn: undefined,
}));

test('GetGroup shows a group with what it has', async () => {
  const group = { name: 'admins', description: 'May do all', precedence: 0, roleArn: 'arn:aws:iam::1:role/admin' };
  const { callAsAdmin, pool } = buildPool({ settings: { groups: [group] } });
  const time = pool.created / 1000;

  expect(await callAsAdmin('GetGroup', { GroupName: 'admins' })).toEqual({
    Group: {
      GroupName: 'admins',
      UserPoolId: pool.id,
      Description: 'May do all',
      Precedence: 0,
      RoleArn: 'arn:aws:iam::1:role/admin',
      CreationDate: time,
      LastModifiedDate: time,
    },
  });
});

test('a group shows nothing that it has not', async () => {
  const { callAsAdmin, pool } = buildPool();
  const { Group } = await callAsAdmin('GetGroup', { GroupName: 'readers' });
  expect(Group).toEqual({
    GroupName: 'readers',
    UserPoolId: pool.id,
    CreationDate: pool.created / 1000,
    LastModifiedDate: pool.created / 1000,
  });
});

test.each(['GetGroup', 'ListUsersInGroup', 'AdminAddUserToGroup', 'AdminRemoveUserFromGroup'])(
  '%s names an unknown group; group names are case-sensitive',
  async (operation) => {
    const { addConfirmedUser, callAsAdmin } = buildPool();
    await addConfirmedUser(name);
    for (const GroupName of ['nobodies', 'Admins'])
      expect(await refusalOf(callAsAdmin(operation, { Username: name, GroupName }))).toEqual(notFound);
  },
);

test('membership begins and ends, and saying either twice changes nothing', async () => {
  const { addConfirmedUser, callAsAdmin } = buildPool();
  await addConfirmedUser(name);
  const membership = { Username: name, GroupName: 'admins' };
  const groupsOfAnna = async () => (await callAsAdmin('AdminListGroupsForUser', { Username: name }))['Groups'];

  expect(await callAsAdmin('AdminAddUserToGroup', membership)).toEqual({});
  await callAsAdmin('AdminAddUserToGroup', membership);
  expect(await groupsOfAnna()).toEqual([expect.objectContaining({ GroupName: 'admins' })]);
  expect(await callAsAdmin('ListUsersInGroup', { GroupName: 'admins' })).toEqual({
    Users: [expect.objectContaining({ UserStatus: 'CONFIRMED', Enabled: true })],
  });

  expect(await callAsAdmin('AdminRemoveUserFromGroup', membership)).toEqual({});
  await callAsAdmin('AdminRemoveUserFromGroup', membership);
  expect(await groupsOfAnna()).toEqual([]);
  expect(await callAsAdmin('ListUsersInGroup', { GroupName: 'admins' })).toEqual({ Users: [] });
});

test('membership is in the access token of the next sign-in', async () => {
  const { addConfirmedUser, accessToken, callAsAdmin } = buildPool();
  await addConfirmedUser(name);
  await callAsAdmin('AdminAddUserToGroup', { Username: name, GroupName: 'admins' });

  const [, payload = ''] = (await accessToken(name, 'Correct-Horse-9')).split('.');

  expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({ 'cognito:groups': ['admins'] });
});

test('ListGroups goes page by page through all groups, by name', async () => {
  const { callAsAdmin } = buildPool({ settings: { groups } });

  const first = await callAsAdmin('ListGroups', { Limit: 2 });
  const second = await callAsAdmin('ListGroups', { Limit: 2, NextToken: first['NextToken'] });
  const third = await callAsAdmin('ListGroups', { Limit: 2, NextToken: second['NextToken'] });

  const names = [first, second, third].map(({ Groups }) =>
    (Groups as readonly { readonly GroupName: string }[]).map(({ GroupName }) => GroupName),
  );
  expect(names).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(third).not.toHaveProperty('NextToken');
});

test('AdminListGroupsForUser and ListUsersInGroup have pages too', async () => {
  const { addConfirmedUser, callAsAdmin } = buildPool({ settings: { groups } });
  for (const user of [name, 'bob@example.com', 'cleo@example.com']) {
    await addConfirmedUser(user);
    for (const { name: GroupName } of groups) await callAsAdmin('AdminAddUserToGroup', { Username: user, GroupName });
  }

  const page = await callAsAdmin('AdminListGroupsForUser', { Username: name, Limit: 4 });
  expect(page).toMatchObject({ Groups: { length: 4 }, NextToken: expect.any(String) });
  expect(
    await callAsAdmin('AdminListGroupsForUser', { Username: name, Limit: 4, NextToken: page['NextToken'] }),
  ).toEqual({ Groups: [expect.objectContaining({ GroupName: 'e' })] });

  const users = await callAsAdmin('ListUsersInGroup', { GroupName: 'a', Limit: 2 });
  expect(users).toMatchObject({ Users: { length: 2 }, NextToken: expect.any(String) });
  expect(await callAsAdmin('ListUsersInGroup', { GroupName: 'a', Limit: 2, NextToken: users['NextToken'] })).toEqual({
    Users: [expect.anything()],
  });
});

test.each([
  [
    { Limit: 61 },
    "Value '61' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 60",
  ],
  [
    { Limit: -1 },
    "Value '-1' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 0",
  ],
])('ListGroups refuses %j', async (change, sentence) => {
  const { callAsAdmin } = buildPool({ settings });
  expect(await refusalOf(callAsAdmin('ListGroups', change))).toEqual(
    refusal('InvalidParameterException', `1 validation error detected: ${sentence}`),
  );
});

test('ListGroups refuses a token that it did not give', async () => {
  const { callAsAdmin } = buildPool();
  expect(await refusalOf(callAsAdmin('ListGroups', { NextToken: 'made-up' }))).toEqual(
    refusal('InvalidParameterException', 'Invalid pagination token given'),
  );
});
