import {
  AdminGetUserCommand,
  InitiateAuthCommand,
  type InitiateAuthCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ServerResponse } from 'node:http';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { signInBySrp } from './srp';
import { knows, startLegacyService, type LegacyService, type Question } from './legacy-service';

describe('J4: users of a legacy app move over at their first sign-in', () => {
  const account = { email: 'old@example.com', password: 'weak', name: 'Old Hand', legacyId: '4711' };
  const token = 'legacy-bearer-token';
  let journey: Journey;
  let legacy: LegacyService;

  beforeAll(async () => {
    legacy = await startLegacyService();
    journey = await beginJourney('migration', {
      secrets: { 'userpool/migration/legacy-service': token },
      triggerEnvironment: { UserMigration: { LEGACY_ENDPOINT: legacy.endpoint } },
    });
  });
  beforeEach(() => legacy.answerWith(knows(account)));
  afterEach(() => journey.startOver());
  afterAll(async () => {
    await journey.close();
    await legacy.close();
  });

  function signIn(USERNAME: string, PASSWORD: string): Promise<InitiateAuthCommandOutput> {
    return journey.cognito.send(
      new InitiateAuthCommand({
        ClientId: journey.client('legacy').ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME, PASSWORD },
      }),
    );
  }

  const stored = () =>
    journey.cognito.send(new AdminGetUserCommand({ UserPoolId: journey.UserPoolId, Username: account.email }));

  async function expectNobody(): Promise<void> {
    await expect(stored()).rejects.toEqual(refusal('UserNotFoundException', 'User does not exist.'));
    expect(journey.log.filter((line) => line.includes(account.password) || line.includes(token))).toEqual([]);
  }

  test('the user is created CONFIRMED with attributes and no message, and the service is not asked again', async () => {
    const first = await signIn('Old@Example.com', account.password);
    const id = await verified(journey, first.AuthenticationResult?.IdToken, 'id');
    expect(id).toMatchObject({ email: account.email, email_verified: true, name: account.name });
    expect(legacy.questions).toEqual([
      { authorization: `Bearer ${token}`, body: { username: 'Old@Example.com', password: account.password } },
    ]);

    const { UserStatus, UserAttributes } = await stored();
    expect(UserStatus).toBe('CONFIRMED');
    expect(UserAttributes).toContainEqual({ Name: 'custom:legacy_id', Value: account.legacyId });
    expect(journey.messages()).toEqual([]);

    await expect(signIn(account.email, account.password)).resolves.toHaveProperty('AuthenticationResult');
    const bySrp = await signInBySrp(journey, account.email, {}, account.password);
    expect(bySrp).toHaveProperty('AuthenticationResult');
    expect(legacy.questions).toHaveLength(1);
  });

  test('two first sign-ins at once create one user', async () => {
    const both = await Promise.all([signIn(account.email, account.password), signIn(account.email, account.password)]);
    const subs = await Promise.all(
      both.map(
        async ({ AuthenticationResult }) => (await verified(journey, AuthenticationResult?.IdToken, 'id'))['sub'],
      ),
    );
    expect(new Set(subs).size).toBe(1);
  });

  test.each([
    ['a wrong password', account.email, 'guess'],
    ['an unknown user', 'nobody@example.com', account.password],
  ])('%s is an ordinary refusal, and nobody is created', async (_case, name, password) => {
    await expect(signIn(name, password)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Incorrect username or password.'),
    );
    await expectNobody();
  });

  test.each<[string, string, (question: Question, response: ServerResponse) => void]>([
    ['is down', 'unreachable', (_question, response) => response.destroy()],
    ['fails', 'unexpected-status', (_question, response) => response.writeHead(503).end()],
    ['answers garbage', 'unreadable', (_question, response) => response.writeHead(200).end('<html>')],
    [
      'answers for another person',
      'other-person',
      (_question, response) => response.writeHead(200).end(JSON.stringify({ email: 'boss@example.com' })),
    ],
    [
      'redirects',
      'redirect',
      (_question, response) => response.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end(),
    ],
  ])('a legacy service that %s is a clear refusal, and nobody is created', async (_case, reason, answer) => {
    legacy.answerWith(answer);
    await expect(signIn(account.email, account.password)).rejects.toEqual(
      refusal('UserLambdaValidationException', /^UserMigration failed with error .+\.$/),
    );
    await expectNobody();
    expect(journey.log.join('\n')).toContain(`"reason":"${reason}"`);
  });
});

describe('J4: a migration function that takes longer than Cognito waits', () => {
  test('is a clear refusal, nobody is created, and the password is not logged', async () => {
    const legacy = await startLegacyService();
    legacy.answerWith(() => undefined);
    const journey = await beginJourney('migration', {
      secrets: { 'userpool/migration/legacy-service': 'legacy-bearer-token' },
      triggerEnvironment: { UserMigration: { LEGACY_ENDPOINT: legacy.endpoint, LEGACY_DEADLINE_MILLISECONDS: '4500' } },
      triggerLimitMilliseconds: 1,
    });
    const person = { Username: 'old@example.com', Password: 'Legacy-Secret-1' };
    try {
      const signIn = new InitiateAuthCommand({
        ClientId: journey.client('legacy').ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: person.Username, PASSWORD: person.Password },
      });
      await expect(journey.cognito.send(signIn)).rejects.toEqual(
        refusal(
          'UnexpectedLambdaException',
          'UserMigration invocation failed due to error Socket timeout while invoking Lambda function.',
        ),
      );
      const stored = new AdminGetUserCommand({ UserPoolId: journey.UserPoolId, Username: person.Username });
      await expect(journey.cognito.send(stored)).rejects.toEqual(
        refusal('UserNotFoundException', 'User does not exist.'),
      );
      expect(journey.log.join('\n')).not.toContain(person.Password);
    } finally {
      await journey.close();
      await legacy.close();
    }
  });
});
