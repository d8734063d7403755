import {
  AdminGetUserCommand,
  AdminRespondToAuthChallengeCommand,
  AdminSetUserMFAPreferenceCommand,
  AssociateSoftwareTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  SetUserMFAPreferenceCommand,
  VerifySoftwareTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode, wrongTotpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, signIn } from './people';

describe('J7: a user enrols TOTP after signing in, in a pool where MFA is optional', () => {
  const email = 'grace@example.com';
  let journey: Journey;
  let username: string;

  beforeAll(async () => {
    journey = await beginJourney('dev');
  });
  beforeEach(async () => {
    username = await createUser(journey, email);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  async function enrol(): Promise<{ readonly AccessToken: string | undefined; readonly secret: string | undefined }> {
    const { AuthenticationResult } = await signIn(journey, email);
    const AccessToken = AuthenticationResult?.AccessToken;
    const { SecretCode } = await journey.cognito.send(new AssociateSoftwareTokenCommand({ AccessToken }));
    return { AccessToken, secret: SecretCode };
  }

  async function enrolAndPrefer(): Promise<{
    readonly AccessToken: string | undefined;
    readonly secret: string | undefined;
  }> {
    const { AccessToken, secret } = await enrol();
    const UserCode = totpCode(secret, journey.clock, -1);
    await journey.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode, FriendlyDeviceName: 'phone' }));
    await journey.cognito.send(
      new SetUserMFAPreferenceCommand({
        AccessToken,
        SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
      }),
    );
    return { AccessToken, secret };
  }

  function answer(Session: string | undefined, code: string) {
    const { ClientId, hash } = journey.client('backend');
    return journey.cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: journey.UserPoolId,
        ClientId,
        ChallengeName: 'SOFTWARE_TOKEN_MFA',
        Session,
        ChallengeResponses: { USERNAME: username, SOFTWARE_TOKEN_MFA_CODE: code, ...hash(username) },
      }),
    );
  }

  test('enrols, prefers TOTP, signs out, and signs in with a code', async () => {
    const { AccessToken, secret } = await enrolAndPrefer();
    const stored = await journey.cognito.send(
      new AdminGetUserCommand({ UserPoolId: journey.UserPoolId, Username: email }),
    );
    expect(stored).toMatchObject({
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    });

    await journey.cognito.send(new GlobalSignOutCommand({ AccessToken }));
    await expect(journey.cognito.send(new GetUserCommand({ AccessToken }))).rejects.toEqual(
      refusal('NotAuthorizedException', 'Access Token has been revoked'),
    );
    const challenge = await signIn(journey, email);
    expect(challenge).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: username, FRIENDLY_DEVICE_NAME: 'phone' },
    });
    expect(challenge.AuthenticationResult).toBeUndefined();

    const { AuthenticationResult } = await answer(challenge.Session, totpCode(secret, journey.clock));
    const id = await verified(journey, AuthenticationResult?.IdToken, 'id');
    expect(id).toMatchObject({
      aud: journey.client('backend').ClientId,
      'cognito:username': username,
      email,
      email_verified: true,
    });
    const access = await verified(journey, AuthenticationResult?.AccessToken, 'access');
    expect(access).toMatchObject({
      client_id: journey.client('backend').ClientId,
      device_key: AuthenticationResult?.NewDeviceMetadata?.DeviceKey,
      scope: 'aws.cognito.signin.user.admin',
      sub: id['sub'],
      username,
    });
  });

  test('an administrator may prefer TOTP for the user too, once it is enrolled', async () => {
    const { AccessToken, secret } = await enrol();
    const prefer = () =>
      journey.cognito.send(
        new AdminSetUserMFAPreferenceCommand({
          UserPoolId: journey.UserPoolId,
          Username: email,
          SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
        }),
      );
    await expect(prefer()).rejects.toEqual(
      refusal('InvalidParameterException', 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA'),
    );
    const UserCode = totpCode(secret, journey.clock);
    await journey.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    await prefer();
    await expect(signIn(journey, email)).resolves.toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  });

  test('a preference before the enrolment is refused', async () => {
    const { AccessToken } = await enrol();
    const preference = new SetUserMFAPreferenceCommand({
      AccessToken,
      SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
    });
    await expect(journey.cognito.send(preference)).rejects.toEqual(
      refusal('InvalidParameterException', 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA'),
    );
  });

  test('a wrong code enrols nothing, and a right one still does afterwards', async () => {
    const { AccessToken, secret } = await enrol();
    const verify = (UserCode: string) =>
      journey.cognito.send(new VerifySoftwareTokenCommand({ AccessToken, UserCode }));
    await expect(verify(wrongTotpCode(secret, journey.clock))).rejects.toEqual(
      refusal('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'),
    );
    await expect(verify(totpCode(secret, journey.clock))).resolves.toMatchObject({ Status: 'SUCCESS' });
  });

  test('a wrong code at sign-in is refused, and the same session then takes the right one', async () => {
    const { secret } = await enrolAndPrefer();
    const { Session } = await signIn(journey, email);
    await expect(answer(Session, wrongTotpCode(secret, journey.clock))).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid code received for user'),
    );
    await expect(answer(Session, totpCode(secret, journey.clock))).resolves.toHaveProperty('AuthenticationResult');
  });

  test('a code counts once: neither the one of the enrolment nor the one of a sign-in signs in again', async () => {
    const { secret } = await enrolAndPrefer();
    const once = refusal('ExpiredCodeException', 'Your software token has already been used once.');
    const first = await signIn(journey, email);
    await expect(answer(first.Session, totpCode(secret, journey.clock, -1))).rejects.toEqual(once);
    const code = totpCode(secret, journey.clock);
    await answer(first.Session, code);
    const second = await signIn(journey, email);
    await expect(answer(second.Session, code)).rejects.toEqual(once);
  });

  test('codes count one step either way and no further', async () => {
    const { secret } = await enrolAndPrefer();
    const code = totpCode(secret, journey.clock);
    const { Session } = await signIn(journey, email);
    journey.clock.advance({ seconds: 60 });
    await expect(answer(Session, code)).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid code received for user'),
    );
    await expect(answer(Session, totpCode(secret, journey.clock, 1))).resolves.toHaveProperty('AuthenticationResult');
  });

  test('without VerifySoftwareToken the next sign-in asks for no code', async () => {
    await enrol();
    await expect(signIn(journey, email)).resolves.toMatchObject({
      AuthenticationResult: expect.objectContaining({ TokenType: 'Bearer' }) as unknown,
    });
  });

  test('a session counts once, for its own challenge, and for minutes only', async () => {
    const { secret } = await enrolAndPrefer();
    const used = await signIn(journey, email);
    await answer(used.Session, totpCode(secret, journey.clock));
    await expect(answer(used.Session, totpCode(secret, journey.clock, 1))).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
    const old = await signIn(journey, email);
    journey.clock.advance({ minutes: 5 });
    await expect(answer(old.Session, totpCode(secret, journey.clock))).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session is expired.'),
    );
    await expect(answer('A'.repeat(400), totpCode(secret, journey.clock))).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
  });
});
