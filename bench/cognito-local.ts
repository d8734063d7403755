import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { callApi } from './api-client';
import { benchPassword, benchUser, stepMilliseconds, totpCode } from './bench-user';
import type { Account, Target } from './sign-in-work';

const version = '5.3.0';
const startLimitMilliseconds = 20_000;

/** Few, and yet so many that none of them collects all the refresh tokens, which it writes to a file at each sign-in. */
const accounts = 20;

export interface CognitoLocal {
  readonly target: Target;
  stop(): Promise<void>;
}

/**
 * cognito-local in a process of its own, with users who have an authenticator; installed into a folder of its own, as it is
 * no dependency of the project.
 *
 * @returns why there is none, where the registry cannot be reached or it does not start
 */
export async function startCognitoLocal(folder: string): Promise<CognitoLocal | { readonly missing: string }> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true }));
  const arguments_ = ['install', '--no-audit', '--no-fund', '--ignore-scripts', `cognito-local@${version}`];
  const installed = spawnSync('npm', arguments_, { cwd: folder, encoding: 'utf8', timeout: 180_000 });
  if (installed.status !== 0) return { missing: `npm could not install it: ${lastLine(installed.stderr)}` };
  const port = await freePort();
  const script = join(folder, 'node_modules', 'cognito-local', 'lib', 'bin', 'start.js');
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1' };
  const child = spawn(process.execPath, [script], { cwd: folder, env, stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill();
    await gone;
  };
  try {
    const origin = `http://127.0.0.1:${port}`;
    await answering(origin);
    return { target: await prepare(origin), stop };
  } catch (error) {
    await stop();
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}

/** The same pool, client and users as the measured server has, made by the API. */
async function prepare(origin: string): Promise<Target> {
  const { UserPool } = await callApi(origin, 'CreateUserPool', {
    PoolName: 'bench',
    MfaConfiguration: 'OPTIONAL',
  });
  const { Id: poolId = '' } = UserPool as { readonly Id?: string };
  const made = await callApi(origin, 'CreateUserPoolClient', {
    UserPoolId: poolId,
    ClientName: 'bench',
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
  });
  const { ClientId: clientId = '' } = made['UserPoolClient'] as { readonly ClientId?: string };
  const people: Account[] = [];
  for (let number = 1; number <= accounts; number += 1) people.push(await addAccount(origin, poolId, clientId, number));
  return { origin, poolId, clientId, users: accounts, accounts: people };
}

async function addAccount(origin: string, UserPoolId: string, ClientId: string, number: number): Promise<Account> {
  // Its users sign in with their address, whatever a pool says.
  const { email: username } = benchUser(number);
  const UserAttributes = [{ Name: 'email', Value: username }];
  await callApi(origin, 'AdminCreateUser', {
    UserPoolId,
    Username: username,
    MessageAction: 'SUPPRESS',
    UserAttributes,
  });
  await callApi(origin, 'AdminSetUserPassword', {
    UserPoolId,
    Username: username,
    Password: benchPassword,
    Permanent: true,
  });
  const AuthParameters = { USERNAME: username, PASSWORD: benchPassword };
  const signedIn = await callApi(origin, 'InitiateAuth', { ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  const { AccessToken } = signedIn['AuthenticationResult'] as { readonly AccessToken?: string };
  const { SecretCode: totpSecret = '' } = (await callApi(origin, 'AssociateSoftwareToken', { AccessToken })) as {
    readonly SecretCode?: string;
  };
  const UserCode = totpCode(totpSecret, Math.floor(Date.now() / stepMilliseconds));
  await callApi(origin, 'VerifySoftwareToken', { AccessToken, UserCode });
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await callApi(origin, 'SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });
  return { username, totpSecret };
}

/** @throws Error when nothing answers in time */
async function answering(origin: string): Promise<void> {
  const until = Date.now() + startLimitMilliseconds;
  for (;;) {
    try {
      await callApi(origin, 'ListUserPools', { MaxResults: 1 });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
