import { journeyTable, problemLines, stepLines } from '../../lib/commands/journey-lines';
import { journeyDocument } from '../../lib/commands/journey-document';
import { rememberedDevice } from '../../lib/sign-in/journeys/remembered-device';
import { notPassed, rehearse } from './rehearsal';
import type { Rehearsal, RehearsalOptions } from './rehearsal';
import { refusal } from './scripted-service';

/** Everything that anybody gets to see of a journey. */
function shown({ report, notes, interruptions, service }: Rehearsal): string {
  const lines = report.steps.flatMap((step, index) => stepLines(index, report.steps.length, step));
  const about = { journey: 'J7', environment: 'dev', target: 'local', milliseconds: 1 } as const;
  const document = JSON.stringify(journeyDocument(report, service.target(), about));
  return [...lines, ...journeyTable(report), ...problemLines(report), ...notes, ...interruptions, document].join('\n');
}

function expectNoSecretShown(rehearsal: Rehearsal): void {
  const text = shown(rehearsal);
  const seen = [...rehearsal.service.secrets].filter((secret) => text.includes(secret));
  expect(seen).toEqual([]);
  expect(rehearsal.service.secrets.size).toBeGreaterThan(0);
}

/** Whatever the service is asked, in a pool with every step: one row for each call. */
const modes: readonly (readonly [string, RehearsalOptions])[] = [
  ['optional', {}],
  ['required', { pool: { mfa: 'ON' } }],
  [
    'replaced by a device',
    {
      journey: rememberedDevice,
      client: { flow: 'USER_SRP_AUTH' },
      pool: { deviceTracking: { asksUser: true, standsInForMfa: true } },
    },
  ],
];

describe.each(modes)('MFA %s', (_, options) => {
  async function callsOfAJourney(): Promise<readonly string[]> {
    const { service } = await rehearse(options);
    return service.operations;
  }

  test('whichever call fails, the journey fails at that step, and the user is removed', async () => {
    const operations = await callsOfAJourney();
    expect(operations.length).toBeGreaterThan(14);
    for (const [failing, operation] of operations.entries()) {
      if (operation === 'AdminDeleteUser') continue;
      const rehearsal = await rehearse({
        ...options,
        bend(call, number) {
          if (number === failing)
            throw refusal('InternalErrorException', `refused: ${JSON.stringify(call.input)}`, 'server');
        },
      });
      const { report, service } = rehearsal;
      const failed = report.steps.filter(({ outcome }) => outcome.result === 'failed');
      expect(failed).toHaveLength(1);
      expect(failed[0]?.operations).toContain(operation);
      expect(failed[0]?.outcome).toMatchObject({
        failure: { error: 'InternalErrorException', next: expect.stringMatching(/run again/) },
      });
      expect(report).toMatchObject({ passed: false, interrupted: false, leftBehind: [] });
      expect(service.operations.slice(failing + 1)).toEqual(['AdminDeleteUser']);
      expect(service.userExists).toBe(false);
      expectNoSecretShown(rehearsal);
    }
  });

  test('wherever it is interrupted, it stops there, and the user is removed', async () => {
    const operations = await callsOfAJourney();
    for (const [interrupted, operation] of operations.entries()) {
      if (operation === 'AdminDeleteUser') continue;
      const controller = new AbortController();
      const rehearsal = await rehearse({
        ...options,
        signal: controller.signal,
        bend(_call, number) {
          if (number !== interrupted) return;
          controller.abort();
          // A creation that has begun is not broken off.
          if (operation !== 'AdminCreateUser') controller.signal.throwIfAborted();
        },
      });
      const { report, service, interruptions } = rehearsal;
      expect(report).toMatchObject({ passed: false, interrupted: true, leftBehind: [] });
      expect(service.operations.slice(interrupted + 1)).toEqual(['AdminDeleteUser']);
      expect(service.userExists).toBe(false);
      expect(interruptions).toEqual([service.calls[0]?.input['Username']]);
      expectNoSecretShown(rehearsal);
    }
  });
});

