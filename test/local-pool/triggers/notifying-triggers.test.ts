import type { TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import { postAuthentication } from '../../../lib/local-pool/triggers/post-authentication';
import { postConfirmation } from '../../../lib/local-pool/triggers/post-confirmation';
import { preAuthentication } from '../../../lib/local-pool/triggers/pre-authentication';
import type { TriggerCaller } from '../../../lib/local-pool/triggers/trigger-caller';
import { answering, callerOf, echoing, mia, RecordingLambda } from './recording-lambda';

interface Case {
  readonly trigger: TriggerName;
  readonly run: (caller: TriggerCaller) => Promise<void>;
  readonly source: string;
  readonly request: object;
}

const clientMetadata = { device: 'phone' };
const cases: readonly Case[] = [
  {
    trigger: 'PostConfirmation',
    run: (caller) => postConfirmation(caller, { source: 'PostConfirmation_ConfirmSignUp', ...mia, clientMetadata }),
    source: 'PostConfirmation_ConfirmSignUp',
    request: { userAttributes: mia.attributes, clientMetadata },
  },
  {
    trigger: 'PostConfirmation',
    run: (caller) =>
      postConfirmation(caller, { source: 'PostConfirmation_ConfirmForgotPassword', ...mia, clientMetadata: {} }),
    source: 'PostConfirmation_ConfirmForgotPassword',
    request: { userAttributes: mia.attributes },
  },
  {
    trigger: 'PreAuthentication',
    run: (caller) => preAuthentication(caller, { ...mia, validationData: { captcha: 'x' } }),
    source: 'PreAuthentication_Authentication',
    request: { userAttributes: mia.attributes, validationData: { captcha: 'x' } },
  },
  {
    trigger: 'PreAuthentication',
    run: (caller) =>
      preAuthentication(caller, { username: 'nobody', attributes: {}, validationData: {}, userNotFound: true }),
    source: 'PreAuthentication_Authentication',
    request: { userAttributes: {}, validationData: null, userNotFound: true },
  },
  {
    trigger: 'PostAuthentication',
    run: (caller) => postAuthentication(caller, { ...mia, newDeviceUsed: true, clientMetadata }),
    source: 'PostAuthentication_Authentication',
    request: { userAttributes: mia.attributes, newDeviceUsed: true, clientMetadata },
  },
];

describe.each(cases)('$source', ({ trigger, run, source, request }) => {
  test('sends its event once', async () => {
    const lambda = echoing();
    await run(callerOf(lambda, { trigger }));
    expect(lambda.events).toEqual([expect.objectContaining({ triggerSource: source, request, response: {} })]);
  });

  test('does nothing in a pool without the trigger', async () => {
    const lambda = echoing();
    await run(callerOf(lambda, { trigger: undefined }));
    expect(lambda.events).toEqual([]);
  });

  test('wants the event back, and nothing in its response', async () => {
    await expect(run(callerOf(answering({ ignored: true }), { trigger }))).resolves.toBeUndefined();
    await expect(run(callerOf(answering(null), { trigger }))).rejects.toMatchObject({
      type: 'InvalidLambdaResponseException',
    });
  });

  test('fails with its function', async () => {
    const lambda = new RecordingLambda(() => ({ outcome: 'failed', message: 'not today' }));
    await expect(run(callerOf(lambda, { trigger }))).rejects.toMatchObject({
      type: 'UserLambdaValidationException',
      message: `${trigger} failed with error not today.`,
    });
  });
});
