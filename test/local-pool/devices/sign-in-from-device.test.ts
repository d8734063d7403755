import type { DeviceTracking } from '../../../lib/local-pool/settings/pool-settings';
import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, refresh, signIn, type SignInReply } from '../sign-in-steps';
import {
  claim,
  confirmDevice,
  passwordClaim,
  proveDevice,
  rememberDevice,
  signInBySrp,
  SRP_A,
  srpClient,
  startDeviceSrp,
  startSrp,
  type TestDevice,
} from '../srp-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const unknownDevice = refusal('ResourceNotFoundException', 'Device does not exist.');
const unknownKey = { DEVICE_KEY: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b' };
const always = { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false };

async function withAnna(
  deviceTracking: DeviceTracking,
  options: Parameters<typeof buildPool>[0] = {},
): Promise<BuiltPool> {
  const built = buildPool({
    clients: { app: srpClient },
    ...options,
    settings: { deviceTracking, mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } },
  });
  await built.addConfirmedUser(name);
  return built;
}

const showCode = (built: BuiltPool, challenge: SignInReply, secret: string) => {
  // A code counts once.
  built.clock.advance({ seconds: 30 });
  const USERNAME = challenge.ChallengeParameters?.['USER_ID_FOR_SRP'] ?? '';
  return answer(built, challenge, { USERNAME, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) });
};

/** Answers every challenge until tokens come; gives the names of the challenges on the way. */
async function walk(built: BuiltPool, start: SignInReply, device: TestDevice, secret: string) {
  const challenges: (string | undefined)[] = [];
  let reply = start;
  while (reply.ChallengeName !== undefined && challenges.length < 5) {
    challenges.push(reply.ChallengeName);
    if (reply.ChallengeName === 'DEVICE_SRP_AUTH') reply = await proveDevice(built, reply, device);
    else reply = await showCode(built, reply, secret);
  }
  return { challenges, tokens: reply.AuthenticationResult };
}

/** Anna with TOTP, and a device that she confirmed in a sign-in with a code. */
async function withDevice(deviceTracking: DeviceTracking) {
  const built = await withAnna(deviceTracking);
  const secret = await enrolTotp(built, name);
  const device = await confirmDevice(built, await showCode(built, await signIn(built, name), secret));
  const { DEVICE_KEY } = device;
  return { built, secret, device, DEVICE_KEY };
}

const mfa = 'SOFTWARE_TOKEN_MFA';
const bySecret = 'DEVICE_SRP_AUTH';

/** What is asked after the password, for both flags and what the user said of the device since it was confirmed. */
const table: readonly {
  readonly challengeRequiredOnNewDevice: boolean;
  readonly deviceOnlyRememberedOnUserPrompt: boolean;
  readonly said: 'nothing' | 'remembered' | 'not_remembered';
  readonly asked: readonly string[];
}[] = [
  { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false, said: 'nothing', asked: [bySecret] },
  { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false, said: 'not_remembered', asked: [mfa] },
  { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true, said: 'nothing', asked: [mfa] },
  { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: true, said: 'remembered', asked: [bySecret] },
  {
    challengeRequiredOnNewDevice: false,
    deviceOnlyRememberedOnUserPrompt: false,
    said: 'nothing',
    asked: [mfa, bySecret],
  },
  {
    challengeRequiredOnNewDevice: false,
    deviceOnlyRememberedOnUserPrompt: false,
    said: 'not_remembered',
    asked: [mfa],
  },
  { challengeRequiredOnNewDevice: false, deviceOnlyRememberedOnUserPrompt: true, said: 'nothing', asked: [mfa] },
  {
    challengeRequiredOnNewDevice: false,
    deviceOnlyRememberedOnUserPrompt: true,
    said: 'remembered',
    asked: [mfa, bySecret],
  },
];

