import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CognitoIdentityProviderClient, GetUserCommand } from '@aws-sdk/client-cognito-identity-provider';
import { clockIsOff, describeOffset, watchServiceClock } from '../../lib/sign-in/clock-offset';

const serviceTime = Date.parse('Sat, 21 Nov 2026 10:00:00 GMT');

/** A service that answers with that status, at 10:00. */
async function offsetAfterAnswer(status: number, now: number): Promise<number | undefined> {
  const server = createServer((_, response) => {
    response.writeHead(status, {
      Date: new Date(serviceTime).toUTCString(),
      'Content-Type': 'application/x-amz-json-1.1',
    });
    response.end(JSON.stringify({ __type: 'NotAuthorizedException', message: 'no' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const client = new CognitoIdentityProviderClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    maxAttempts: 1,
  });
  const offset = watchServiceClock(client, () => now);
  expect(offset()).toBeUndefined();
  await client.send(new GetUserCommand({ AccessToken: 'x' })).catch(() => undefined);
  client.destroy();
  server.closeAllConnections();
  server.close();
  return offset();
}

test.each([200, 400])('an answer with status %i tells by how much the service is ahead', async (status) => {
  expect(await offsetAfterAnswer(status, serviceTime - 90_000)).toBe(90_000);
});

test('a service that is behind is told by a negative number', async () => {
  expect(await offsetAfterAnswer(200, serviceTime + 1000)).toBe(-1000);
});

test.each([
  [undefined, false],
  [30_000, false],
  [-30_000, false],
  [30_001, true],
  [-30_001, true],
])('an offset of %p ms is too much for a TOTP code: %p', (offset, off) => {
  expect(clockIsOff({ clockOffset: () => offset })).toBe(off);
});

test.each([
  [45_000, "The clock of this machine is 45 s behind the service's."],
  [-119_000, "The clock of this machine is 119 s ahead of the service's."],
  [250_000, "The clock of this machine is 4 min 10 s behind the service's."],
])('an offset of %i ms is told as a sentence', (offset, sentence) => {
  expect(describeOffset(offset)).toBe(sentence);
});
