import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { client, group, pool } from '../local-pool/settings/pool-template';
import { freePort } from '../free-port';
import { buildLocalCommand, startProcess, writeAssembly, type LocalProcess } from './local-process';

const kills = 100;
const writers = 8;
const password = 'Correct-Horse-9';

/** Set it to the seed of a run that failed. Which requests meet is up to the machine all the same. */
const seed = Number(process.env['USERPOOL_TEST_SEED'] ?? Date.now() % 2 ** 32);

/** Numbers from 0 up to 1, the same for the same seed (Marsaglia, xorshift of 32 bits). */
function randomFrom(start: number): () => number {
  let state = start >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** What a writer knows of its user: what was acknowledged last, and what was asked for and not answered. */
interface KnownUser {
  readonly name: string;
  /** Value of the attribute `nickname`; undefined: there is no such user. */
  acknowledged: string | undefined;
  asked: { readonly value: string | undefined } | undefined;
  isMember: boolean;
  tokens: { readonly AccessToken: string; readonly RefreshToken?: string } | undefined;
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly AuthenticationResult?: KnownUser['tokens'];
    readonly Users?: readonly { readonly Username: string; readonly Attributes: readonly Attribute[] }[];
    readonly Groups?: readonly { readonly GroupName: string }[];
    readonly PaginationToken?: string;
  };
}

interface Attribute {
  readonly Name: string;
  readonly Value: string;
}

function callerOf({ origin, poolId }: LocalProcess) {
  return async (operation: string, body: object): Promise<Answer> => {
    const answer = await fetch(origin, {
      method: 'POST',
      headers: {
        'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
        Authorization: 'AWS4-HMAC-SHA256 Credential=local/20261121/eu-west-1/cognito-idp/aws4_request',
      },
      body: JSON.stringify({ UserPoolId: poolId, ...body }),
    });
    return { status: answer.status, body: (await answer.json()) as Answer['body'] };
  };
}

type Call = ReturnType<typeof callerOf>;

const nickname = (Value: string): readonly Attribute[] => [{ Name: 'nickname', Value }];

/** One change of one user, noted before it is asked for and after it was acknowledged. */
async function change(user: KnownUser, call: Call, clientId: string, random: () => number): Promise<void> {
  const { name: Username } = user;
  const write = async (value: string | undefined, operation: string, body: object): Promise<void> => {
    user.asked = { value };
    const { status } = await call(operation, { Username, ...body });
    if (status !== 200) throw new Error(`${operation} ended in ${status}`);
    user.acknowledged = value;
    user.asked = undefined;
  };
  const value = String(Math.floor(random() * 1e9));
  if (user.acknowledged === undefined) {
    await write(value, 'AdminCreateUser', { MessageAction: 'SUPPRESS', UserAttributes: nickname(value) });
    const { status } = await call('AdminSetUserPassword', { Username, Password: password, Permanent: true });
    if (status !== 200) throw new Error(`AdminSetUserPassword ended in ${status}`);
    return;
  }
  const choice = random();
  if (choice < 0.6) await write(value, 'AdminUpdateUserAttributes', { UserAttributes: nickname(value) });
  else if (choice < 0.7) {
    const { status } = await call('AdminAddUserToGroup', { Username, GroupName: 'members' });
    if (status === 200) user.isMember = true;
  } else if (choice < 0.95) {
    const AuthParameters = { USERNAME: Username, PASSWORD: password };
    const { body } = await call('InitiateAuth', { ClientId: clientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
    user.tokens = body.AuthenticationResult ?? user.tokens;
  } else {
    user.tokens = undefined;
    user.isMember = false;
    await write(undefined, 'AdminDeleteUser', {});
  }
}

/** Everybody in the pool, and the attribute that the writers change. */
async function nicknamesIn(call: Call): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  let token: string | undefined;
  do {
    const { body } = await call('ListUsers', { Limit: 60, ...(token !== undefined && { PaginationToken: token }) });
    for (const { Username, Attributes } of body.Users ?? [])
      found.set(Username, Attributes.find(({ Name }) => Name === 'nickname')?.Value ?? 'none');
    token = body.PaginationToken;
  } while (token !== undefined);
  return found;
}

/** Holds what is there against what was acknowledged; what was under way may be there or not. */
async function inspect(users: readonly KnownUser[], call: Call, clientId: string): Promise<void> {
  const found = await nicknamesIn(call);
  const names = new Set(users.map(({ name }) => name));
  expect([...found.keys()].filter((name) => !names.has(name))).toEqual([]);
  for (const user of users) {
    const is = found.get(user.name);
    const may = [user.acknowledged, ...(user.asked === undefined ? [] : [user.asked.value])];
    expect({ user: user.name, is, may, isRight: may.includes(is) }).toMatchObject({ isRight: true });
    if (user.acknowledged !== undefined && is !== undefined) await inspectBeside(user, call, clientId);
    user.acknowledged = is;
    user.asked = undefined;
  }
}

/** The group and the tokens that the user was given. */
async function inspectBeside({ name: Username, isMember, tokens }: KnownUser, call: Call, ClientId: string) {
  if (isMember) {
    const { body } = await call('AdminListGroupsForUser', { Username });
    expect({ Username, groups: body.Groups?.map(({ GroupName }) => GroupName) }).toEqual({
      Username,
      groups: ['members'],
    });
  }
  if (tokens === undefined) return;
  const { AccessToken, RefreshToken } = tokens;
  const refresh = { ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN: RefreshToken } };
  const [asked, refreshed] = [await call('GetUser', { AccessToken }), await call('InitiateAuth', refresh)];
  expect({ Username, asked: asked.status, refreshed: refreshed.status }).toEqual({
    Username,
    asked: 200,
    refreshed: 200,
  });
}

