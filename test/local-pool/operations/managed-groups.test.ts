import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const RoleArn = 'arn:aws:iam::123456789012:role/editors';

test('a group is made, changed where the request says so, and removed', async () => {
  const { callAsAdmin, clock, pool } = buildPool();
  const time = clock.now() / 1000;
  const group = { GroupName: 'editors', UserPoolId: pool.id, Description: 'May write', Precedence: 0, RoleArn };
  expect(await callAsAdmin('CreateGroup', group)).toEqual({
    Group: { ...group, CreationDate: time, LastModifiedDate: time },
  });

  clock.advance({ minutes: 1 });
  const changed = { ...group, Precedence: 5, CreationDate: time, LastModifiedDate: time + 60 };
  expect(await callAsAdmin('UpdateGroup', { GroupName: 'editors', Precedence: 5 })).toEqual({ Group: changed });
  expect(await callAsAdmin('GetGroup', { GroupName: 'editors' })).toEqual({ Group: changed });

  await callAsAdmin('DeleteGroup', { GroupName: 'editors' });
  expect(await refusalOf(callAsAdmin('GetGroup', { GroupName: 'editors' }))).toEqual(
    refusal('ResourceNotFoundException', 'Group not found.'),
  );
});

test('a group that is made again starts empty', async () => {
  const { addConfirmedUser, callAsAdmin } = buildPool();
  const Username = await addConfirmedUser('anna@example.com');
  await callAsAdmin('AdminAddUserToGroup', { Username, GroupName: 'admins' });
  await callAsAdmin('DeleteGroup', { GroupName: 'admins' });
  expect(await callAsAdmin('AdminListGroupsForUser', { Username })).toEqual({ Groups: [] });
  await callAsAdmin('CreateGroup', { GroupName: 'admins' });
  expect(await callAsAdmin('ListUsersInGroup', { GroupName: 'admins' })).toEqual({ Users: [] });
});

test('a name is given once', async () => {
  const { callAsAdmin } = buildPool();
  expect(await refusalOf(callAsAdmin('CreateGroup', { GroupName: 'admins' }))).toEqual(
    refusal('GroupExistsException', 'A group with the name already exists.'),
  );
});

test.each(['UpdateGroup', 'DeleteGroup'])('%s names an unknown group', async (operation) => {
  expect(await refusalOf(buildPool().callAsAdmin(operation, { GroupName: 'nobodies' }))).toEqual(
    refusal('ResourceNotFoundException', 'Group not found.'),
  );
});

test('a role is an ARN, a precedence is not negative', async () => {
  const body = { GroupName: 'editors', RoleArn: 'not an ARN of a role', Precedence: -1 };
  const { type, message } = await refusalOf(buildPool().callAsAdmin('CreateGroup', body));
  expect(type).toBe('InvalidParameterException');
  expect(message).toMatch(/^2 validation errors detected: .*'precedence'.*'roleArn' failed to satisfy constraint/);
});
