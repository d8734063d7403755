import type { ChallengeResult } from '../../../lib/local-pool/triggers/auth-challenge';
import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, refresh, signIn, type SignInReply } from '../sign-in-steps';
import { passwordClaim, SRP_A } from '../srp-steps';
import type { SeenEvent, Triggers } from '../table-runtime';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
const flows = {
  explicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
} as const;

const sessionOf = ({ request }: SeenEvent) => request['session'] as readonly ChallengeResult[];

/** Three tries at a riddle. */
const riddle: Triggers = {
  DefineAuthChallenge(event) {
    const session = sessionOf(event);
    if (session.at(-1)?.challengeResult === true) return { issueTokens: true };
    return session.length < 3 ? { challengeName: 'CUSTOM_CHALLENGE' } : { failAuthentication: true };
  },
  CreateAuthChallenge: (event) => ({
    publicChallengeParameters: { riddle: `number ${sessionOf(event).length + 1}` },
    privateChallengeParameters: { solution: 'a shadow' },
    challengeMetadata: `try ${sessionOf(event).length + 1}`,
  }),
  VerifyAuthChallengeResponse: ({ request }) => ({
    answerCorrect:
      request['challengeAnswer'] === (request['privateChallengeParameters'] as { solution: string }).solution,
  }),
};

async function withAnna(
  triggers: Triggers = riddle,
  options: Parameters<typeof buildPool>[0] = {},
): Promise<BuiltPool> {
  const built = buildPool({
    clients: { app: flows, open: { ...flows, preventUserExistenceErrors: false } },
    ...options,
    triggers,
  });
  await built.addConfirmedUser(name);
  return built;
}

function begin(
  { call, client }: BuiltPool,
  USERNAME = name,
  parameters: Readonly<Record<string, string>> = {},
  clientName = 'app',
): Promise<SignInReply> {
  return call('InitiateAuth', {
    ClientId: client(clientName).id,
    AuthFlow: 'CUSTOM_AUTH',
    AuthParameters: { USERNAME, ...parameters },
  });
}

describe('CUSTOM_AUTH without a password', () => {
  test('shows the public parameters, keeps the private ones, and a right answer gives tokens', async () => {
    const built = await withAnna();
    const challenge = await begin(built);
    expect(challenge).toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE', Session: expect.any(String) as unknown });
    const { username } = built.pool.requireUser(name);
    expect(challenge.ChallengeParameters).toEqual({ USERNAME: username, riddle: 'number 1' });
    expect(JSON.stringify(challenge)).not.toContain('a shadow');
    expect(await answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' })).toHaveProperty(
      'AuthenticationResult.RefreshToken',
    );
    expect(built.events.map(({ triggerSource }) => triggerSource)).toEqual([
      'DefineAuthChallenge_Authentication',
      'CreateAuthChallenge_Authentication',
      'VerifyAuthChallengeResponse_Authentication',
      'DefineAuthChallenge_Authentication',
    ]);
  });

  test('tells every trigger what was answered before, and the metadata of the answer', async () => {
    const built = await withAnna();
    const first = await begin(built);
    const second = await answer(built, first, { USERNAME: name, ANSWER: 'a hole' });
    expect(second.ChallengeParameters?.['riddle']).toBe('number 2');
    await built.call('RespondToAuthChallenge', {
      ClientId: built.client('app').id,
      ChallengeName: 'CUSTOM_CHALLENGE',
      Session: second.Session,
      ChallengeResponses: { USERNAME: name, ANSWER: 'a shadow' },
      ClientMetadata: { from: 'the app' },
    });
    expect(built.events.at(-1)).toMatchObject({
      triggerSource: 'DefineAuthChallenge_Authentication',
      request: {
        userNotFound: false,
        clientMetadata: { from: 'the app' },
        userAttributes: { email: name, 'cognito:user_status': 'CONFIRMED' },
        session: [
          { challengeName: 'CUSTOM_CHALLENGE', challengeResult: false, challengeMetadata: 'try 1' },
          { challengeName: 'CUSTOM_CHALLENGE', challengeResult: true, challengeMetadata: 'try 2' },
        ],
      },
    });
  });

  test('failAuthentication ends it, in the words of a wrong password', async () => {
    const built = await withAnna();
    let challenge = await begin(built);
    for (let wrong = 0; wrong < 2; wrong += 1)
      challenge = await answer(built, challenge, { USERNAME: name, ANSWER: 'a hole' });
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, ANSWER: 'a hole' }))).toEqual(incorrect);
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });

  test('asks for no second factor and gives no device', async () => {
    const built = await withAnna(riddle, {
      settings: {
        mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
        deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false },
      },
    });
    await enrolTotp(built, name);
    const reply = await answer(built, await begin(built), { USERNAME: name, ANSWER: 'a shadow' });
    expect(reply.AuthenticationResult).toHaveProperty('AccessToken');
    expect(reply.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
  });

  test('runs PreAuthentication first and PostAuthentication and PreTokenGeneration last', async () => {
    const around: Triggers = {
      PreAuthentication: () => ({}),
      PostAuthentication: () => ({}),
      PreTokenGeneration: () => ({}),
    };
    const built = await withAnna({ ...riddle, ...around });
    await answer(built, await begin(built), { USERNAME: name, ANSWER: 'a shadow' });
    const order = built.events.map(({ triggerSource }) => triggerSource.split('_')[0]);
    expect([order[0], ...order.slice(-2)]).toEqual(['PreAuthentication', 'PostAuthentication', 'TokenGeneration']);
  });

  test('its refresh token refreshes', async () => {
    const built = await withAnna();
    const { AuthenticationResult } = await answer(built, await begin(built), { USERNAME: name, ANSWER: 'a shadow' });
    const REFRESH_TOKEN = AuthenticationResult?.RefreshToken ?? '';
    expect(await refresh(built, { REFRESH_TOKEN })).toHaveProperty('AuthenticationResult.AccessToken');
  });
});

