import {
  AdminUpdateUserAttributesCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { alter, beginJourney, refusal, verified, type Journey } from './journey';
import { createUser } from './people';
import { answer, beginCustomSignInBySrp } from './srp';

describe('J20: a sign-in with a code by e-mail, by the functions of the environment', () => {
  const email = 'dora@example.com';
  const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('own-messages');
    await createUser(journey, email);
  });
  afterAll(() => journey.close());

  const begin = (USERNAME = email) =>
    journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client('web').ClientId,
        AuthFlow: 'CUSTOM_AUTH',
        AuthParameters: { USERNAME },
      }),
    );
  const answerCode = (challenge: InitiateAuthCommandOutput, ANSWER: string, USERNAME = email) =>
    answer(journey, challenge, { USERNAME, ANSWER });

  /** The newest e-mail, and the code in it. */
  function newest(): { readonly to: string; readonly from: string; readonly code: string } {
    const message = journey.messages().at(-1);
    if (message === undefined) throw new Error('no e-mail was sent');
    return { ...message, code: /<strong>(\d{6})<\/strong>/.exec(message.body)?.[1] ?? '' };
  }

  test('the code comes by e-mail, the app is shown none of it, and it gives tokens', async () => {
    const challenge = await begin();
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(challenge.ChallengeParameters).toEqual({
      USERNAME: expect.any(String) as unknown,
      medium: 'EMAIL',
      digits: '6',
    });
    const { to, from, code } = newest();
    expect({ to, from }).toEqual({ to: email, from: '"Example" <no-reply@example.com>' });
    expect(JSON.stringify(challenge)).not.toContain(code);
    const { AuthenticationResult } = await answerCode(challenge, code);
    await expect(verified(journey, AuthenticationResult?.IdToken, 'id')).resolves.toMatchObject({ email });
    expect(journey.log.join('\n')).not.toContain(code);
  });

  test('after a wrong code the same one is asked for, without another e-mail', async () => {
    const challenge = await begin();
    const { code } = newest();
    const sent = journey.messages().length;
    const again = await answerCode(challenge, alter(code));
    expect(again.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(journey.messages()).toHaveLength(sent);
    await expect(answerCode(again, code)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
  });

  test('as many wrong codes as are declared end the sign-in', async () => {
    const challenge = await begin();
    const wrong = alter(newest().code);
    await expect(answerCode(await answerCode(challenge, wrong), wrong)).rejects.toEqual(incorrect);
  });

  test('the code of one sign-in does not count in another', async () => {
    await begin();
    const { code: first } = newest();
    const second = await begin();
    await expect(answerCode(second, first)).resolves.toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' });
  });

  test('who does not exist is asked as everybody is; nobody gets the code, and it lets nobody in', async () => {
    const nobody = 'nobody@example.com';
    const { ChallengeName, ChallengeParameters } = await begin();
    const challenge = await begin(nobody);
    expect(challenge.ChallengeName).toBe(ChallengeName);
    expect(Object.keys(challenge.ChallengeParameters ?? {})).toEqual(Object.keys(ChallengeParameters ?? {}));
    const { to, code } = newest();
    expect(to).toBe('success@simulator.amazonses.com');
    await expect(answerCode(challenge, code, nobody)).resolves.toMatchObject({ ChallengeName: 'CUSTOM_CHALLENGE' });
  });

  test('the password can come before the code', async () => {
    const challenge = await beginCustomSignInBySrp(journey, email);
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    await expect(answerCode(challenge, newest().code)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
  });

  test('who has a denied value is not even asked', async () => {
    const denied = 'eve@example.com';
    await createUser(journey, denied);
    const sent = journey.messages().length;
    const UserAttributes = [{ Name: 'custom:blocked', Value: 'true' }];
    await journey.cognito.send(
      new AdminUpdateUserAttributesCommand({ UserPoolId: journey.UserPoolId, Username: denied, UserAttributes }),
    );
    await expect(begin(denied)).rejects.toEqual(
      refusal(
        'UserLambdaValidationException',
        'PreAuthentication failed with error This account cannot sign in, please ask who manages it.',
      ),
    );
    expect(journey.messages()).toHaveLength(sent);
  });
});
