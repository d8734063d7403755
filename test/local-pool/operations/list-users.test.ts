import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

interface Listed {
  readonly Username: string;
  readonly Attributes: readonly { readonly Name: string; readonly Value: string }[];
}

/** Anna (confirmed), bob (invited) and cleo (confirmed and disabled), in a pool where users have names of their own. */
async function withPeople(): Promise<BuiltPool> {
  const built = buildPool({ settings: { signInWith: 'username' } });
  const { callAsAdmin } = built;
  const attributes = (email: string, name: string) => [
    { Name: 'email', Value: email },
    { Name: 'name', Value: name },
  ];
  for (const [Username, UserAttributes] of [
    ['anna', attributes('anna@example.com', 'Anna "A" Adler')],
    ['bob', attributes('bob@example.org', 'Bob')],
    ['cleo', attributes('cleo@example.com', 'Cleo')],
  ] as const)
    await callAsAdmin('AdminCreateUser', { Username, UserAttributes, MessageAction: 'SUPPRESS' });
  for (const Username of ['anna', 'cleo'])
    await callAsAdmin('AdminSetUserPassword', { Username, Password: 'Correct-Horse-9', Permanent: true });
  await callAsAdmin('AdminDisableUser', { Username: 'cleo' });
  return built;
}

const list = async ({ callAsAdmin }: BuiltPool, body: object = {}): Promise<readonly Listed[]> =>
  (await callAsAdmin('ListUsers', body))['Users'] as readonly Listed[];
const names = async (built: BuiltPool, Filter: string) => (await list(built, { Filter })).map((user) => user.Username);

test.each([
  ['', ['anna', 'bob', 'cleo']],
  ['username = "bob"', ['bob']],
  ['username = "BOB"', []],
  ['username ^= "b"', ['bob']],
  ['email ^= "anna@"', ['anna']],
  ['email = "ANNA@example.com"', ['anna']],
  ['"email"="bob@example.org"', ['bob']],
  ['name = "Anna \\"A\\" Adler"', ['anna']],
  ['name ^= ""', ['anna', 'bob', 'cleo']],
  ['given_name ^= ""', []],
  ['cognito:user_status = "confirmed"', ['anna', 'cleo']],
  ['cognito:user_status = "FORCE_CHANGE_PASSWORD"', ['bob']],
  ['status = "Enabled"', ['anna', 'bob']],
  ['status = "Disabled"', ['cleo']],
  ['status = "disabled"', []],
])('the filter %p lets %p through', async (filter, expected) => {
  expect(await names(await withPeople(), filter)).toEqual(expected);
});

test('a user is found by the sub', async () => {
  const built = await withPeople();
  const { sub } = built.pool.requireUser('cleo');
  expect(await names(built, `sub = "${sub}"`)).toEqual(['cleo']);
});

test.each([
  ['custom:plan = "x"', 'Invalid search attribute: custom:plan'],
  ['birthdate = "x"', 'Invalid search attribute: birthdate'],
  ['username', 'Error while parsing filter.'],
  ['username = anna', 'Error while parsing filter.'],
  ['username != "anna"', 'Error while parsing filter.'],
  ['username = "anna" and name = "Anna"', 'Error while parsing filter.'],
])('the filter %p is refused', async (Filter, message) => {
  expect(await refusalOf(buildPool().callAsAdmin('ListUsers', { Filter }))).toEqual(
    refusal('InvalidParameterException', message),
  );
});

test('AttributesToGet leaves the others out, and names only attributes that there are', async () => {
  const built = await withPeople();
  const [anna] = await list(built, { AttributesToGet: ['email', 'sub'] });
  expect(anna?.Attributes.map(({ Name }) => Name).toSorted()).toEqual(['email', 'sub']);
  expect(await refusalOf(list(built, { AttributesToGet: ['shoe_size'] }))).toEqual(
    refusal('InvalidParameterException', 'One or more requested attributes do not exist.'),
  );
});

test('ListUsers goes page by page through all that the filter lets through', async () => {
  const { callAsAdmin } = await withPeople();
  const body = { Filter: 'email ^= ""', Limit: 2 };
  const first = await callAsAdmin('ListUsers', body);
  expect(first).toMatchObject({ Users: [{ Username: 'anna' }, { Username: 'bob' }] });
  const second = await callAsAdmin('ListUsers', { ...body, PaginationToken: first['PaginationToken'] });
  expect(second).toMatchObject({ Users: [{ Username: 'cleo' }] });
  expect(second).not.toHaveProperty('PaginationToken');
});
