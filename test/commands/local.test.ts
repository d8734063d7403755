import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  CreateUserPoolCommand,
  DescribeUserPoolCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Io } from '../../lib/commands/io';
import { main } from '../../lib/commands/local';
import { stacksWithPool } from '../../lib/commands/pick-stack';
import { fixtureAssembly } from '../synthesis/assembly';
import { capturedIo } from './captured-io';

const assembly = (): readonly string[] => ['--assembly', fixtureAssembly().directory, '--env', 'dev', '--port', '0'];

/** Runs the command until `whenUp` has seen what it says, and then presses Ctrl-C. */
async function runUntilUp(args: readonly string[], whenUp: (text: string) => Promise<void>) {
  const controller = new AbortController();
  const captured = capturedIo({ signal: controller.signal });
  let seen: Promise<void> = Promise.resolve();
  const out: Io['out'] = (line) => {
    captured.out(line);
    if (line.includes('Ctrl-C stops it')) seen = whenUp(captured.written.join('\n')).finally(() => controller.abort());
  };
  const exitCode = await main(args, { ...captured, out });
  await seen;
  return { exitCode, ...captured };
}

test('the pool is up until Ctrl-C, which is a good end: exit code 0', async () => {
  const { exitCode, problems } = await runUntilUp(assembly(), async (text) => {
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
  await runUntilUp(assembly(), async (text) => {
    const [origin = ''] = /http:\/\/localhost:\d+/.exec(text) ?? [];
    for (const line of [
      /client backend \(server\) +[a-z0-9]{26}/,
      /client legacy \(legacy-password\) +[a-z0-9]{26}/,
      /client web \(browser\) +[a-z0-9]{26}/,
      new RegExp(`desk +${origin}/\n`),
      new RegExp(`inbox +${origin}/inbox`),
      new RegExp(`sample +${origin}/sample\n`),
      new RegExp(`issuer +${origin}/eu-west-1_\\w{9}`),
      new RegExp(`AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER=${origin}`),
      new RegExp(`aws cognito-idp describe-user-pool --endpoint-url ${origin} --region eu-west-1`),
      /Everything in the template is simulated\.|Not simulated:\n +\S/,
    ])
      expect(text).toMatch(line);
  });
});

test('--empty starts without any pool, and says how a program makes one, in every Region', async () => {
  await runUntilUp(['--empty', '--port', '0'], async (text) => {
    expect(text).toMatch(/^No user pool is there yet/);
    expect(text).toMatch(/aws cognito-idp create-user-pool --endpoint-url http:\/\/localhost:\d+ --region/);
    const [, endpoint = ''] = /endpoint +(\S+)/.exec(text) ?? [];
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new CognitoIdentityProviderClient({ endpoint, region: 'sa-east-1', credentials });
    const { UserPool } = await client.send(new CreateUserPoolCommand({ PoolName: 'people' }));
    expect(UserPool?.Id).toMatch(/^sa-east-1_\w{9}$/);
    client.destroy();
  });
});

test('a named assembly without --env is served with all its pools at once', async () => {
  const assembly = fixtureAssembly();
  const stacks = stacksWithPool(assembly);
  await runUntilUp(['--assembly', assembly.directory, '--port', '0'], async (text) => {
    expect(text).toMatch(new RegExp(`^${stacks.length} user pools run on this machine\\.`));
    for (const { path } of stacks) expect(text.split('\n')).toContain(path);
    const [, endpoint = ''] = /endpoint +(\S+)/.exec(text) ?? [];
    const issuers = [...text.matchAll(/issuer +(\S+)/g)].map(([, issuer = '']) => issuer);
    expect(new Set(issuers).size).toBe(stacks.length);
    for (const issuer of issuers.slice(0, 2)) {
      expect(issuer.startsWith(endpoint)).toBe(true);
      expect((await fetch(`${issuer}/.well-known/openid-configuration`)).status).toBe(200);
    }
  });
});

/** The id of the pool, and an administrator of it, from what the command says. */
function administrator(text: string) {
  const [, endpoint = ''] = /endpoint +(\S+)/.exec(text) ?? [];
  const [, UserPoolId = ''] = /user pool id +(\S+)/.exec(text) ?? [];
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return { UserPoolId, client: new CognitoIdentityProviderClient({ endpoint, region: 'eu-west-1', credentials }) };
}

describe('--state', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'userpool-local-'));
  });
  afterEach(() => rm(directory, { recursive: true }));
  const withState = (): readonly string[] => [...assembly(), '--state', join(directory, 'people.state')];

  test('keeps users and ids across starts, and says where and what is not kept', async () => {
    let poolId = '';
    await runUntilUp(withState(), async (text) => {
      expect(text).toContain(`State: 0 users in ${join(directory, 'people.state')}, with secrets: whoever reads it`);
      expect(text).toContain('Pools, clients, groups and settings that are made through the API are not kept');
      expect(text).toContain('Messages and codes are kept in memory and are gone when it stops.');
      const { client, UserPoolId } = administrator(text);
      poolId = UserPoolId;
      await client.send(
        new AdminCreateUserCommand({
          UserPoolId,
          Username: 'anna@example.com',
          MessageAction: 'SUPPRESS',
          UserAttributes: [{ Name: 'email', Value: 'anna@example.com' }],
        }),
      );
      client.destroy();
    });
    const { exitCode } = await runUntilUp(withState(), async (text) => {
      expect(text).toContain('State: 1 user in ');
      expect(administrator(text).UserPoolId).toBe(poolId);
    });
    expect(exitCode).toBe(0);
  });

  test('tells what is left out, and of a last write that was cut short', async () => {
    await runUntilUp(withState(), async () => undefined);
    await appendFile(join(directory, 'people.state'), '0badc0de {"n":9');
    await runUntilUp(withState(), async (text) => {
      expect(text).toContain('Its last 15 bytes were cut short and acknowledged to nobody: they are dropped.');
      expect(text).toMatch(
        /Left out, and still in the file:\n {2}dev\/auth\/\w+: access tokens of http:\S+: the address/,
      );
    });
  });

  test('with a file of another kind ends with exit code 2, and leaves it as it is', async () => {
    await writeFile(join(directory, 'people.state'), 'mine');
    const io = capturedIo();
    expect(await main(withState(), io)).toBe(2);
    expect(io.problems).toEqual([
      expect.stringMatching(/people\.state: got a file of another kind, expected one that/),
    ]);
    expect(await readFile(join(directory, 'people.state'), 'utf8')).toBe('mine');
  });
});

