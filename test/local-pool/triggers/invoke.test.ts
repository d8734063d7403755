import { z } from 'zod';
import type { TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import { invokeTrigger } from '../../../lib/local-pool/triggers/invoke';
import type { Invocation } from '../../../lib/local-pool/triggers/lambda';
import {
  InvalidLambdaResponseException,
  UnexpectedLambdaException,
  UserLambdaValidationException,
} from '../../../lib/local-pool/wire/exceptions';
import { callerOf, echoing, RecordingLambda } from './recording-lambda';

const event = {
  trigger: 'PreSignUp',
  source: 'PreSignUp_SignUp',
  username: 'mia',
  request: { userAttributes: { email: 'mia@example.com' }, clientMetadata: undefined },
  response: { autoConfirmUser: false },
} as const;
const response = z.object({ autoConfirmUser: z.boolean() });

const ending = (invocation: Invocation): RecordingLambda => new RecordingLambda(() => invocation);
const invoke = (lambda: RecordingLambda): Promise<unknown> =>
  invokeTrigger(callerOf(lambda, { trigger: 'PreSignUp' }), event, response);

test('the event has the envelope of the developer guide, without members that have no value', async () => {
  const lambda = echoing();
  await expect(invoke(lambda)).resolves.toEqual({ autoConfirmUser: false });
  expect(lambda.events).toEqual([
    {
      version: '1',
      region: 'eu-west-1',
      userPoolId: 'eu-west-1_AbCdEfGhI',
      userName: 'mia',
      callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'client1234567890' },
      triggerSource: 'PreSignUp_SignUp',
      request: { userAttributes: { email: 'mia@example.com' } },
      response: { autoConfirmUser: false },
    },
  ]);
});

test('an operation without an app client says so as the service does', async () => {
  const lambda = echoing();
  await invokeTrigger(callerOf(lambda, { trigger: 'PreSignUp', clientId: undefined }), event, response);
  expect(lambda.events[0]).toMatchObject({ callerContext: { clientId: 'CLIENT_ID_NOT_APPLICABLE' } });
});

test('a pool without the trigger runs nothing', async () => {
  const lambda = echoing();
  await expect(invokeTrigger(callerOf(lambda, { trigger: undefined }), event, response)).resolves.toBeUndefined();
  expect(lambda.events).toEqual([]);
});

describe('what becomes of an invocation', () => {
  const failures: readonly [string, Invocation, new (message: string) => Error, string][] = [
    [
      'a failure has its message, with a full stop after it',
      { outcome: 'failed', message: 'callback is not a function' },
      UserLambdaValidationException,
      'PreSignUp failed with error callback is not a function.',
    ],
    [
      'a timeout',
      { outcome: 'timed-out' },
      UnexpectedLambdaException,
      'PreSignUp invocation failed due to error Socket timeout while invoking Lambda function.',
    ],
    [
      'a missing permission',
      { outcome: 'denied' },
      UnexpectedLambdaException,
      'PreSignUp invocation failed due to error AccessDeniedException',
    ],
    [
      'a reply of nothing',
      { outcome: 'returned', payload: null },
      InvalidLambdaResponseException,
      'Invalid lambda function output : Invalid JSON',
    ],
  ];

  test.each(failures)('%s', async (_, invocation, kind, message) => {
    const failure = await invoke(ending(invocation)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(kind);
    expect(failure).toMatchObject({ message, status: 400 });
  });

  test.each([
    ['a text', 'done'],
    ['a list', []],
    ['an object without response', { statusCode: 200 }],
    ['a response that is null', { response: null }],
    ['a response that is a list', { response: [] }],
    ['a wrong type', { response: { autoConfirmUser: 'true' } }],
  ])('a reply that is %s cannot be recognized', async (_, payload) => {
    const failure = await invoke(ending({ outcome: 'returned', payload })).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InvalidLambdaResponseException);
    expect(failure).toMatchObject({ message: 'Unrecognizable lambda output', status: 400 });
  });

  test('the log learns what was wrong with a reply, without its values', async () => {
    const failure = await invoke(
      ending({ outcome: 'returned', payload: { response: { autoConfirmUser: 'secret' } } }),
    ).catch((error: unknown) => error);
    const { detail } = failure as InvalidLambdaResponseException;
    expect(detail).toContain('autoConfirmUser');
    expect(detail).not.toContain('secret');
  });

  test('members that the trigger does not know are no error', async () => {
    const payload = { response: { autoConfirmUser: true, extra: 1 }, more: true };
    await expect(invoke(ending({ outcome: 'returned', payload }))).resolves.toEqual({ autoConfirmUser: true });
  });
});

test.each<TriggerName>([
  'PreSignUp',
  'PostConfirmation',
  'PreAuthentication',
  'PostAuthentication',
  'PreTokenGeneration',
  'CustomMessage',
  'UserMigration',
  'DefineAuthChallenge',
  'CreateAuthChallenge',
  'VerifyAuthChallengeResponse',
])('an error of %s names it', async (trigger) => {
  const lambda = ending({ outcome: 'failed', message: 'no' });
  await expect(invokeTrigger(callerOf(lambda, { trigger }), { ...event, trigger }, response)).rejects.toThrow(
    `${trigger} failed with error no.`,
  );
});
