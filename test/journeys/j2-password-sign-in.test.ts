import { InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, otherPassword, password } from './people';

describe('J2: an app without a secret signs in with the password itself', () => {
  const email = 'devise@example.com';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  beforeEach(async () => {
    await createUser(journey, email);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  function signIn(client: string, USERNAME: string, PASSWORD: string, more: Readonly<Record<string, string>> = {}) {
    return journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client(client).ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD, ...more },
      }),
    );
  }

  test('signs in at the client that allows it', async () => {
    const { AuthenticationResult } = await signIn('legacy', email, password);
    expect(await verified(journey, AuthenticationResult?.IdToken, 'id')).toMatchObject({ email });
  });

  test('the name is compared without regard to case', async () => {
    await expect(signIn('legacy', email.toUpperCase(), password)).resolves.toHaveProperty('AuthenticationResult');
  });

  test('a wrong password is refused', async () => {
    await expect(signIn('legacy', email, otherPassword)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
  });

  test.each(['web', 'backend'])('the client %s does not allow the flow', async (client) => {
    await expect(signIn(client, email, password, journey.client(client).hash(email))).rejects.toEqual(
      refusal('InvalidParameterException', 'USER_PASSWORD_AUTH flow not enabled for this client'),
    );
  });
});

describe('J2: where a client shows that a user is unknown', () => {
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('legacy-errors');
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  test('an unknown user is named as such', async () => {
    const signIn = new InitiateAuthCommand({
      ClientId: journey.client('legacy').ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'nobody@example.com', PASSWORD: password },
    });
    await expect(journey.cognito.send(signIn)).rejects.toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });
});
