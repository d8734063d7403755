import {
  AdminGetUserCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { knows, startLegacyService, type LegacyService } from './legacy-service';
import { password } from './people';

describe('J5: users of a legacy app move over when they have forgotten the password', () => {
  const account = { email: 'lost@example.com', password: 'weak', name: 'Lost Soul', legacyId: '4712' };
  let journey: Journey;
  let legacy: LegacyService;

  beforeAll(async () => {
    legacy = await startLegacyService();
    journey = await beginJourney('migration', {
      secrets: { 'userpool/migration/legacy-service': 'legacy-bearer-token' },
      triggerEnvironment: { UserMigration: { LEGACY_ENDPOINT: legacy.endpoint } },
    });
  });
  beforeEach(() => legacy.answerWith(knows(account)));
  afterEach(() => journey.startOver());
  afterAll(async () => {
    await journey.close();
    await legacy.close();
  });

  const ask = (Username: string) =>
    journey.cognito.send(new ForgotPasswordCommand({ ClientId: journey.client('legacy').ClientId, Username }));

  test('the user is created with a verified address, and the reset completes', async () => {
    await ask(account.email);
    expect(legacy.questions.map(({ body }) => body)).toEqual([{ username: account.email, lookup: true }]);
    const ClientId = journey.client('legacy').ClientId;
    const { code: ConfirmationCode } = journey.message(account.email, 'ForgotPassword');
    await journey.cognito.send(
      new ConfirmForgotPasswordCommand({ ClientId, Username: account.email, ConfirmationCode, Password: password }),
    );
    const { AuthenticationResult } = await journey.cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: account.email, PASSWORD: password },
      }),
    );
    expect(await verified(journey, AuthenticationResult?.IdToken, 'id')).toMatchObject({
      email: account.email,
      email_verified: true,
      name: account.name,
    });
  });

  test('an unknown user stays unknown, and the answer does not tell', async () => {
    const nobody = { UserPoolId: journey.UserPoolId, Username: 'nobody@example.com' };
    expect((await ask(nobody.Username)).CodeDeliveryDetails).toMatchObject({ DeliveryMedium: 'EMAIL' });
    expect(legacy.questions.map(({ body }) => body)).toEqual([{ username: nobody.Username, lookup: true }]);
    expect(journey.messages()).toEqual([]);
    await expect(journey.cognito.send(new AdminGetUserCommand(nobody))).rejects.toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });
});
