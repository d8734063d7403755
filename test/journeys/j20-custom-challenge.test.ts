import { AdminInitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser } from './people';
import { plantStack, type PlantedStack } from './planted-stack';
import { answerAs } from './second-factor';

/** A riddle with two tries, in three functions as people deploy them. */
const bundles = {
  DefineAuthChallenge: `exports.handler = async (event) => {
    const { session } = event.request;
    const right = session.length > 0 && session[session.length - 1].challengeResult;
    event.response.issueTokens = right;
    event.response.failAuthentication = !right && session.length >= 2;
    if (!right) event.response.challengeName = 'CUSTOM_CHALLENGE';
    return event;
  };`,
  CreateAuthChallenge: `exports.handler = async (event) => {
    const letters = event.request.userNotFound ? 0 : event.request.userAttributes.email.length;
    event.response.publicChallengeParameters = { question: 'How many letters has your address?' };
    event.response.privateChallengeParameters = { letters: String(letters) };
    event.response.challengeMetadata = 'LETTERS';
    return event;
  };`,
  VerifyAuthChallengeResponse: `exports.handler = async (event) => {
    const { privateChallengeParameters, challengeAnswer } = event.request;
    event.response.answerCorrect = challengeAnswer === privateChallengeParameters.letters;
    return event;
  };`,
};

describe('J20: a sign-in whose challenges the pool defines itself', () => {
  const email = 'cora@example.com';
  const right = String(email.length);
  let planted: PlantedStack;
  let journey: Journey;

  beforeAll(async () => {
    planted = plantStack(bundles, {
      client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    });
    journey = await beginJourney(planted.stack);
    await createUser(journey, email);
  });
  afterAll(async () => {
    await journey.close();
    planted.remove();
  });

  function begin(USERNAME: string) {
    const { ClientId, hash } = journey.client('backend');
    return journey.cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId: journey.UserPoolId,
        ClientId,
        AuthFlow: 'CUSTOM_AUTH',
        AuthParameters: { USERNAME, ...hash(USERNAME) },
      }),
    );
  }

  test('the question is shown, the answer is not, and the right one gives tokens', async () => {
    const challenge = await begin(email);
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    expect(challenge.ChallengeParameters).toEqual({
      USERNAME: expect.any(String) as unknown,
      question: 'How many letters has your address?',
    });
    const { AuthenticationResult } = await answerAs(journey, email, challenge, { ANSWER: right });
    expect(AuthenticationResult).not.toHaveProperty('NewDeviceMetadata');
    await expect(verified(journey, AuthenticationResult?.IdToken, 'id')).resolves.toMatchObject({ email });
  });

  test('a wrong answer gets the next try', async () => {
    const again = await answerAs(journey, email, await begin(email), { ANSWER: '1' });
    expect(again.ChallengeName).toBe('CUSTOM_CHALLENGE');
    await expect(answerAs(journey, email, again, { ANSWER: right })).resolves.toHaveProperty(
      'AuthenticationResult.AccessToken',
    );
  });

  test('failAuthentication ends the sign-in', async () => {
    const again = await answerAs(journey, email, await begin(email), { ANSWER: '1' });
    await expect(answerAs(journey, email, again, { ANSWER: '2' })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await expect(answerAs(journey, email, again, { ANSWER: right })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
  });

  test('who does not exist is asked too, and never gets in', async () => {
    const nobody = 'nobody@example.com';
    const challenge = await begin(nobody);
    expect(challenge.ChallengeName).toBe('CUSTOM_CHALLENGE');
    await expect(answerAs(journey, nobody, challenge, { ANSWER: '0' })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
  });
});