/** Writers change their users, all at once, until the process is killed: when `events` requests were sent or answered. */
async function writeUntilKilled(
  local: LocalProcess,
  users: readonly KnownUser[],
  clientId: string,
  random: () => number,
  events: number,
): Promise<number> {
  let [left, acknowledged, isKilled] = [events, 0, false];
  let killed: Promise<void> = Promise.resolve();
  const happened = (): void => {
    left -= 1;
    if (left > 0 || isKilled) return;
    isKilled = true;
    killed = local.kill();
  };
  const call = callerOf(local);
  const watched: Call = (operation, body) => {
    const answer = call(operation, body);
    happened();
    return answer.then((reply) => {
      acknowledged += 1;
      happened();
      return reply;
    });
  };
  const write = async (own: readonly KnownUser[]): Promise<void> => {
    for (;;) {
      const user = own[Math.floor(random() * own.length)];
      if (user === undefined) return;
      try {
        await change(user, watched, clientId, random);
      } catch (error) {
        if (isKilled) return;
        throw error;
      }
    }
  };
  const owned = (writer: number) => users.filter((_, index) => index % writers === writer);
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(owned(writer))));
  await killed;
  return acknowledged;
}

test(
  `killed ${kills} times while ${writers} write, it has lost nothing that it acknowledged and reads no half`,
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'killed-'));
    let running: LocalProcess | undefined;
    let acknowledged = 0;
    try {
      const random = randomFrom(seed);
      const command = await buildLocalCommand(directory);
      const assembly = writeAssembly(directory, {
        Pool: pool({ UserPoolName: 'people' }),
        Members: group(),
        Web: client({
          ClientName: 'web',
          ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
        }),
      });
      const file = join(directory, 'people.state');
      const args = ['--assembly', assembly, '--env', 'dev', '--state', file, '--port', String(await freePort())];
      const users = Array.from({ length: 5 * writers }, (_, index): KnownUser => ({
        name: `user-${index}`,
        acknowledged: undefined,
        asked: undefined,
        isMember: false,
        tokens: undefined,
      }));
      for (let kill = 0; kill < kills; kill += 1) {
        const local = (running = await startProcess(command, args));
        const clientId = local.clients.get('web') ?? '';
        await inspect(users, callerOf(local), clientId);
        acknowledged += await writeUntilKilled(local, users, clientId, random, 1 + Math.floor(random() * 120));
      }
      const last = (running = await startProcess(command, args));
      await inspect(users, callerOf(last), last.clients.get('web') ?? '');
      // Otherwise there was nothing to lose.
      expect(acknowledged).toBeGreaterThan(kills);
    } catch (error) {
      throw new Error(`USERPOOL_TEST_SEED=${seed}`, { cause: error });
    } finally {
      await running?.kill();
      await rm(directory, { recursive: true });
    }
  },
  30 * 60_000,
);
