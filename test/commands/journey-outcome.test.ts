import { allPassed, exitCodeOf, resultOf } from '../../lib/commands/journey-outcome';
import type { JourneyOutcome } from '../../lib/commands/journey-outcome';
import { journeysDocument } from '../../lib/commands/journeys-document';
import { journeysNotes, journeysTable } from '../../lib/commands/journeys-lines';
import { enrolAfterSignIn, enrolToGetIn } from '../../lib/sign-in/journeys/totp';
import { rememberedDevice } from '../../lib/sign-in/journeys/remembered-device';
import type { Outcome } from '../../lib/sign-in/run-journey';
import { exampleClient, examplePool } from '../sign-in/example-pool';

const failure = { error: 'CodeMismatchException', message: 'Invalid code', next: 'Set the clock.' };

function ran(outcome: Outcome, left: readonly string[] = []): JourneyOutcome {
  const passed = outcome.result === 'passed';
  return {
    kind: 'ran',
    journey: enrolAfterSignIn,
    watched: {
      report: {
        steps: [{ name: 'First', operations: ['GetUser'], proves: 'it works', outcome }],
        passed,
        interrupted: outcome.result === 'interrupted',
        leftBehind: left.length > 0 ? ['somebody'] : [],
      },
      milliseconds: 12,
    },
    target: {
      cognito: { send: () => Promise.reject(new Error('nothing is sent')) },
      userPoolId: 'eu-west-1_example',
      issuer: 'https://issuer.example',
      pool: examplePool,
      client: { ...exampleClient, id: 'id', secret: undefined, flow: 'USER_PASSWORD_AUTH' },
      otherClients: [],
      inbox: undefined,
      clockOffset: () => undefined,
    },
    left,
  };
}

const passed = ran({ result: 'passed', milliseconds: 3 });
const failed = ran({ result: 'failed', milliseconds: 3, failure }, ['The user somebody is left. Remove it.']);
const interrupted = ran({ result: 'interrupted', milliseconds: 3 });
const leftOut: JourneyOutcome = { kind: 'left out', journey: enrolToGetIn, reason: 'MFA is not required.' };
const notReached: JourneyOutcome = { kind: 'not reached', journey: rememberedDevice };

test.each([
  [[passed, leftOut], 0],
  [[passed, failed], 1],
  [[passed, interrupted], 1],
  [[passed, notReached], 1],
  [[leftOut], 2],
] as const)('outcomes %# end with the exit code %i', (outcomes, code) => {
  expect(exitCodeOf(outcomes)).toBe(code);
  expect(allPassed(outcomes)).toBe(code === 0);
});

test('the table has a row for every journey, with what there is to say of it', () => {
  expect(journeysTable([failed, leftOut, notReached])).toEqual([
    '     journey                                 result       client   steps  ms',
    'J7   A user enrols TOTP after signing in     FAILED       backend      1  12',
    'J8   A user must enrol TOTP to get in        left out',
    'J12  A remembered device stands in for TOTP  not reached',
  ]);
});

test('after the table stands why, what failed with the next step, and who is left behind', () => {
  expect(journeysNotes([failed, leftOut, notReached])).toEqual([
    'J7: Failed: First (GetUser)',
    'J7: CodeMismatchException: Invalid code',
    'J7: Try: Set the clock.',
    'The user somebody is left. Remove it.',
    'Left out: J8. MFA is not required.',
  ]);
});

test('the document for machines says the same', () => {
  const about = { environment: 'dev', target: 'local', milliseconds: 20 } as const;
  const document = journeysDocument([passed, interrupted, leftOut, notReached], about);
  expect(document).toMatchObject({
    ...about,
    passed: false,
    journeys: [
      { journey: 'J7', result: 'passed', client: { name: 'backend' }, steps: [{ result: 'passed' }] },
      { journey: 'J7', result: 'interrupted', interrupted: true },
      { journey: 'J8', result: 'left out', reason: 'MFA is not required.' },
      { journey: 'J12', what: 'A remembered device stands in for TOTP', result: 'not reached' },
    ],
  });
  expect([passed, failed, interrupted].map(resultOf)).toEqual(['passed', 'FAILED', 'INTERRUPTED']);
});
