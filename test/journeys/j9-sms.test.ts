import {
  AdminSetUserMFAPreferenceCommand,
  ConfirmSignUpCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { alter, beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, password, signIn } from './people';
import { answerAs } from './second-factor';
import { smsStack } from './sms-template';

describe('J9: a text message is the second factor', () => {
  const email = 'sam@example.com';
  const phone = '+4915112345678';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney(smsStack('ON'));
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  async function signUp(): Promise<void> {
    const { ClientId, secretHash } = journey.client('backend');
    const person = { ClientId, Username: email, ...secretHash(email) };
    const { CodeDeliveryDetails, UserConfirmed } = await journey.cognito.send(
      new SignUpCommand({
        ...person,
        Password: password,
        UserAttributes: [{ Name: 'phone_number', Value: phone }],
      }),
    );
    expect(UserConfirmed).toBe(false);
    expect(CodeDeliveryDetails).toEqual({
      Destination: '+*********5678',
      DeliveryMedium: 'SMS',
      AttributeName: 'phone_number',
    });
    const { code, body, medium } = journey.message(phone, 'SignUp');
    expect({ body, medium }).toEqual({ body: `Your sign-up code is ${code}`, medium: 'SMS' });
    await expect(
      journey.cognito.send(new ConfirmSignUpCommand({ ...person, ConfirmationCode: alter(code) })),
    ).rejects.toEqual(refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'));
    await journey.cognito.send(new ConfirmSignUpCommand({ ...person, ConfirmationCode: code }));
  }

  test('sign-up with a phone number, its code, and a sign-in with another code', async () => {
    await signUp();
    const challenge = await signIn(journey, email);
    expect(challenge).toMatchObject({
      ChallengeName: 'SMS_MFA',
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS',
        CODE_DELIVERY_DESTINATION: '+*********5678',
        USER_ID_FOR_SRP: expect.any(String) as unknown,
      },
    });
    const { code, body } = journey.message(phone, 'Authentication');
    expect(body).toBe(`Your sign-in code is ${code}`);
    const { AuthenticationResult } = await answerAs(journey, email, challenge, { SMS_MFA_CODE: code });
    const claims = await verified(journey, AuthenticationResult?.IdToken, 'id');
    expect(claims).toMatchObject({ phone_number: phone, phone_number_verified: true });
  });

  test('a wrong code can be tried again, an expired one cannot', async () => {
    await signUp();
    const challenge = await signIn(journey, email);
    const { code } = journey.message(phone, 'Authentication');
    await expect(answerAs(journey, email, challenge, { SMS_MFA_CODE: alter(code) })).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid code or auth state for the user.'),
    );
    await expect(answerAs(journey, email, challenge, { SMS_MFA_CODE: code })).resolves.toHaveProperty(
      'AuthenticationResult',
    );
    const late = await signIn(journey, email);
    const lateCode = journey.message(phone, 'Authentication').code;
    journey.clock.advance({ minutes: 4 });
    await expect(answerAs(journey, email, late, { SMS_MFA_CODE: lateCode })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
    );
  });

  test('who has no phone number cannot choose the factor, and is asked to set another one up', async () => {
    await createUser(journey, 'nora@example.com');
    const { UserPoolId, cognito } = journey;
    await expect(
      cognito.send(
        new AdminSetUserMFAPreferenceCommand({
          UserPoolId,
          Username: 'nora@example.com',
          SMSMfaSettings: { Enabled: true, PreferredMfa: true },
        }),
      ),
    ).rejects.toEqual(
      refusal('InvalidParameterException', 'User does not have delivery config set to turn on SMS_MFA'),
    );
    await expect(signIn(journey, 'nora@example.com')).resolves.toMatchObject({ ChallengeName: 'MFA_SETUP' });
  });
});
