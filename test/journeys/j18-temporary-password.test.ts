import {
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminRespondToAuthChallengeCommand,
  type AdminInitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { password, signInAs } from './people';

describe('J18: an invited user signs in with a temporary password', () => {
  const email = 'invited@example.com';
  let journey: Journey;
  let username: string;

  beforeAll(async () => {
    journey = await beginJourney('invitations');
  });
  beforeEach(async () => {
    const { User } = await journey.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: journey.UserPoolId,
        Username: email,
        DesiredDeliveryMediums: ['EMAIL'],
        UserAttributes: [
          { Name: 'email', Value: email },
          { Name: 'email_verified', Value: 'true' },
          { Name: 'locale', Value: 'ja-JP' },
        ],
      }),
    );
    expect(User).toMatchObject({ UserStatus: 'FORCE_CHANGE_PASSWORD', Enabled: true });
    username = User?.Username ?? '';
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  const temporary = (): string => journey.message(email, 'AdminCreateUser').code;
  const begin = (): Promise<AdminInitiateAuthCommandOutput> => signInAs(journey, email, temporary());

  function answer(Session: string | undefined, responses: Readonly<Record<string, string>>) {
    const { ClientId, hash } = journey.client('backend');
    return journey.cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: journey.UserPoolId,
        ClientId,
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        Session,
        ChallengeResponses: { USERNAME: username, ...hash(username), ...responses },
      }),
    );
  }

  test('the invitation is written in the language of the user and holds a password that works once', async () => {
    const { subject, body, code } = journey.message(email, 'AdminCreateUser');
    expect(subject).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
    expect(body).toContain(code.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
    const challenge = await begin();
    expect(challenge).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
    expect(challenge.ChallengeParameters).toMatchObject({
      USER_ID_FOR_SRP: username,
      requiredAttributes: '["userAttributes.name"]',
    });
    expect(JSON.parse(challenge.ChallengeParameters?.['userAttributes'] ?? '')).toMatchObject({ email });

    const { AuthenticationResult } = await answer(challenge.Session, {
      NEW_PASSWORD: password,
      'userAttributes.name': 'Invited Person',
    });
    const id = await verified(journey, AuthenticationResult?.IdToken, 'id');
    expect(id).toMatchObject({ email, name: 'Invited Person' });
    const stored = new AdminGetUserCommand({ UserPoolId: journey.UserPoolId, Username: email });
    expect(await journey.cognito.send(stored)).toMatchObject({ UserStatus: 'CONFIRMED' });
    await expect(begin()).rejects.toEqual(refusal('NotAuthorizedException', 'Incorrect username or password.'));
  });

  test('a password that misses the policy leaves the user able to try again with the same session', async () => {
    const { Session } = await begin();
    const name = { 'userAttributes.name': 'Invited Person' };
    await expect(answer(Session, { NEW_PASSWORD: 'short', ...name })).rejects.toEqual(
      refusal('InvalidPasswordException', 'Password does not conform to policy: Password not long enough'),
    );
    await expect(answer(Session, { NEW_PASSWORD: password, ...name })).resolves.toHaveProperty('AuthenticationResult');
  });

  test('a required attribute that is missing, and one that stands already, are refused', async () => {
    const { Session } = await begin();
    await expect(answer(Session, { NEW_PASSWORD: password })).rejects.toEqual(
      refusal('InvalidParameterException', 'Invalid attributes given, name is missing'),
    );
    const taken = { 'userAttributes.name': 'Me', 'userAttributes.email': 'other@example.com' };
    await expect(answer(Session, { NEW_PASSWORD: password, ...taken })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Cannot modify an already provided email'),
    );
  });

  test('a temporary password expires, and a renewed invitation works', async () => {
    const old = temporary();
    journey.clock.advance({ days: 7 });
    await expect(signInAs(journey, email, old)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Temporary password has expired and must be reset by an administrator.'),
    );
    await journey.cognito.send(
      new AdminCreateUserCommand({
        UserPoolId: journey.UserPoolId,
        Username: email,
        MessageAction: 'RESEND',
        DesiredDeliveryMediums: ['EMAIL'],
      }),
    );
    await expect(begin()).resolves.toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
  });
});