describe.each(table)(
  'challenge required on new device $challengeRequiredOnNewDevice, asks the user $deviceOnlyRememberedOnUserPrompt, said $said:',
  ({ said, asked, ...tracking }) => {
    async function withStatus() {
      const given = await withDevice(tracking);
      const { built, device, DEVICE_KEY } = given;
      const status = { AccessToken: device.accessToken, DeviceKey: DEVICE_KEY, DeviceRememberedStatus: said };
      if (said !== 'nothing') await built.call('UpdateDeviceStatus', status);
      return given;
    }

    test.each([
      ['password', signIn],
      ['SRP', signInBySrp],
    ])(`a sign-in by %s from the device is asked for ${asked.join(', then ')}`, async (_flow, begin) => {
      const { built, secret, device, DEVICE_KEY } = await withStatus();
      const { challenges, tokens } = await walk(built, await begin(built, name, { DEVICE_KEY }), device, secret);
      expect(challenges).toEqual(asked);
      expect(tokens).not.toHaveProperty('NewDeviceMetadata');
      expect(tokens).toHaveProperty('RefreshToken');
    });

    test('a sign-in without the key is asked for the factor', async () => {
      const { built } = await withStatus();
      expect(await signIn(built, name)).toMatchObject({ ChallengeName: mfa });
    });
  },
);

