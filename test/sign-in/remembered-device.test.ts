import { rememberedDevice } from '../../lib/sign-in/journeys/remembered-device';
import { notPassed, rehearse } from './rehearsal';
import type { RehearsalOptions } from './rehearsal';

const rehearseDevice = (options: RehearsalOptions = {}) =>
  rehearse({ journey: rememberedDevice, ...options, client: { flow: 'USER_SRP_AUTH', ...options.client } });

const responses = ({ service }: Awaited<ReturnType<typeof rehearse>>, challenge: string) =>
  service.calls
    .filter(({ input }) => input['ChallengeName'] === challenge)
    .map(({ input }) => input['ChallengeResponses'] as Readonly<Record<string, string>>);

test('J12: the device confirmed after a sign-in with TOTP signs in without TOTP', async () => {
  const { report, service, waits, notes } = await rehearseDevice();
  expect(notPassed(report)).toEqual([['Remember the device', 'not applicable']]);
  expect(report).toMatchObject({ passed: true, leftBehind: [] });
  const steps = service.calls.map(({ operation, input }) => input['ChallengeName'] ?? input['AuthFlow'] ?? operation);
  expect(steps.slice(steps.indexOf('ConfirmDevice'))).toEqual([
    'ConfirmDevice',
    'GetDevice',
    'ListDevices',
    // Another secret is refused.
    'USER_SRP_AUTH',
    'PASSWORD_VERIFIER',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
    // The right one opens the session.
    'USER_SRP_AUTH',
    'PASSWORD_VERIFIER',
    'DEVICE_SRP_AUTH',
    'DEVICE_PASSWORD_VERIFIER',
    'REFRESH_TOKEN_AUTH',
    'REFRESH_TOKEN_AUTH',
    'RevokeToken',
    'AdminDeleteUser',
  ]);
  expect([waits, notes]).toEqual([[], []]);
});

test('the password is never sent to sign in, and the device key goes with both requests', async () => {
  const rehearsal = await rehearseDevice();
  const { calls } = rehearsal.service;
  expect(calls.map(({ input }) => input['AuthParameters']).filter((sent) => 'PASSWORD' in Object(sent))).toEqual([]);
  const begun = calls
    .filter(({ input }) => input['AuthFlow'] === 'USER_SRP_AUTH')
    .map(({ input }) => input['AuthParameters'] as Readonly<Record<string, string>>);
  const hasDevice = (sent: Readonly<Record<string, string>>): boolean => sent['DEVICE_KEY'] !== undefined;
  expect(begun.map(hasDevice)).toEqual([false, false, true, true]);
  expect(responses(rehearsal, 'PASSWORD_VERIFIER').map(hasDevice)).toEqual([false, false, true, true]);
});

test('every exchange has a key pair of its own', async () => {
  const rehearsal = await rehearseDevice();
  const sent = rehearsal.service.calls.flatMap(({ input }) => {
    const { SRP_A } = Object(input['AuthParameters'] ?? input['ChallengeResponses']) as { readonly SRP_A?: string };
    return SRP_A === undefined ? [] : [SRP_A];
  });
  expect(sent).toHaveLength(6);
  expect(new Set(sent).size).toBe(6);
});

test('a pool that leaves it to the user is told to remember the device', async () => {
  const { report, service } = await rehearseDevice({
    pool: { deviceTracking: { asksUser: true, standsInForMfa: true } },
  });
  expect(notPassed(report)).toEqual([]);
  const update = service.calls.find(({ operation }) => operation === 'UpdateDeviceStatus');
  expect(update?.input).toMatchObject({ DeviceRememberedStatus: 'remembered' });
});

test('where MFA is required, the user enrols to get in', async () => {
  const { report, service } = await rehearseDevice({ pool: { mfa: 'ON' } });
  expect(report.passed).toBe(true);
  expect(service.calls.some(({ input }) => input['ChallengeName'] === 'MFA_SETUP')).toBe(true);
});

test('a client without a secret signs in by SRP without a secret hash', async () => {
  const { report, service } = await rehearseDevice({ client: { secret: undefined } });
  expect(report.passed).toBe(true);
  expect(JSON.stringify(service.calls)).not.toContain('SECRET_HASH');
});

test('J7 passes with a client that signs in by SRP alone', async () => {
  const { report } = await rehearse({ client: { flow: 'USER_SRP_AUTH' } });
  expect(notPassed(report)).toEqual([]);
});

const challenge = { ChallengeName: 'DEVICE_SRP_AUTH', Session: 'a-session-that-nobody-may-see' };

test.each([
  [
    'Sign in from the device',
    'PASSWORD_VERIFIER',
    { ChallengeName: 'SOFTWARE_TOKEN_MFA' },
    'answered with SOFTWARE_TOKEN_MFA; expected the challenge DEVICE_SRP_AUTH',
  ],
  [
    'Prove the device',
    'DEVICE_SRP_AUTH',
    challenge,
    'answered with DEVICE_SRP_AUTH; expected the challenge DEVICE_PASSWORD_VERIFIER',
  ],
  [
    'Prove the device',
    'DEVICE_PASSWORD_VERIFIER',
    {
      AuthenticationResult: {
        AccessToken: 'one-token',
        IdToken: 'two-token',
        RefreshToken: 'three-token',
        NewDeviceMetadata: { DeviceKey: 'another', DeviceGroupKey: '-another' },
      },
    },
    'NewDeviceMetadata; expected none',
  ],
])('%s fails when %s is answered otherwise', async (step, name, answer, message) => {
  let seen = 0;
  const count = { PASSWORD_VERIFIER: 4, DEVICE_SRP_AUTH: 2, DEVICE_PASSWORD_VERIFIER: 2 }[name];
  const { report } = await rehearseDevice({
    bend: ({ input }) => (input['ChallengeName'] === name && ++seen === count ? answer : undefined),
  });
  expect(notPassed(report)).toContainEqual([step, 'failed']);
  expect(report.steps.find((each) => each.name === step)?.outcome).toMatchObject({
    failure: { error: 'ExpectationError', message: expect.stringContaining(message) },
  });
});

test.each([
  ['GetDevice', { Device: { DeviceKey: 'another' } }, 'GetDevice names another; expected'],
  ['GetDevice', {}, 'GetDevice names no device; expected'],
  ['ListDevices', {}, 'ListDevices names 0 devices; expected'],
])('a device that %s does not show is a failure', async (operation, answer, message) => {
  const { report } = await rehearseDevice({ bend: (call) => (call.operation === operation ? answer : undefined) });
  expect(report.steps.find(({ outcome }) => outcome.result === 'failed')).toMatchObject({
    name: 'Read the device back',
    outcome: { failure: { message: expect.stringContaining(message) } },
  });
});

test('a service that takes another device secret fails the journey', async () => {
  const { report } = await rehearseDevice({
    bend: ({ input }) =>
      input['ChallengeName'] === 'DEVICE_PASSWORD_VERIFIER' ? { AuthenticationResult: {} } : undefined,
  });
  expect(notPassed(report)).toContainEqual(['Try another device secret', 'failed']);
});
