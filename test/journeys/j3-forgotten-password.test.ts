import {
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { alter, beginJourney, refusal, type Journey } from './journey';
import { createUser, otherPassword, password } from './people';

describe('J3: a user has forgotten the password', () => {
  const email = 'forgetful@example.com';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  beforeEach(async () => {
    await createUser(journey, email);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  const clientId = (): string => journey.client('legacy').ClientId;
  const ask = () => journey.cognito.send(new ForgotPasswordCommand({ ClientId: clientId(), Username: email }));
  const confirm = (ConfirmationCode: string, Password: string) =>
    journey.cognito.send(
      new ConfirmForgotPasswordCommand({ ClientId: clientId(), Username: email, ConfirmationCode, Password }),
    );
  const signIn = (PASSWORD: string) =>
    journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: clientId(),
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: email, PASSWORD },
      }),
    );

  test('a code from the inbox replaces the password: the old one is refused, the new one works', async () => {
    expect((await ask()).CodeDeliveryDetails).toEqual({
      Destination: 'f***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    });
    await expect(signIn(password)).resolves.toHaveProperty('AuthenticationResult');
    await confirm(journey.message(email, 'ForgotPassword').code, otherPassword);
    await expect(signIn(password)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await expect(signIn(otherPassword)).resolves.toHaveProperty('AuthenticationResult');
  });

  test.each([
    ['Short-1-aaaaaa', 'Password not long enough'],
    ['correct-horse-9-battery', 'Password must have uppercase characters'],
    ['CORRECT-HORSE-9-BATTERY', 'Password must have lowercase characters'],
    ['Correct-Horse-Battery-X', 'Password must have numeric characters'],
    ['CorrectHorse9BatteryXyz', 'Password must have symbol characters'],
  ])('%s is refused with the rule that it misses, and the code stays good', async (weak, rule) => {
    await ask();
    const { code } = journey.message(email, 'ForgotPassword');
    await expect(confirm(code, weak)).rejects.toEqual(
      refusal('InvalidPasswordException', `Password does not conform to policy: ${rule}`),
    );
    await expect(confirm(code, otherPassword)).resolves.toBeDefined();
  });

  test('the current password is remembered and refused', async () => {
    await ask();
    await expect(confirm(journey.message(email, 'ForgotPassword').code, password)).rejects.toEqual(
      refusal('PasswordHistoryPolicyViolationException', 'Password has previously been used'),
    );
  });

  test('a wrong code is refused', async () => {
    await ask();
    await expect(confirm(alter(journey.message(email, 'ForgotPassword').code), otherPassword)).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
  });

  test('a code that was never asked for, is an hour old, or was used is refused', async () => {
    const expired = refusal('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    await expect(confirm('123456', otherPassword)).rejects.toEqual(expired);
    await ask();
    const { code } = journey.message(email, 'ForgotPassword');
    journey.clock.advance({ hours: 1 });
    await expect(confirm(code, otherPassword)).rejects.toEqual(expired);
    await ask();
    const { code: fresh } = journey.message(email, 'ForgotPassword');
    await confirm(fresh, otherPassword);
    await expect(confirm(fresh, 'Third-Password-5-Here')).rejects.toEqual(expired);
  });

  test('only the newest code counts', async () => {
    await ask();
    const { code: older } = journey.message(email, 'ForgotPassword');
    await ask();
    const { code: newer } = journey.message(email, 'ForgotPassword');
    if (older !== newer)
      await expect(confirm(older, otherPassword)).rejects.toEqual(refusal('CodeMismatchException', /try again/));
    await expect(confirm(newer, otherPassword)).resolves.toBeDefined();
  });

  test('an unknown user looks like a known one, and gets no message', async () => {
    const nobody = { ClientId: clientId(), Username: 'nobody@example.com' };
    const first = await journey.cognito.send(new ForgotPasswordCommand(nobody));
    expect(first.CodeDeliveryDetails).toEqual({
      Destination: 'n***@e***',
      DeliveryMedium: 'EMAIL',
      AttributeName: 'email',
    });
    expect(journey.messages()).toEqual([]);
    const confirmation = new ConfirmForgotPasswordCommand({
      ...nobody,
      ConfirmationCode: '123456',
      Password: otherPassword,
    });
    await expect(journey.cognito.send(confirmation)).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid verification code provided, please try again.'),
    );
  });
});
