import { bearerToken } from '../../../lambda/user-migration/bearer-token';

const { signal } = new AbortController();

/** A store that gives these secrets one after the other; an error is thrown. */
function store(...secrets: readonly (string | undefined | Error)[]) {
  const left = [...secrets];
  return jest.fn(async () => {
    const next = left.shift();
    if (next instanceof Error) throw next;
    return next;
  });
}

it('is read once in the life of the process', async () => {
  const readSecret = store('t0ken');
  const token = bearerToken(readSecret);
  await expect(token.current(signal)).resolves.toBe('t0ken');
  await expect(token.current(signal)).resolves.toBe('t0ken');
  expect(readSecret).toHaveBeenCalledTimes(1);
  expect(readSecret).toHaveBeenCalledWith(signal);
});

it('is read again when asked for anew, and then held', async () => {
  const token = bearerToken(store('old', 'new'));
  await expect(token.current(signal)).resolves.toBe('old');
  await expect(token.renewed(signal)).resolves.toBe('new');
  await expect(token.current(signal)).resolves.toBe('new');
});

it('that could not be read is tried again at the next call', async () => {
  const token = bearerToken(store(new Error('AccessDenied'), 't0ken'));
  await expect(token.current(signal)).resolves.toBeUndefined();
  await expect(token.current(signal)).resolves.toBe('t0ken');
});

it('is not the old one when it could not be read anew', async () => {
  const token = bearerToken(store('old', new Error('AccessDenied'), undefined));
  await token.current(signal);
  await expect(token.renewed(signal)).resolves.toBeUndefined();
  await expect(token.current(signal)).resolves.toBeUndefined();
});

it.each([undefined, '', 't0ken\n', 't0 ken', '{"token":"t0ken"}', 't0ken\r\nx-admin: 1', 'tökén'])(
  'is none when the secret is %j, which no header could carry as it is',
  async (secret) => {
    await expect(bearerToken(store(secret)).current(signal)).resolves.toBeUndefined();
  },
);

it.each(['abc', 'a-b._~+/c==', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln'])('may be %j', async (secret) => {
  await expect(bearerToken(store(secret)).current(signal)).resolves.toBe(secret);
});
