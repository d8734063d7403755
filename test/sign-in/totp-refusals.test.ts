import { notPassed, rehearse } from './rehearsal';
import { refusal } from './scripted-service';

/** Refuses the first code that an operation is sent. */
function refuseOnce(operation: string, name: string, message: string) {
  let refused = false;
  return (call: { readonly operation: string }): undefined => {
    if (refused || call.operation !== operation) return;
    refused = true;
    throw refusal(name, message);
  };
}

test.each([
  ['VerifySoftwareToken', 'EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'],
  ['AdminRespondToAuthChallenge', 'CodeMismatchException', 'Invalid code received for user'],
  ['AdminRespondToAuthChallenge', 'ExpiredCodeException', 'Your software token has already been used once.'],
])('%s with %s waits for the next 30-second step, says why, and passes', async (operation, name, message) => {
  const { report, waits, notes } = await rehearse({ bend: refuseOnce(operation, name, message) });
  expect(notPassed(report)).toEqual([]);
  // The rehearsal begins 18 s into a step.
  expect(waits).toEqual([12_000]);
  expect(notes).toEqual([expect.stringContaining(`${name}: ${message}). Waiting 12 s for the next 30-second step`)]);
});

test('VerifySoftwareToken with the status ERROR counts as a refusal', async () => {
  let first = true;
  const { report, waits } = await rehearse({
    bend({ operation }) {
      if (operation !== 'VerifySoftwareToken' || !first) return undefined;
      first = false;
      return { Status: 'ERROR' };
    },
  });
  expect(notPassed(report)).toEqual([]);
  expect(waits).toEqual([12_000]);
});

test('no code is sent twice', async () => {
  const { service } = await rehearse({
    bend: refuseOnce(
      'AdminRespondToAuthChallenge',
      'ExpiredCodeException',
      'Your software token has already been used once.',
    ),
  });
  const codes = service.calls.flatMap(({ input }) => {
    const responses = input['ChallengeResponses'] as Record<string, string> | undefined;
    return [input['UserCode'], responses?.['SOFTWARE_TOKEN_MFA_CODE']].filter((code) => code !== undefined);
  });
  expect(codes).toHaveLength(3);
  expect(new Set(codes).size).toBe(3);
});

test('a second refusal ends the journey, and the advice names the clock', async () => {
  const { report, waits } = await rehearse({
    bend({ operation }) {
      if (operation === 'VerifySoftwareToken') throw refusal('EnableSoftwareTokenMFAException', 'Code mismatch');
    },
  });
  expect(waits).toHaveLength(1);
  expect(notPassed(report)[0]).toEqual(['Enrol with a TOTP code', 'failed']);
  expect(report.steps[5]?.outcome).toMatchObject({ failure: { next: expect.stringMatching(/clock/) } });
});

test('with a clock that is minutes off a refused code is not tried again: the message tells by how much', async () => {
  const { report, waits } = await rehearse({
    clockOffset: 250_000,
    bend({ operation }) {
      if (operation === 'VerifySoftwareToken') throw refusal('EnableSoftwareTokenMFAException', 'Code mismatch');
    },
  });
  expect(waits).toEqual([]);
  expect(report.steps[5]?.outcome).toMatchObject({
    failure: {
      error: 'ClockOffError',
      message:
        "The clock of this machine is 4 min 10 s behind the service's. TOTP codes and signatures depend on the time.",
    },
  });
});

test('a signature that the service finds too old tells by how much the clock is off', async () => {
  const { report } = await rehearse({
    clockOffset: -600_000,
    bend() {
      throw refusal('InvalidSignatureException', 'Signature not yet current: 20261121T101000Z is still later than');
    },
  });
  expect(report.steps[0]?.outcome).toMatchObject({
    failure: { next: "The clock of this machine is 10 min 0 s ahead of the service's. Set it right and run again." },
  });
});
