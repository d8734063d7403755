import {
  createAuthChallenge,
  defineAuthChallenge,
  verifyAuthChallengeResponse,
  type AuthChallengeEvent,
} from '../../../lib/local-pool/triggers/auth-challenge';
import type { TriggerCaller } from '../../../lib/local-pool/triggers/trigger-caller';
import { answering, callerOf, echoing, mia, RecordingLambda } from './recording-lambda';

const event: AuthChallengeEvent = {
  ...mia,
  session: [
    { challengeName: 'SRP_A', challengeResult: true },
    { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'CAPTCHA' },
  ],
  clientMetadata: { shop: 'north' },
  userNotFound: false,
};
const session = [
  { challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null },
  { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'CAPTCHA' },
];
const shown = { privateParameters: { letters: '7' }, answer: '7' };

/** Each trigger: how it is asked, and what it alone is told. */
const triggers = [
  [
    'DefineAuthChallenge',
    (caller: TriggerCaller, asked: AuthChallengeEvent) => defineAuthChallenge(caller, asked),
    { session },
    { challengeName: null, issueTokens: null, failAuthentication: null },
  ],
  [
    'CreateAuthChallenge',
    (caller: TriggerCaller, asked: AuthChallengeEvent) => createAuthChallenge(caller, asked),
    { challengeName: 'CUSTOM_CHALLENGE', session },
    { publicChallengeParameters: null, privateChallengeParameters: null, challengeMetadata: null },
  ],
  [
    'VerifyAuthChallengeResponse',
    (caller: TriggerCaller, asked: AuthChallengeEvent) => verifyAuthChallengeResponse(caller, asked, shown),
    { privateChallengeParameters: { letters: '7' }, challengeAnswer: '7' },
    { answerCorrect: null },
  ],
] as const;

describe.each(triggers)('%s', (trigger, ask, request, response) => {
  test('is told of the user, the app and its own part, with a response in which nothing is set', async () => {
    const lambda = echoing();
    await ask(callerOf(lambda, { trigger }), event).catch(() => undefined);
    expect(lambda.events).toEqual([
      expect.objectContaining({
        version: '1',
        triggerSource: `${trigger}_Authentication`,
        userName: mia.username,
        request: {
          userAttributes: mia.attributes,
          ...request,
          clientMetadata: { shop: 'north' },
          userNotFound: false,
        },
        response,
      }),
    ]);
  });

  test('is told neither of metadata that was not sent nor of users to a client that does not mask them', async () => {
    const lambda = echoing();
    const asked = { ...event, clientMetadata: {}, userNotFound: undefined };
    await ask(callerOf(lambda, { trigger }), asked).catch(() => undefined);
    expect(lambda.events.map((each) => each.request)).toEqual([{ userAttributes: mia.attributes, ...request }]);
  });

  test('is not missed in a pool without it', async () => {
    const lambda = new RecordingLambda(() => ({ outcome: 'denied' }));
    await expect(ask(callerOf(lambda, { trigger: undefined }), event)).resolves.toBeUndefined();
    expect(lambda.events).toEqual([]);
  });
});

test.each([
  [{ failAuthentication: true, issueTokens: true, challengeName: 'CUSTOM_CHALLENGE' }, { step: 'fail' }],
  [{ failAuthentication: false, issueTokens: true, challengeName: 'CUSTOM_CHALLENGE' }, { step: 'issue-tokens' }],
  [
    { issueTokens: false, challengeName: 'CUSTOM_CHALLENGE' },
    { step: 'challenge', name: 'CUSTOM_CHALLENGE' },
  ],
  [{ challengeName: 'PASSWORD_VERIFIER' }, { step: 'challenge', name: 'PASSWORD_VERIFIER' }],
])('DefineAuthChallenge that answers %j means %j', async (response, step) => {
  const caller = callerOf(answering(response), { trigger: 'DefineAuthChallenge' });
  await expect(defineAuthChallenge(caller, event)).resolves.toEqual(step);
});

test.each([
  [{}],
  [{ issueTokens: false }],
  [{ challengeName: null }],
  [{ challengeName: 'SMS' }],
  [{ issueTokens: 1 }],
])('DefineAuthChallenge that answers %j cannot be recognized', async (response) => {
  const caller = callerOf(answering(response), { trigger: 'DefineAuthChallenge' });
  await expect(defineAuthChallenge(caller, event)).rejects.toMatchObject({
    type: 'InvalidLambdaResponseException',
    message: 'Unrecognizable lambda output',
  });
});

test.each([
  [{}, { publicParameters: {}, privateParameters: {}, metadata: undefined }],
  [
    { publicChallengeParameters: { question: 'How many?' }, privateChallengeParameters: { letters: '7' } },
    { publicParameters: { question: 'How many?' }, privateParameters: { letters: '7' }, metadata: undefined },
  ],
  [{ challengeMetadata: 'LETTERS' }, { publicParameters: {}, privateParameters: {}, metadata: 'LETTERS' }],
])('CreateAuthChallenge that answers %j makes %j', async (response, challenge) => {
  const caller = callerOf(answering(response), { trigger: 'CreateAuthChallenge' });
  await expect(createAuthChallenge(caller, event)).resolves.toEqual(challenge);
});

test.each([
  [{ answerCorrect: true }, true],
  [{ answerCorrect: false }, false],
  [{ answerCorrect: null }, false],
  [{}, false],
])('VerifyAuthChallengeResponse that answers %j means %s', async (response, right) => {
  const caller = callerOf(answering(response), { trigger: 'VerifyAuthChallengeResponse' });
  await expect(verifyAuthChallengeResponse(caller, event, shown)).resolves.toBe(right);
});
