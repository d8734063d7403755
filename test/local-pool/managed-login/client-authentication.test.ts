import { basic, bodyOf, buildOAuthPool, claimsIn, type Exchange, type OAuthPool } from './oauth-pool';

const machine = { grant_type: 'client_credentials' };
const wrongSecret = { error: 'invalid_client', error_description: 'invalid_client_secret' };

type Attempt = (built: OAuthPool) => { readonly form?: Readonly<Record<string, string>>; readonly exchange?: Exchange };
const robot = ({ client }: OAuthPool) => ({ id: client('robot').id, secret: client('robot').secret ?? '' });

test.each<[string, Attempt]>([
  ['in the Authorization header', (built) => ({ exchange: basic(robot(built).id, robot(built).secret) })],
  [
    'there, percent-encoded',
    (built) => ({
      exchange: basic(
        `%${Buffer.from(robot(built).id[0] ?? '').toString('hex')}${robot(built).id.slice(1)}`,
        robot(built).secret,
      ),
    }),
  ],
  [
    'there, with the client id in the body too',
    (built) => ({ form: { client_id: robot(built).id }, exchange: basic(robot(built).id, robot(built).secret) }),
  ],
  ['in the body', (built) => ({ form: { client_id: robot(built).id, client_secret: robot(built).secret } })],
])('a client can prove itself %s', async (_, attempt) => {
  const built = await buildOAuthPool();
  const { form, exchange } = attempt(built);
  const reply = await built.token({ ...machine, ...form }, exchange);
  expect(reply.status).toBe(200);
  expect(claimsIn(bodyOf(reply)['access_token'])).toMatchObject({ sub: robot(built).id });
});

test('while two secrets are active either is good, and afterwards the one that is left', async () => {
  const built = await buildOAuthPool();
  const { id, secret } = robot(built);
  const added = built.pool.clients.addSecret(id, 'a+secret+of+our+own%2B');
  const attempt = async (value: string) => (await built.token(machine, basic(id, value))).status;
  // The plus as it is, the percent sign encoded.
  const encoded = 'a+secret+of+our+own%252B';
  expect([await attempt(secret), await attempt(encoded)]).toEqual([200, 200]);
  built.pool.clients.update(id, { secrets: added === undefined ? [] : [added] });
  expect([await attempt(secret), await attempt(encoded)]).toEqual([400, 200]);
});

test.each<[string, object, Attempt]>([
  ['with a wrong secret in the header', wrongSecret, (built) => ({ exchange: basic(robot(built).id, 'wrong') })],
  [
    'with a wrong secret in the body',
    wrongSecret,
    (built) => ({ form: { client_id: robot(built).id, client_secret: 'wrong' } }),
  ],
  [
    'with the secret of another client',
    wrongSecret,
    (built) => ({ exchange: basic(robot(built).id, built.client('server').secret ?? '') }),
  ],
  ['without its secret', wrongSecret, (built) => ({ form: { client_id: robot(built).id } })],
  ['with an empty secret in the header', wrongSecret, (built) => ({ exchange: basic(robot(built).id, '') })],
  ['with an id that no pool has', { error: 'invalid_client' }, () => ({ exchange: basic('nobody', 'secret') })],
  [
    'without a colon in the header',
    { error: 'invalid_client' },
    () => ({ exchange: { headers: { authorization: `Basic ${btoa('nobody')}` } } }),
  ],
  [
    'with another scheme',
    { error: 'invalid_client' },
    () => ({ exchange: { headers: { authorization: 'Bearer token' } } }),
  ],
  [
    'in two ways at once',
    { error: 'invalid_request' },
    (built) => ({
      form: { client_secret: robot(built).secret },
      exchange: basic(robot(built).id, robot(built).secret),
    }),
  ],
  [
    'as one client in the header and another in the body',
    { error: 'invalid_request' },
    (built) => ({ form: { client_id: built.client('web').id }, exchange: basic(robot(built).id, robot(built).secret) }),
  ],
  ['without a name', { error: 'invalid_request' }, () => ({})],
])('a client is refused %s', async (_, error, attempt) => {
  const built = await buildOAuthPool();
  const { form, exchange } = attempt(built);
  const reply = await built.token({ ...machine, ...form }, exchange);
  expect(reply.status).toBe(400);
  expect(bodyOf(reply)).toEqual(error);
  expect(built.log).toHaveLength(1);
  expect(built.log[0]).not.toContain(robot(built).secret);
});
