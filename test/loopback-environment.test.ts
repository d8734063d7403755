import { connect } from 'node:net';

const refused = /may connect to loopback only, and this one would to 192\.0\.2\.1/;

test('a test cannot open a socket to another machine', () => {
  expect(() => connect({ host: '192.0.2.1', port: 443 })).toThrow(refused);
});

test('a test cannot fetch from another machine', async () => {
  await expect(fetch('https://192.0.2.1/')).rejects.toMatchObject({
    cause: { message: expect.stringMatching(refused) as unknown },
  });
});
