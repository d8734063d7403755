import { notPassed, rehearse } from './rehearsal';

test('J7: with optional MFA the user enrols after signing in, and every step passes', async () => {
  const { report, service, waits, notes } = await rehearse();
  expect(notPassed(report)).toEqual([]);
  expect(report).toMatchObject({ passed: true, interrupted: false, leftBehind: [] });
  expect(service.operations).toEqual([
    'AdminCreateUser',
    'AdminSetUserPassword',
    'AdminInitiateAuth',
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'SetUserMFAPreference',
    'AdminGetUser',
    'GlobalSignOut',
    'GetUser',
    'AdminInitiateAuth',
    'AdminRespondToAuthChallenge',
    'ConfirmDevice',
    'InitiateAuth',
    'RevokeToken',
    'InitiateAuth',
    'AdminDeleteUser',
  ]);
  expect([waits, notes]).toEqual([[], []]);
  expect(service.userExists).toBe(false);
});

test('J8: with required MFA the user enrols within the MFA_SETUP challenge', async () => {
  const { report, service } = await rehearse({ pool: { mfa: 'ON' } });
  expect(notPassed(report)).toEqual([]);
  expect(service.operations.slice(2, 7)).toEqual([
    'AdminInitiateAuth',
    'AssociateSoftwareToken',
    'VerifySoftwareToken',
    'AdminRespondToAuthChallenge',
    'SetUserMFAPreference',
  ]);
  const [, , first, associate, verify, finish] = service.calls.map(({ input }) => input['Session']);
  expect(first).toBeUndefined();
  // Each call hands on the session that the one before it returned.
  expect(new Set([associate, verify, finish]).size).toBe(3);
});

test('where MFA is off, the steps with an authenticator are not applicable, and the rest passes', async () => {
  const { report } = await rehearse({ pool: { mfa: 'OFF', softwareTokens: false } });
  expect(report.passed).toBe(true);
  expect(notPassed(report)).toEqual([
    ['Ask for a TOTP secret', 'not applicable'],
    ['Enrol with a TOTP code', 'not applicable'],
    ['Switch TOTP on for the user', 'not applicable'],
    ['Read the user back', 'not applicable'],
    ['Answer with a TOTP code', 'not applicable'],
  ]);
});

test('without device tracking no device is confirmed, and the refresh names none', async () => {
  const { report, service } = await rehearse({ pool: { deviceTracking: undefined } });
  expect(notPassed(report)).toEqual([['Confirm the device', 'not applicable']]);
  const refresh = service.calls.find(({ input }) => input['AuthFlow'] === 'REFRESH_TOKEN_AUTH');
  expect(refresh?.input['AuthParameters']).not.toHaveProperty('DEVICE_KEY');
});

test('a client without a secret sends the password itself, and no secret hash anywhere', async () => {
  const { report, service } = await rehearse({
    client: { flow: 'USER_PASSWORD_AUTH', secret: undefined, authFlows: ['USER_PASSWORD_AUTH'] },
  });
  expect(notPassed(report)).toEqual([]);
  expect(service.operations).not.toContain('AdminInitiateAuth');
  expect(service.operations).toContain('RespondToAuthChallenge');
  expect(JSON.stringify(service.calls)).not.toContain('SECRET_HASH');
});

test('a client without token revocation signs out globally', async () => {
  const { report, service } = await rehearse({ client: { tokenRevocation: false } });
  expect(notPassed(report)).toEqual([]);
  expect(service.operations).not.toContain('RevokeToken');
});

test('a client that rotates refresh tokens gets a new one for each, by the operation that rotates', async () => {
  const { report, service } = await rehearse({ client: { refreshTokenRotation: true } });
  expect(notPassed(report)).toEqual([]);
  const refreshes = service.calls.filter(({ operation }) => operation === 'GetTokensFromRefreshToken');
  expect(new Set(refreshes.map(({ input }) => input['RefreshToken'])).size).toBe(2);
  expect(service.calls.filter(({ input }) => input['AuthFlow'] === 'REFRESH_TOKEN_AUTH')).toEqual([]);
});

test('a refresh token that is handed out again is no rotation', async () => {
  const { report } = await rehearse({
    client: { refreshTokenRotation: true },
    bend: ({ operation, input }) =>
      operation === 'GetTokensFromRefreshToken'
        ? { AuthenticationResult: { RefreshToken: input['RefreshToken'] } }
        : undefined,
  });
  expect(report.steps.find(({ name }) => name === 'Refresh the tokens')?.outcome).toMatchObject({
    result: 'failed',
    failure: { message: 'The refresh token was not rotated.' },
  });
});

test('a client that cannot refresh says why', async () => {
  const { report } = await rehearse({ client: { authFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'] } });
  expect(notPassed(report)).toEqual([
    ['Refresh the tokens', 'not applicable'],
    ['Try to refresh again', 'not applicable'],
  ]);
  expect(report.steps.find(({ name }) => name === 'Refresh the tokens')?.outcome).toMatchObject({
    reason: expect.stringMatching(/ALLOW_REFRESH_TOKEN_AUTH/),
  });
});

test('the user has an address of their own at example.com, and nothing is sent to it', async () => {
  const [one, two] = [await rehearse(), await rehearse()].map(({ service }) => service.calls[0]?.input);
  expect(one).toMatchObject({
    MessageAction: 'SUPPRESS',
    Username: expect.stringMatching(/^sign-in-[0-9a-f]{24}@example\.com$/),
  });
  expect(two?.['Username']).not.toBe(one?.['Username']);
});

test('in a pool with free usernames the user has a name, and the address as an attribute', async () => {
  const { service } = await rehearse({ pool: { signInWith: 'username' } });
  expect(service.calls[0]?.input).toMatchObject({
    Username: expect.stringMatching(/^sign-in-[0-9a-f]{24}$/),
    UserAttributes: expect.arrayContaining([{ Name: 'email', Value: expect.stringMatching(/@example\.com$/) }]),
  });
});

test('attributes that the schema requires are given', async () => {
  const { service } = await rehearse({ pool: { requiredAttributes: ['name', 'birthdate'] } });
  expect(service.calls[0]?.input['UserAttributes']).toEqual(
    expect.arrayContaining([
      { Name: 'name', Value: 'sign-in' },
      { Name: 'birthdate', Value: '2000-01-01' },
    ]),
  );
});

test('challenges are answered with USER_ID_FOR_SRP, and the secret hash goes with the name of each request', async () => {
  const { service } = await rehearse();
  const respond = service.calls.find(({ operation }) => operation === 'AdminRespondToAuthChallenge');
  const begin = service.calls.find(({ operation }) => operation === 'AdminInitiateAuth');
  const answered = respond?.input['ChallengeResponses'] as Record<string, string>;
  const begun = begin?.input['AuthParameters'] as Record<string, string>;
  expect(answered['USERNAME']).toMatch(/^[0-9a-f-]{36}$/);
  expect(begun['USERNAME']).toMatch(/@example\.com$/);
  expect(answered['SECRET_HASH']).not.toBe(begun['SECRET_HASH']);
});

test('the otpauth URI is handed to whoever asked for it, with the secret that the service gave', async () => {
  const { uris, service } = await rehearse();
  expect(uris).toHaveLength(1);
  const secret = new URL(uris[0] ?? '').searchParams.get('secret') ?? '';
  expect(service.secrets).toContain(secret);
});
