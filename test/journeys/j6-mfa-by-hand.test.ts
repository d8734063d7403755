import {
  AssociateSoftwareTokenCommand,
  ConfirmDeviceCommand,
  GetUserPoolMfaConfigCommand,
  InitiateAuthCommand,
  SetUserPoolMfaConfigCommand,
  type SetUserPoolMfaConfigCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser, signIn } from './people';

describe('J6: an operator switches MFA on for the pool by hand', () => {
  const email = 'already-here@example.com';
  let journey: Journey;

  beforeEach(async () => {
    journey = await beginJourney('mfa-off');
    await createUser(journey, email);
  });
  afterEach(() => journey.close());

  const read = () => journey.cognito.send(new GetUserPoolMfaConfigCommand({ UserPoolId: journey.UserPoolId }));
  const set = (config: Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>) =>
    journey.cognito.send(new SetUserPoolMfaConfigCommand({ UserPoolId: journey.UserPoolId, ...config }));

  test('OFF becomes OPTIONAL with a software token; users without MFA sign in and refresh as before', async () => {
    expect(await read()).toMatchObject({ MfaConfiguration: 'OFF' });
    const before = await signIn(journey, email);
    const off = { AccessToken: before.AuthenticationResult?.AccessToken };
    await expect(journey.cognito.send(new AssociateSoftwareTokenCommand(off))).rejects.toEqual(
      refusal('SoftwareTokenMFANotFoundException', 'Software Token MFA has not been enabled by the userPool'),
    );

    await set({ MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration: { Enabled: true } });
    expect(await read()).toMatchObject({
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    });

    const after = await signIn(journey, email);
    expect(after.AuthenticationResult?.RefreshToken).toBeDefined();
    const { ClientId, hash } = journey.client('backend');
    const username = JSON.parse(
      Buffer.from(before.AuthenticationResult?.IdToken?.split('.')[1] ?? '', 'base64url').toString(),
    ) as { sub: string };
    const refresh = new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: before.AuthenticationResult?.RefreshToken ?? '', ...hash(username.sub) },
    });
    await expect(journey.cognito.send(refresh)).resolves.toHaveProperty('AuthenticationResult');
    await expect(journey.cognito.send(new AssociateSoftwareTokenCommand(off))).resolves.toHaveProperty('SecretCode');
  });

  test('the pool without device tracking names no device and refuses device operations', async () => {
    const { AuthenticationResult } = await signIn(journey, email);
    expect(AuthenticationResult?.NewDeviceMetadata).toBeUndefined();
    const confirm = new ConfirmDeviceCommand({
      AccessToken: AuthenticationResult?.AccessToken,
      DeviceKey: 'eu-west-1_0f9e8d7c-6b5a-4493-8271-605f4e3d2c1b',
      DeviceSecretVerifierConfig: { PasswordVerifier: 'AQ==', Salt: 'AQ==' },
    });
    await expect(journey.cognito.send(confirm)).rejects.toEqual(
      refusal('InvalidUserPoolConfigurationException', 'Device tracking not currently enabled for this pool.'),
    );
  });

  test.each<[string, Omit<SetUserPoolMfaConfigCommandInput, 'UserPoolId'>, string]>([
    [
      'OFF with a factor',
      { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: { Enabled: true } },
      "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
    ],
    [
      'OPTIONAL without a factor',
      { MfaConfiguration: 'OPTIONAL' },
      "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
    ],
    [
      'ON without a factor',
      { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: false } },
      "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
    ],
  ])('%s is refused and changes nothing', async (_name, config, message) => {
    await expect(set(config)).rejects.toEqual(refusal('InvalidParameterException', message));
    expect(await read()).toMatchObject({ MfaConfiguration: 'OFF' });
  });
});
