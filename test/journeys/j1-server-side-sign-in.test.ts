import {
  AdminInitiateAuthCommand,
  ConfirmDeviceCommand,
  ConfirmSignUpCommand,
  SignUpCommand,
  type AdminInitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import { alter, beginJourney, refusal, verified, type Journey } from './journey';
import { password } from './people';

describe('J1: a back end with a confidential client signs its users up and in', () => {
  const email = 'Rosa@Example.com';
  const folded = 'rosa@example.com';
  let journey: Journey;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  async function signUpAndConfirm(): Promise<void> {
    const { ClientId, secretHash } = journey.client('backend');
    const person = { ClientId, Username: email, ...secretHash(email) };
    const signedUp = await journey.cognito.send(new SignUpCommand({ ...person, Password: password }));
    expect(signedUp).toMatchObject({
      UserConfirmed: false,
      CodeDeliveryDetails: { Destination: 'r***@e***', DeliveryMedium: 'EMAIL', AttributeName: 'email' },
    });
    const { code: ConfirmationCode } = journey.message(folded, 'SignUp');
    await journey.cognito.send(new ConfirmSignUpCommand({ ...person, ConfirmationCode }));
  }

  function signIn(name: string, parameters: Readonly<Record<string, string>>, client = 'backend') {
    return journey.cognito.send(
      new AdminInitiateAuthCommand({
        UserPoolId: journey.UserPoolId,
        ClientId: journey.client(client).ClientId,
        AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: name, ...parameters },
      }),
    );
  }

  const signInRight = (): Promise<AdminInitiateAuthCommandOutput> =>
    signIn(email, { PASSWORD: password, ...journey.client('backend').hash(email) });

  test('signs up, confirms with the code from the inbox, signs in, and the tokens verify', async () => {
    await signUpAndConfirm();
    const { AuthenticationResult } = await signInRight();
    const id = await verified(journey, AuthenticationResult?.IdToken, 'id');
    expect(id).toMatchObject({ email: folded, email_verified: true, 'cognito:username': id['sub'] });
    expect(AuthenticationResult).toMatchObject({ ExpiresIn: 3600, TokenType: 'Bearer' });
  });

  test('the triggers of the template run: the default group is in the tokens', async () => {
    await signUpAndConfirm();
    const { AuthenticationResult } = await signInRight();
    const access = await verified(journey, AuthenticationResult?.AccessToken, 'access');
    expect(access).toMatchObject({ 'cognito:groups': ['members'], groups: ['members'] });
    expect(journey.log.some((line) => line.includes(String(access['sub'])))).toBe(true);
    expect(journey.log.some((line) => line.includes(folded) || line.includes(password))).toBe(false);
  });

  test('refreshes with the confirmed device; the hash is made with the stored username', async () => {
    await signUpAndConfirm();
    const { AuthenticationResult } = await signInRight();
    const device = AuthenticationResult?.NewDeviceMetadata;
    await journey.cognito.send(
      new ConfirmDeviceCommand({
        AccessToken: AuthenticationResult?.AccessToken,
        DeviceKey: device?.DeviceKey,
        DeviceSecretVerifierConfig: { PasswordVerifier: 'AQ==', Salt: 'AQ==' },
      }),
    );
    const before = await verified(journey, AuthenticationResult?.AccessToken, 'access');
    const username = String(before['username']);
    const refresh = (parameters: Readonly<Record<string, string>>) =>
      journey.cognito.send(
        new AdminInitiateAuthCommand({
          UserPoolId: journey.UserPoolId,
          ClientId: journey.client('backend').ClientId,
          AuthFlow: 'REFRESH_TOKEN_AUTH',
          AuthParameters: {
            REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '',
            ...journey.client('backend').hash(username),
            ...parameters,
          },
        }),
      );
    await expect(refresh({})).rejects.toEqual(refusal('NotAuthorizedException', 'Invalid Refresh Token.'));
    const refreshed = await refresh({ DEVICE_KEY: device?.DeviceKey ?? '' });
    expect(refreshed.AuthenticationResult?.RefreshToken).toBeUndefined();
    const after = await verified(journey, refreshed.AuthenticationResult?.AccessToken, 'access');
    expect(after).toMatchObject({
      auth_time: before['auth_time'],
      origin_jti: before['origin_jti'],
      device_key: device?.DeviceKey,
    });
    expect(after['jti']).not.toBe(before['jti']);
  });

  test('a device that was never confirmed cannot refresh', async () => {
    await signUpAndConfirm();
    const { AuthenticationResult } = await signInRight();
    const username = String((await verified(journey, AuthenticationResult?.IdToken, 'id'))['sub']);
    const refresh = new AdminInitiateAuthCommand({
      UserPoolId: journey.UserPoolId,
      ClientId: journey.client('backend').ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: {
        REFRESH_TOKEN: AuthenticationResult?.RefreshToken ?? '',
        DEVICE_KEY: AuthenticationResult?.NewDeviceMetadata?.DeviceKey ?? '',
        ...journey.client('backend').hash(username),
      },
    });
    await expect(journey.cognito.send(refresh)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid Refresh Token.'),
    );
  });

  test('a missing and a wrong secret hash are refused', async () => {
    await signUpAndConfirm();
    const { ClientId, hash } = journey.client('backend');
    await expect(signIn(email, { PASSWORD: password })).rejects.toEqual(
      refusal(
        'NotAuthorizedException',
        `Client ${ClientId} is configured with secret but SECRET_HASH was not received`,
      ),
    );
    await expect(signIn(email, { PASSWORD: password, ...hash('someone@example.com') })).rejects.toEqual(
      refusal('NotAuthorizedException', `Unable to verify secret hash for client ${ClientId}`),
    );
  });

  test('a client that does not allow the flow is refused', async () => {
    await signUpAndConfirm();
    await expect(signIn(email, { PASSWORD: password }, 'web')).rejects.toEqual(
      refusal('InvalidParameterException', 'Auth flow not enabled for this client'),
    );
  });

  test('an unknown user looks like a wrong password', async () => {
    await signUpAndConfirm();
    const { hash } = journey.client('backend');
    const incorrect = refusal('NotAuthorizedException', 'Incorrect username or password.');
    const unknown = 'nobody@example.com';
    await expect(signIn(email, { PASSWORD: alter(password + '0'), ...hash(email) })).rejects.toEqual(incorrect);
    await expect(signIn(unknown, { PASSWORD: password, ...hash(unknown) })).rejects.toEqual(incorrect);
  });

  test('a sign-up of a domain that the trigger does not admit creates nobody', async () => {
    const { ClientId, secretHash } = journey.client('backend');
    const Username = 'rosa@elsewhere.test';
    const signUp = new SignUpCommand({ ClientId, Username, Password: password, ...secretHash(Username) });
    await expect(journey.cognito.send(signUp)).rejects.toEqual(
      refusal('UserLambdaValidationException', /^PreSignUp failed with error .+\.$/),
    );
    expect(journey.messages()).toEqual([]);
  });
});
