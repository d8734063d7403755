import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { CognitoIdentityProviderClient, DescribeUserPoolCommand } from '@aws-sdk/client-cognito-identity-provider';
import type { Io } from '../../lib/commands/io';
import { main } from '../../lib/commands/local';
import { fixtureAssembly } from '../synthesis/assembly';
import { capturedIo } from './captured-io';

const assembly = (): readonly string[] => ['--assembly', fixtureAssembly().directory, '--port', '0'];

/** Runs the command until `whenUp` has seen what it says, and then presses Ctrl-C. */
async function runUntilUp(args: readonly string[], whenUp: (text: string) => Promise<void>) {
  const controller = new AbortController();
  const captured = capturedIo({ signal: controller.signal });
  let seen: Promise<void> = Promise.resolve();
  const out: Io['out'] = (line) => {
    captured.out(line);
    if (line.includes('Ctrl-C stops it')) seen = whenUp(captured.written.join('\n')).finally(() => controller.abort());
  };
  const exitCode = await main([...assembly(), ...args], { ...captured, out });
  await seen;
  return { exitCode, ...captured };
}

test('the pool is up until Ctrl-C, which is a good end: exit code 0', async () => {
  const { exitCode, problems } = await runUntilUp([], async (text) => {
    const [, endpoint = ''] = /endpoint +(\S+)/.exec(text) ?? [];
    const [, UserPoolId = ''] = /user pool id +(\S+)/.exec(text) ?? [];
    const client = new CognitoIdentityProviderClient({
      endpoint,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const { UserPool } = await client.send(new DescribeUserPoolCommand({ UserPoolId }));
    expect(UserPool?.Id).toBe(UserPoolId);
    client.destroy();
  });
  expect(exitCode).toBe(0);
  expect(problems).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d {2}DescribeUserPool 200$/), 'Stopped.']);
});

test('it says where everything is, what is left out, and how programs find it', async () => {
  await runUntilUp([], async (text) => {
    const [origin = ''] = /http:\/\/localhost:\d+/.exec(text) ?? [];
    for (const line of [
      /client backend \(server\) +[a-z0-9]{26}/,
      /client legacy \(legacy-password\) +[a-z0-9]{26}/,
      /client web \(browser\) +[a-z0-9]{26}/,
      new RegExp(`inbox +${origin}/inbox`),
      new RegExp(`issuer +${origin}/eu-west-1_\\w{9}`),
      new RegExp(`AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${origin}`),
      new RegExp(`aws cognito-idp describe-user-pool --endpoint-url ${origin} --region eu-west-1`),
      /Not simulated:\n(.*\n)* +USER_SRP_AUTH/,
    ])
      expect(text).toMatch(line);
  });
});

test('a port that is taken is named, with the option for another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const io = capturedIo();
  expect(await main(['--assembly', fixtureAssembly().directory, '--port', String(port)], io)).toBe(2);
  other.close();
  expect(io.problems).toEqual([expect.stringContaining(`Cannot listen on 127.0.0.1:${port}: `)]);
  expect(io.problems[0]).toContain('--port');
});

test.each([
  [['--port', 'many'], /Expected a number from 0 to 65535/],
  [['--port', '65536'], /Expected a number from 0 to 65535/],
  [['--target', 'aws'], /unknown option '--target'/],
])('%p is wrong use: exit code 2', async (args, message) => {
  const io = capturedIo();
  expect(await main(args, io)).toBe(2);
  expect(io.problems.join('\n')).toMatch(message);
});

test('a secrets file that is not there stops the start', async () => {
  const io = capturedIo();
  expect(await main([...assembly(), '--secrets', 'nowhere.json'], io)).toBe(2);
  expect(io.problems).toEqual([expect.stringContaining('nowhere.json cannot be read')]);
});
