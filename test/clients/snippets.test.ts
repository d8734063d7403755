import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectRoot } from '../../lib/commands/project-root';
import { snippetsFor } from '../../lib/local-pool/desk/snippets';
import { startLocalPool, type LocalPool } from '../../lib/local-pool/local-pool';
import type { Client } from '../../lib/local-pool/pool';
import { signingKeys } from '../local-pool/signing-keys';
import { fixtureStack } from '../synthesis/assembly';

/** The snippets of the desk as they are copied: each is run by Node as it stands, with a line that uses what it made. */
let local: LocalPool;
beforeAll(async () => {
  local = await startLocalPool({ stack: fixtureStack('dev'), port: 0, signingKeys, log: () => undefined });
});
afterAll(() => local.close());

function clientCalled(name: string): Client {
  const client = [...local.pool.clients.values()].find((each) => each.name === name);
  if (client === undefined) throw new Error(`dev has no client ${name}`);
  return client;
}

const titlesOf = (name: string): readonly string[] =>
  snippetsFor(local.pool, clientCalled(name)).map(({ title }) => title);

/** What a program prints that is the snippet and a line after it. */
async function run(name: string, title: string, line: string): Promise<string> {
  const client = clientCalled(name);
  const { text = '' } = snippetsFor(local.pool, client).find((snippet) => snippet.title.startsWith(title)) ?? {};
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', `${text}\n${line}`],
    { cwd: projectRoot, env: { ...process.env, CLIENT_SECRET: client.secret ?? '' } },
  );
  return stdout.trim();
}

const signUp = (members: string): string =>
  `import { SignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
   const Username = 'ada@example.com';
   const input = { ClientId, Username, Password: 'Correct-Horse-9-Battery', ${members} };
   console.log((await cognito.send(new SignUpCommand(input))).UserConfirmed);
   cognito.destroy();`;

test('the AWS SDK signs a user up with a client that has a secret, by the hash of the snippet', async () => {
  expect(await run('backend', 'AWS SDK', signUp('SecretHash: secretHash(Username)'))).toBe('false');
  expect(local.inbox.latest('ada@example.com', 'SignUp')).toBeDefined();
});

test('openid-client finds the endpoints of the pool', async () => {
  const printed = await run('web', 'OpenID Connect', 'console.log(configuration.serverMetadata().token_endpoint);');
  expect(printed).toBe(`${local.origin}/oauth2/token`);
});

test('openid-client gets a machine its token', async () => {
  const printed = await run('robot', 'OpenID Connect', 'console.log(tokens.token_type, tokens.expires_in);');
  expect(printed).toBe('bearer 3600');
});

test.each([
  ['web', 'undefined'],
  ['legacy', 'USER_PASSWORD_AUTH'],
])('Amplify is set up for %s, and told to sign in by %s', async (name, flow) => {
  const line = `console.log(Amplify.getConfig().Auth.Cognito.userPoolEndpoint, typeof options === 'undefined' ? undefined : options.authFlowType);`;
  const printed = await run(name, 'AWS Amplify', line);
  expect(printed.split('\n').at(-1)).toBe(`${local.origin} ${flow}`);
});

test('a client has the snippets of what it is allowed', () => {
  expect(titlesOf('robot')).toEqual(['AWS CLI', 'OpenID Connect (openid-client)']);
  expect(titlesOf('backend')).toEqual(['AWS SDK for JavaScript', 'AWS CLI']);
  expect(titlesOf('legacy')).toEqual(['AWS SDK for JavaScript', 'AWS Amplify', 'AWS CLI']);
});