describe('CUSTOM_AUTH of a name that nobody has', () => {
  const nobody = 'nobody@example.com';

  test('is refused where the client is told', async () => {
    const built = await withAnna();
    expect(await refusalOf(begin(built, nobody, {}, 'open'))).toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });

  test('goes through the triggers like any other where it is not, and never ends in tokens', async () => {
    const built = await withAnna();
    const challenge = await begin(built, nobody);
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    const again = await begin(built, nobody);
    expect(again.ChallengeParameters?.['USERNAME']).toBe(challenge.ChallengeParameters?.['USERNAME']);
    expect(built.events[0]).toMatchObject({ userName: nobody, request: { userNotFound: true, userAttributes: {} } });
    expect(await refusalOf(answer(built, challenge, { USERNAME: nobody, ANSWER: 'a shadow' }))).toEqual(incorrect);
    expect(
      built.events.slice(-2).map(({ triggerSource, request }) => [triggerSource, request['userNotFound']]),
    ).toEqual([
      ['VerifyAuthChallengeResponse_Authentication', true],
      ['DefineAuthChallenge_Authentication', true],
    ]);
  });

  test.each([name, nobody])('wrong passwords do not lock it, nor %s', async (typed) => {
    const built = await withAnna();
    for (let attempt = 0; attempt < 6; attempt += 1)
      await refusalOf(signIn(built, typed, { PASSWORD: 'Wrong-Horse-99' }));
    expect((await begin(built, typed)).ChallengeName).toBe('CUSTOM_CHALLENGE');
  });

  test('is bound to that name', async () => {
    const built = await withAnna();
    const challenge = await begin(built, nobody);
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' }))).toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
  });

  test('ends the same by SRP, whatever is claimed', async () => {
    const built = await withAnna({ ...riddle, DefineAuthChallenge: () => ({ challengeName: 'PASSWORD_VERIFIER' }) });
    const challenge = await begin(built, nobody, { CHALLENGE_NAME: 'SRP_A', SRP_A });
    expect(challenge.ChallengeName).toBe('PASSWORD_VERIFIER');
    expect(await refusalOf(answer(built, challenge, passwordClaim(built, challenge)))).toEqual(incorrect);
  });
});