describe('where the second factor is answered under an alias instead of USER_ID_FOR_SRP', () => {
  test('the new device cannot be confirmed, nor presented, nor refresh; the tokens are good', async () => {
    const built = await withAnna(always);
    const secret = await enrolTotp(built, name);
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    const reply = await answer(built, await signIn(built, name), code);
    const { RefreshToken = '', AccessToken, NewDeviceMetadata } = reply.AuthenticationResult ?? {};
    const { DeviceKey = '' } = NewDeviceMetadata ?? {};
    expect(await refusalOf(confirmDevice(built, reply))).toEqual(
      refusal('InvalidParameterException', 'Invalid device key given.'),
    );
    expect(await refusalOf(signIn(built, name, { DEVICE_KEY: DeviceKey }))).toEqual(unknownDevice);
    expect(await refusalOf(refresh(built, { REFRESH_TOKEN: RefreshToken, DEVICE_KEY: DeviceKey }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid Refresh Token.'),
    );
    expect(await built.call('GetUser', { AccessToken })).toHaveProperty('Username');
  });

  test('a device that was confirmed before is as good as ever', async () => {
    const { built, secret, DEVICE_KEY } = await withDevice({ ...always, challengeRequiredOnNewDevice: false });
    built.clock.advance({ seconds: 30 });
    const challenge = await signIn(built, name, { DEVICE_KEY });
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    expect(await answer(built, challenge, code)).toMatchObject({ ChallengeName: bySecret });
  });
});

test('a device that was never confirmed does not stand in', async () => {
  const built = await withAnna(always);
  const secret = await enrolTotp(built, name);
  const { AuthenticationResult } = await showCode(built, await signIn(built, name), secret);
  const DEVICE_KEY = AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? '';
  expect(await signIn(built, name, { DEVICE_KEY })).toMatchObject({ ChallengeName: mfa });
});

test('a device that was remembered before the user had a second factor is asked for it once', async () => {
  const built = await withAnna(always);
  const device = await rememberDevice(built, name);
  const { DEVICE_KEY } = device;
  const secret = await enrolTotp(built, name);
  const first = await walk(built, await signIn(built, name, { DEVICE_KEY }), device, secret);
  expect(first.challenges).toEqual([mfa, bySecret]);
  const second = await walk(built, await signIn(built, name, { DEVICE_KEY }), device, secret);
  expect(second.challenges).toEqual([bySecret]);
});

test('who must register a factor does so, whatever the device', async () => {
  const { built, DEVICE_KEY } = await withDevice(always);
  built.pool.users.update(built.pool.requireUser(name).username, { softwareToken: undefined });
  await built.callAsAdmin('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  });
  expect(await signIn(built, name, { DEVICE_KEY })).toMatchObject({ ChallengeName: 'MFA_SETUP' });
});

describe('the exchange with a remembered device', () => {
  test('shows what the service shows at each step', async () => {
    const { built, device, DEVICE_KEY } = await withDevice(always);
    const { username } = built.pool.requireUser(name);
    const challenge = await signInBySrp(built, name, { DEVICE_KEY });
    expect(challenge).toEqual({
      ChallengeName: 'DEVICE_SRP_AUTH',
      ChallengeParameters: { USERNAME: username },
      Session: expect.any(String),
    });
    expect(await startDeviceSrp(built, challenge, device)).toEqual({
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      ChallengeParameters: {
        DEVICE_KEY,
        USERNAME: username,
        SALT: 'fb'.repeat(16),
        SRP_B: expect.stringMatching(/^[1-9a-f][0-9a-f]+$/),
        SECRET_BLOCK: expect.stringMatching(/^[A-Za-z0-9+/]+=*$/),
      },
      Session: expect.any(String),
    });
  });

  test('works for clients that send no session', async () => {
    const { built, device, DEVICE_KEY } = await withDevice(always);
    const { Session: _first, ...challenge } = await signInBySrp(built, name, { DEVICE_KEY });
    const { Session: _second, ...verifier } = await startDeviceSrp(built, challenge, device);
    const responses = { ...claim(built, verifier, device.identity), DEVICE_KEY };
    expect(await answer(built, verifier, responses)).toHaveProperty('AuthenticationResult');
    expect(await refusalOf(answer(built, verifier, responses))).toEqual(incorrect);
    expect(await refusalOf(startDeviceSrp(built, challenge, device))).toEqual(incorrect);
  });

  test('works for a device whose key comes only with the claim of the password', async () => {
    const { built, DEVICE_KEY } = await withDevice(always);
    const challenge = await startSrp(built, name);
    const responses = { ...passwordClaim(built, challenge), DEVICE_KEY };
    expect(await answer(built, challenge, responses)).toMatchObject({ ChallengeName: bySecret });
  });

  test('refuses a wrong secret as a wrong password, and leaves another try', async () => {
    const { built, device, DEVICE_KEY } = await withDevice(always);
    const verifier = await startDeviceSrp(built, await signIn(built, name, { DEVICE_KEY }), device);
    const wrong = claim(built, verifier, { ...device.identity, password: 'another secret' });
    expect(await refusalOf(answer(built, verifier, { ...wrong, DEVICE_KEY }))).toEqual(incorrect);
    const right = { ...claim(built, verifier, device.identity), DEVICE_KEY };
    expect(await answer(built, verifier, right)).toHaveProperty('AuthenticationResult');
  });

  test('is with one device: another one of the user cannot finish it', async () => {
    const { built, secret, device, DEVICE_KEY } = await withDevice(always);
    const other = await confirmDevice(built, await showCode(built, await signIn(built, name), secret));
    const verifier = await startDeviceSrp(built, await signIn(built, name, { DEVICE_KEY }), device);
    const responses = { ...claim(built, verifier, other.identity), DEVICE_KEY: other.DEVICE_KEY };
    expect(await refusalOf(answer(built, verifier, responses))).toEqual(incorrect);
  });

  test('may be begun by another device, which then stands in only for itself', async () => {
    const { built, secret, DEVICE_KEY } = await withDevice(always);
    const other = await confirmDevice(built, await showCode(built, await signIn(built, name), secret));
    const { username } = built.pool.requireUser(name);
    built.pool.users.updateDevice(username, other.DEVICE_KEY, { standsInForSecondFactor: false });
    const challenge = await signIn(built, name, { DEVICE_KEY });
    expect(await proveDevice(built, challenge, other)).toMatchObject({ ChallengeName: mfa });
  });

  test('ends in the ordinary way when the device is not remembered any more', async () => {
    const { built, device, DEVICE_KEY } = await withDevice(always);
    const challenge = await signIn(built, name, { DEVICE_KEY });
    const status = { DeviceKey: DEVICE_KEY, Username: name, DeviceRememberedStatus: 'not_remembered' };
    await built.callAsAdmin('AdminUpdateDeviceStatus', status);
    expect(await startDeviceSrp(built, challenge, device)).toMatchObject({ ChallengeName: mfa });
  });

  test('ends when the device is forgotten', async () => {
    const { built, device, DEVICE_KEY } = await withDevice(always);
    const verifier = await startDeviceSrp(built, await signIn(built, name, { DEVICE_KEY }), device);
    await built.callAsAdmin('AdminForgetDevice', { Username: name, DeviceKey: DEVICE_KEY });
    const responses = { ...claim(built, verifier, device.identity), DEVICE_KEY };
    expect(await refusalOf(answer(built, verifier, responses))).toEqual(unknownDevice);
  });

  test.each(['DEVICE_KEY', 'SRP_A', 'USERNAME'])('needs %s', async (parameter) => {
    const { built, DEVICE_KEY } = await withDevice(always);
    const challenge = await signIn(built, name, { DEVICE_KEY });
    const responses = { USERNAME: name, DEVICE_KEY, SRP_A };
    expect(await refusalOf(answer(built, challenge, { ...responses, [parameter]: '' }))).toMatchObject({
      type: parameter === 'DEVICE_KEY' ? 'ResourceNotFoundException' : 'InvalidParameterException',
    });
  });
});

test('a verifier that no secret fits is accepted by ConfirmDevice, and shows at the next sign-in', async () => {
  const built = await withAnna(always);
  const { AuthenticationResult } = await signIn(built, name);
  const { DeviceKey = '', DeviceGroupKey = '' } = AuthenticationResult?.NewDeviceMetadata ?? {};
  const AccessToken = AuthenticationResult?.AccessToken;
  for (const PasswordVerifier of ['', 'AA==', 'AQ==']) {
    await built.call('ConfirmDevice', {
      AccessToken,
      DeviceKey,
      DeviceSecretVerifierConfig: { PasswordVerifier, Salt: 'AQ==' },
    });
    const verifier = await startDeviceSrp(built, await signIn(built, name, { DEVICE_KEY: DeviceKey }), {
      DEVICE_KEY: DeviceKey,
    });
    const guess = claim(built, verifier, { scope: DeviceGroupKey, name: DeviceKey, password: 'guess' });
    expect(await refusalOf(answer(built, verifier, guess))).toEqual(incorrect);
    built.pool.users.updateDevice(built.pool.requireUser(name).username, DeviceKey, { confirmed: false });
  }
});

describe('a key that is not the user’s', () => {
  test('is refused after the password, and the same claim without it signs in', async () => {
    const built = await withAnna(always);
    const challenge = await startSrp(built, name, unknownKey);
    const wrong = { ...passwordClaim(built, challenge, 'Wrong-Horse-9'), ...unknownKey };
    expect(await refusalOf(answer(built, challenge, wrong))).toEqual(incorrect);
    const right = passwordClaim(built, challenge);
    expect(await refusalOf(answer(built, challenge, { ...right, ...unknownKey }))).toEqual(unknownDevice);
    const afresh = await startSrp(built, name);
    const again = passwordClaim(built, afresh);
    expect(await refusalOf(answer(built, afresh, { ...again, ...unknownKey }))).toEqual(unknownDevice);
    expect(await answer(built, afresh, again)).toHaveProperty('AuthenticationResult');
  });
});

test('the triggers are told that the device is known, and that it authenticated', async () => {
  const nothing = () => ({});
  const built = await withAnna(always, { triggers: { PostAuthentication: nothing, PreTokenGeneration: nothing } });
  const device = await rememberDevice(built, name);
  const before = built.events.length;
  const challenge = await signIn(built, name, { DEVICE_KEY: device.DEVICE_KEY });
  await proveDevice(built, challenge, device);
  const events = built.events.slice(before);
  expect(events.map(({ triggerSource }) => triggerSource)).toEqual([
    'PostAuthentication_Authentication',
    'TokenGeneration_AuthenticateDevice',
  ]);
  expect(events[0]?.request['newDeviceUsed']).toBe(false);
});

test('the tokens of a remembered device refresh with its key, until it is forgotten', async () => {
  const { built, secret, device, DEVICE_KEY } = await withDevice(always);
  const { tokens } = await walk(built, await signIn(built, name, { DEVICE_KEY }), device, secret);
  const REFRESH_TOKEN = tokens?.RefreshToken ?? '';
  const invalid = refusal('NotAuthorizedException', 'Invalid Refresh Token.');
  expect(await refusalOf(refresh(built, { REFRESH_TOKEN }))).toEqual(invalid);
  expect(await refresh(built, { REFRESH_TOKEN, DEVICE_KEY })).toHaveProperty('AuthenticationResult');
  await built.call('ForgetDevice', { AccessToken: device.accessToken, DeviceKey: DEVICE_KEY });
  expect(await refusalOf(refresh(built, { REFRESH_TOKEN, DEVICE_KEY }))).toEqual(invalid);
  expect(await refusalOf(signIn(built, name, { DEVICE_KEY }))).toEqual(unknownDevice);
});
