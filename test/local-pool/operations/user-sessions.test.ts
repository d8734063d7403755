import { buildPool, password, type BuiltPool, type PoolOptions } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { refresh, signIn } from '../sign-in-steps';

const name = 'anna@example.com';
const noSession = refusal('ResourceNotFoundException', 'Session does not exist.');

interface Listed {
  readonly SessionId: string;
  readonly ClientId: string;
  readonly CreateDate: number;
  readonly LastActiveDate: number;
  readonly IsCurrentSession: boolean;
}

interface Tokens {
  readonly AccessToken: string;
  readonly RefreshToken: string;
}

const track = ({ callAsAdmin }: BuiltPool, MaxPerUser = 20, UserSessionTracking = 'ENABLED') =>
  callAsAdmin('SetUserPoolSessionConfiguration', { UserSessionTracking, TokenSession: { MaxPerUser } });
const sessionsOf = async ({ callAsAdmin }: BuiltPool, Username = name): Promise<readonly Listed[]> =>
  (await callAsAdmin('AdminListUserSessions', { Username }))['Sessions'] as readonly Listed[];
const idsOf = async (built: BuiltPool) => (await sessionsOf(built)).map(({ SessionId }) => SessionId);

async function signedIn(built: BuiltPool, clientName?: string): Promise<Tokens> {
  const { AuthenticationResult } = await signIn(built, name, {}, clientName);
  const { AccessToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  return { AccessToken, RefreshToken };
}

async function tracking(options: PoolOptions = {}, maxPerUser?: number): Promise<BuiltPool> {
  const built = buildPool(options);
  await built.addConfirmedUser(name);
  await track(built, maxPerUser);
  return built;
}

describe('the sessions of a user', () => {
  test('are listed for the user and for administrators, with the one that asks', async () => {
    const built = await tracking();
    const start = built.clock.now() / 1000;
    const first = await signedIn(built);
    built.clock.advance({ seconds: 1 });
    await signedIn(built, 'open');

    const session = { SessionType: 'TOKEN', DeviceType: 'unknown', LastLocation: { Country: 'unknown' } };
    const SessionId = expect.stringMatching(/^tkn[a-z0-9]{25}$/) as unknown;
    const at = (time: number) => ({ SessionId, CreateDate: time, LastActiveDate: time });
    const own = { ...session, ...at(start), ClientId: built.client('app').id };
    const other = { ...session, ...at(start + 1), ClientId: built.client('open').id };
    expect(await built.call('ListUserSessions', { AccessToken: first.AccessToken })).toEqual({
      Sessions: [
        { ...own, IsCurrentSession: true },
        { ...other, IsCurrentSession: false },
      ],
    });
    expect(await sessionsOf(built)).toEqual([
      { ...own, IsCurrentSession: false },
      { ...other, IsCurrentSession: false },
    ]);
  });

  test('are those of that user alone', async () => {
    const built = await tracking();
    await built.addConfirmedUser('eve@example.com');
    await signedIn(built);
    expect(await sessionsOf(built, 'eve@example.com')).toEqual([]);
  });

  test('are active when tokens are issued anew, with rotation or without', async () => {
    for (const refreshTokenRotation of [undefined, { retryGracePeriodSeconds: 0 }]) {
      const built = await tracking({ clients: { app: { refreshTokenRotation } } });
      const { RefreshToken } = await signedIn(built);
      const [before] = await sessionsOf(built);
      built.clock.advance({ minutes: 5 });
      await built.call('GetTokensFromRefreshToken', { ClientId: built.client('app').id, RefreshToken });
      expect(await sessionsOf(built)).toEqual([{ ...before, LastActiveDate: (before?.CreateDate ?? 0) + 300 }]);
    }
  });

  test('end with their refresh token: revoked, expired, signed out everywhere', async () => {
    const built = await tracking({ clients: { app: { refreshTokenSeconds: 3600 } } });
    const { RefreshToken } = await signedIn(built);
    await built.call('RevokeToken', { ClientId: built.client('app').id, Token: RefreshToken });
    expect(await sessionsOf(built)).toEqual([]);
    await signedIn(built);
    built.clock.advance({ hours: 1 });
    expect(await sessionsOf(built)).toEqual([]);
    await signedIn(built);
    await built.callAsAdmin('AdminUserGlobalSignOut', { Username: name });
    expect(await sessionsOf(built)).toEqual([]);
  });

  test('are none where the pool does not track them, before or from then on', async () => {
    const built = buildPool();
    await built.addConfirmedUser(name);
    const { AccessToken } = await signedIn(built);
    await track(built);
    expect(await built.call('ListUserSessions', { AccessToken })).toEqual({ Sessions: [] });
    await signedIn(built);
    await track(built, 20, 'DISABLED');
    await track(built);
    expect(await sessionsOf(built)).toEqual([]);
    expect(await built.call('GetUser', { AccessToken })).toHaveProperty('Username');
  });
});

test('a further sign-in ends the session that was not used for the longest time', async () => {
  const built = await tracking({}, 2);
  const first = await signedIn(built);
  built.clock.advance({ seconds: 1 });
  const second = await signedIn(built);
  built.clock.advance({ seconds: 1 });
  await refresh(built, { REFRESH_TOKEN: first.RefreshToken });
  const [kept, ended] = await idsOf(built);
  built.clock.advance({ seconds: 1 });
  await signedIn(built);
  const left = await idsOf(built);
  expect(left).toHaveLength(2);
  expect(left).toContain(kept);
  expect(left).not.toContain(ended);
  expect(await refusalOf(built.call('GetUser', { AccessToken: second.AccessToken }))).toEqual(
    refusal('NotAuthorizedException', 'Access Token has been revoked'),
  );
});

test('a lower limit ends sessions at the next sign-in only', async () => {
  const built = await tracking();
  for (let session = 0; session < 4; session += 1) await signedIn(built);
  await track(built, 1);
  expect(await sessionsOf(built)).toHaveLength(4);
  const last = await signedIn(built);
  expect(await built.call('ListUserSessions', { AccessToken: last.AccessToken })).toMatchObject({
    Sessions: [{ IsCurrentSession: true }],
  });
});

describe('RevokeUserSession', () => {
  test.each([undefined, 'NONE', 'LINKED'])('ends another session with its tokens (%s)', async (associated) => {
    const built = await tracking();
    const lost = await signedIn(built);
    const [SessionId] = await idsOf(built);
    const { AccessToken } = await signedIn(built);
    const request = { AccessToken, SessionId, RevokeAssociatedSessions: associated };
    expect(await built.call('RevokeUserSession', request)).toEqual({});
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN: lost.RefreshToken }))).toEqual(
      refusal('NotAuthorizedException', 'Refresh Token has been revoked'),
    );
    expect(await sessionsOf(built)).toHaveLength(1);
    expect(await refusalOf(built.call('RevokeUserSession', request))).toEqual(noSession);
  });

  test('leaves the session that asks', async () => {
    const built = await tracking();
    const { AccessToken } = await signedIn(built);
    const [SessionId] = await idsOf(built);
    expect(await refusalOf(built.call('RevokeUserSession', { AccessToken, SessionId }))).toEqual(
      refusal('InvalidParameterException', 'The session of the access token cannot be revoked with it.'),
    );
    expect(await built.call('GetUser', { AccessToken })).toHaveProperty('Username');
  });

  test('and AdminRevokeUserSession end no session of another user', async () => {
    const built = await tracking();
    await signedIn(built);
    const [SessionId] = await idsOf(built);
    const eve = 'eve@example.com';
    await built.addConfirmedUser(eve);
    const AccessToken = await built.accessToken(eve, password);
    expect(await refusalOf(built.call('RevokeUserSession', { AccessToken, SessionId }))).toEqual(noSession);
    expect(await refusalOf(built.callAsAdmin('AdminRevokeUserSession', { Username: eve, SessionId }))).toEqual(
      noSession,
    );
    expect(await idsOf(built)).toEqual([SessionId]);
  });
});