test('a journey that is interrupted before it begins creates nobody', async () => {
  const { report, service } = await rehearse({ signal: AbortSignal.abort() });
  expect(service.calls).toEqual([]);
  expect(report).toMatchObject({ passed: false, interrupted: true });
  expect(report.steps.at(-1)?.outcome).toEqual({ result: 'not applicable', reason: 'No user was created.' });
});

test('when the service refuses the creation, there is nobody to remove', async () => {
  const { report, service } = await rehearse({
    bend({ operation }) {
      if (operation === 'AdminCreateUser')
        throw refusal('UserLambdaValidationException', 'PreSignUp failed with error no.');
    },
  });
  expect(service.operations).toEqual(['AdminCreateUser']);
  expect(notPassed(report).at(-1)).toEqual(['Remove the user', 'not applicable']);
});

test.each(['UsernameExistsException', 'CodeDeliveryFailureException'])(
  'after a %s the user may exist, and is removed',
  async (name) => {
    const { service } = await rehearse({
      bend({ operation }) {
        if (operation === 'AdminCreateUser') throw refusal(name, 'The answer to the first try was lost.');
      },
    });
    expect(service.operations).toEqual(['AdminCreateUser', 'AdminDeleteUser']);
  },
);

test('a creation whose answer never came is followed by a removal, and nobody to remove is no failure', async () => {
  const { report } = await rehearse({
    bend({ operation }) {
      if (operation === 'AdminCreateUser') throw Object.assign(new Error('no answer'), { name: 'TimeoutError' });
    },
  });
  expect(report.steps.at(-1)?.outcome.result).toBe('passed');
});

test('a user that cannot be removed is named', async () => {
  const { report, service } = await rehearse({
    bend({ operation }) {
      if (operation === 'AdminDeleteUser') throw refusal('TooManyRequestsException', 'Rate exceeded');
    },
  });
  expect(report).toMatchObject({ passed: false, leftBehind: [service.calls[0]?.input['Username']] });
  expect(notPassed(report)).toEqual([['Remove the user', 'failed']]);
});

test('tokens that other keys signed are not accepted', async () => {
  const keys = { keys: [{ kty: 'RSA', kid: 'two', alg: 'RS256', use: 'sig', e: 'AQAB', n: 'AQAB' }] };
  const { report } = await rehearse({ keySet: keys });
  expect(report.steps[3]).toMatchObject({
    name: 'Verify the tokens',
    outcome: { result: 'failed', failure: { error: 'KidNotFoundInJwksError', next: expect.stringMatching(/Issuer/) } },
  });
});

test.each([
  [
    'AdminInitiateAuth',
    { ChallengeName: 'NEW_PASSWORD_REQUIRED' },
    'answered with NEW_PASSWORD_REQUIRED; expected tokens',
  ],
  ['AdminGetUser', {}, 'PreferredMfaSetting is absent'],
  ['GetUser', { Username: 'x' }, 'accepted the access token of an ended session'],
  ['AdminRespondToAuthChallenge', { AuthenticationResult: {} }, 'has no AccessToken'],
  ['ConfirmDevice', { UserConfirmationNecessary: true }, 'expected false by DeviceOnlyRememberedOnUserPrompt'],
])('an answer of %s that is not as the template promises is a failure', async (operation, answer, message) => {
  const { report } = await rehearse({ bend: (call) => (call.operation === operation ? answer : undefined) });
  const failure = report.steps.find(({ outcome }) => outcome.result === 'failed');
  expect(failure?.outcome).toMatchObject({
    failure: { error: 'ExpectationError', message: expect.stringContaining(message) },
  });
});

test('what a service repeats of a request is hidden, and the rest of its message is shown', async () => {
  const rehearsal = await rehearse({
    bend({ operation, input }) {
      if (operation === 'AdminRespondToAuthChallenge')
        throw refusal('InvalidParameterException', `Value '${String(input['Session'])}' at 'session' is not valid`);
    },
  });
  expect(shown(rehearsal)).toContain("InvalidParameterException: Value '(hidden)' at 'session' is not valid");
  expectNoSecretShown(rehearsal);
});