test('--allow-host and --listen are told with what they mean', async () => {
  const reach = ['--allow-host', 'host.docker.internal', '--allow-host', '10.0.2.2', '--listen', '127.0.0.2'];
  await runUntilUp([...assembly(), ...reach], async (text) => {
    expect(text).toMatch(/Also called http:\/\/host\.docker\.internal:(\d+), http:\/\/10\.0\.2\.2:\1\./);
    expect(text).toContain(
      'It listens at 127.0.0.2 too: whoever reaches that address is an administrator of the pools.',
    );
  });
});

test('an assembly without any user pool is named, with what to do', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'userpool-local-'));
  await writeFile(join(directory, 'manifest.json'), JSON.stringify({ version: '48.0.0', artifacts: {} }));
  const io = capturedIo();
  expect(await main(['--assembly', directory, '--port', '0'], io)).toBe(2);
  await rm(directory, { recursive: true });
  expect(io.problems).toEqual([expect.stringContaining('has no stack with a user pool. Its stacks: none.')]);
  expect(io.problems[0]).toContain('--empty');
});

test('a port that is taken is named, with the option for another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const io = capturedIo();
  expect(await main([...assembly(), '--port', String(port)], io)).toBe(2);
  other.close();
  expect(io.problems).toEqual([expect.stringContaining(`Cannot listen on 127.0.0.1:${port}: `)]);
  expect(io.problems[0]).toContain('--port');
});

test.each([
  [['--port', 'many'], /Expected a number from 0 to 65535/],
  [['--port', '65536'], /Expected a number from 0 to 65535/],
  [['--target', 'aws'], /unknown option '--target'/],
  [['--empty', '--state', 'people.state'], /'--empty' cannot be used with option '--state <file>'/],
  [['--listen', '0.0.0.0'], /--listen 0\.0\.0\.0 is of no use alone: .* Say with --allow-host/],
  [
    ['--listen', 'localhost', '--allow-host', 'pool.test'],
    /Expected an IP address of this machine, or 0\.0\.0\.0 for all/,
  ],
  [['--allow-host', 'http://pool.test'], /Expected one host name or address, without scheme and port\./],
  [['--allow-host', 'pool.test:9229'], /Expected one host name or address, without scheme and port\./],
  [['--allow-host', '*'], /Expected one host name or address, without scheme and port\./],
  [['--empty', '--env', 'dev'], /'--empty' cannot be used with option '--env <name>'/],
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