test('AdminRevokeUserSession ends any session of the user, the current one of a device too', async () => {
  const built = await tracking();
  const { AccessToken } = await signedIn(built);
  const [SessionId] = await idsOf(built);
  expect(await built.callAsAdmin('AdminRevokeUserSession', { Username: name, SessionId })).toEqual({});
  expect(await refusalOf(built.call('GetUser', { AccessToken }))).toEqual(
    refusal('NotAuthorizedException', 'Access Token has been revoked'),
  );
});

describe('the configuration of sessions', () => {
  test('of a pool is off with 20 a user until it is set, as a whole', async () => {
    const built = buildPool();
    const UserPoolId = built.pool.id;
    expect(await built.callAsAdmin('GetUserPoolSessionConfiguration', {})).toEqual({
      UserPoolId,
      UserSessionTracking: 'DISABLED',
      TokenSession: { MaxPerUser: 20 },
    });
    const set = { UserPoolId, UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 3 } };
    expect(await track(built, 3)).toEqual(set);
    expect(await built.callAsAdmin('GetUserPoolSessionConfiguration', {})).toEqual(set);
  });

  test('of a client is kept, and comes back with the tracking', async () => {
    const built = buildPool();
    const ClientId = built.client('app').id;
    const of = (minutes: number) => ({
      UserPoolId: built.pool.id,
      ClientId,
      SSOSession: { MaxValidityMinutes: minutes },
    });
    const get = () => built.callAsAdmin('GetUserPoolClientSessionConfiguration', { ClientId });
    const set = () =>
      built.callAsAdmin('SetUserPoolClientSessionConfiguration', { ClientId, SSOSession: { MaxValidityMinutes: 0 } });
    expect(await get()).toEqual(of(60));
    expect(await refusalOf(set())).toEqual(
      refusal('InvalidParameterException', 'Session tracking is not enabled for the user pool.'),
    );
    await track(built);
    expect(await set()).toEqual(of(0));
    await track(built, 20, 'DISABLED');
    await track(built);
    expect(await get()).toEqual(of(0));
  });

  test.each([
    ['SetUserPoolSessionConfiguration', { UserSessionTracking: 'ENABLED', TokenSession: { MaxPerUser: 1 } }],
    ['SetUserPoolClientSessionConfiguration', { ClientId: 'any', SSOSession: { MaxValidityMinutes: 1 } }],
  ])('is not changed by %s on the Lite plan', async (operation, body) => {
    const built = buildPool({ settings: { featurePlan: 'LITE' } });
    expect(await refusalOf(built.callAsAdmin(operation, body))).toEqual(
      refusal('FeatureUnavailableInTierException', 'Session tracking is not available in the Lite tier.'),
    );
  });

  test('has the bounds of the service', async () => {
    const built = buildPool();
    for (const MaxPerUser of [0, 101])
      expect(await refusalOf(track(built, MaxPerUser))).toMatchObject({
        message: expect.stringContaining("'tokenSession.maxPerUser' failed to satisfy constraint") as unknown,
      });
  });
});