describe('CUSTOM_AUTH with SRP_A', () => {
  /** The password, then the riddle. */
  const both: Triggers = {
    ...riddle,
    DefineAuthChallenge(event) {
      const session = sessionOf(event);
      const last = session.at(-1);
      if (last?.challengeName === 'SRP_A') return { challengeName: 'PASSWORD_VERIFIER' };
      if (last?.challengeName === 'CUSTOM_CHALLENGE')
        return last.challengeResult ? { issueTokens: true } : { failAuthentication: true };
      return { challengeName: 'CUSTOM_CHALLENGE' };
    },
  };
  const start = { CHALLENGE_NAME: 'SRP_A', SRP_A };

  test('asks for the password with a Session, then goes on', async () => {
    const built = await withAnna(both);
    const verifier = await begin(built, name, start);
    expect(verifier).toMatchObject({ ChallengeName: 'PASSWORD_VERIFIER', Session: expect.any(String) as unknown });
    const challenge = await answer(built, verifier, passwordClaim(built, verifier));
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(sessionOf(built.events.at(-1) as SeenEvent)).toEqual([
      { challengeName: 'SRP_A', challengeResult: true, challengeMetadata: null },
      { challengeName: 'PASSWORD_VERIFIER', challengeResult: true, challengeMetadata: null },
    ]);
    expect(await answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' })).toHaveProperty(
      'AuthenticationResult',
    );
  });

  test('a wrong password ends it', async () => {
    const built = await withAnna(both);
    const verifier = await begin(built, name, start);
    expect(await refusalOf(answer(built, verifier, passwordClaim(built, verifier, 'Wrong-Horse-99')))).toEqual(
      incorrect,
    );
  });

  test('asks for the second factor after the password, tells the triggers, and gives a device', async () => {
    const built = await withAnna(both, {
      settings: {
        mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
        deviceTracking: { challengeRequiredOnNewDevice: true, deviceOnlyRememberedOnUserPrompt: false },
      },
    });
    const secret = await enrolTotp(built, name);
    const verifier = await begin(built, name, start);
    const totp = await answer(built, verifier, passwordClaim(built, verifier));
    expect(totp.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const code = { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, built.clock) };
    const challenge = await answer(built, totp, code);
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(sessionOf(built.events.at(-1) as SeenEvent).map(({ challengeName }) => challengeName)).toEqual([
      'SRP_A',
      'PASSWORD_VERIFIER',
      'SOFTWARE_TOKEN_MFA',
    ]);
    expect(await answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' })).toHaveProperty(
      'AuthenticationResult.NewDeviceMetadata',
    );
  });
});

describe('CUSTOM_AUTH is refused', () => {
  const unconfigured = refusal(
    'InvalidParameterException',
    'Custom auth lambda trigger is not configured for the user pool.',
  );
  const unusable = refusal('InvalidLambdaResponseException', 'Unrecognizable lambda output');

  test('where the client does not allow it', async () => {
    const built = await withAnna(riddle, { clients: { app: {} } });
    expect(await refusalOf(begin(built))).toEqual(
      refusal('InvalidParameterException', 'CUSTOM_AUTH is not enabled for the client.'),
    );
  });

  test('in a pool without DefineAuthChallenge, and by a challenge that no trigger makes', async () => {
    expect(await refusalOf(begin(await withAnna({})))).toEqual(unconfigured);
    const { DefineAuthChallenge } = riddle;
    const defined = await withAnna({ ...(DefineAuthChallenge !== undefined && { DefineAuthChallenge }) });
    expect(await refusalOf(begin(defined))).toEqual(unconfigured);
  });

  test.each([
    ['says nothing', {}],
    ['names a challenge that there is not', { challengeName: 'RIDDLE' }],
    ['asks for the password without SRP_A', { challengeName: 'PASSWORD_VERIFIER' }],
  ])('when DefineAuthChallenge %s', async (_what, response) => {
    const built = await withAnna({ ...riddle, DefineAuthChallenge: () => response });
    expect(await refusalOf(begin(built))).toEqual(unusable);
  });

  test('when a trigger fails', async () => {
    const built = await withAnna({
      ...riddle,
      VerifyAuthChallengeResponse() {
        throw new Error('no idea');
      },
    });
    const challenge = await begin(built);
    expect(await refusalOf(answer(built, challenge, { USERNAME: name, ANSWER: 'a shadow' }))).toEqual(
      refusal('UserLambdaValidationException', 'VerifyAuthChallengeResponse failed with error no idea.'),
    );
  });

  test('to a user who is not confirmed, and to one who is disabled', async () => {
    const built = await withAnna();
    await built.callAs('app', 'SignUp', { Username: 'new@example.com', Password: 'Correct-Horse-9' });
    expect(await refusalOf(begin(built, 'new@example.com'))).toEqual(
      refusal('UserNotConfirmedException', 'User is not confirmed.'),
    );
    await built.callAsAdmin('AdminDisableUser', { Username: name });
    expect(await refusalOf(begin(built))).toEqual(refusal('NotAuthorizedException', 'User is disabled.'));
  });

  test('for an answer that is left out', async () => {
    const built = await withAnna();
    expect(await refusalOf(answer(built, await begin(built), { USERNAME: name }))).toEqual(
      refusal('InvalidParameterException', 'Missing required parameter ANSWER'),
    );
  });
});
