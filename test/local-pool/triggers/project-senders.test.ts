import {
  AdminCreateUserCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
  type AttributeType,
} from '@aws-sdk/client-cognito-identity-provider';
import { startLocalPool, type LocalPool } from '../../../lib/local-pool/local-pool';
import type { StackArtifact } from '../../../lib/template/assembly';
import { signingKeys } from '../signing-keys';
import { PlantedFunctions } from './planted-functions';
import { bundleSenders, senderStack } from './sender-template';

/** The whole way of a code: pool, KMS, the project's own bundle, SES or SNS, inbox, and back to the pool. */
const functions = new PlantedFunctions();
const password = 'Correct-Horse-9';

// A bundle with the Encryption SDK is made and loaded: on a busy machine that takes a while.
jest.setTimeout(60_000);

interface Started {
  readonly local: LocalPool;
  readonly cognito: CognitoIdentityProviderClient;
  readonly ClientId: string;
  readonly log: readonly string[];
}

let assets: StackArtifact['assets'];
beforeAll(() => {
  assets = bundleSenders(functions);
});
// Closed also when a test gave up before the pool was there.
const running: Promise<LocalPool>[] = [];
afterEach(async () => {
  for (const pool of running.splice(0)) await (await pool).close();
});
afterAll(() => functions.remove());

async function start(autoVerified: 'email' | 'phone_number'): Promise<Started> {
  const log: string[] = [];
  const stack = senderStack(assets, autoVerified);
  const starting = startLocalPool({ stack, port: 0, signingKeys, log: (line) => log.push(line) });
  running.push(starting);
  const local = await starting;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const cognito = new CognitoIdentityProviderClient({ region: 'eu-west-1', endpoint: local.origin, credentials });
  const [ClientId = ''] = local.pool.clients.keys();
  return { local, cognito, ClientId, log };
}

/** The inbox as people read it, which waits for what is on its way. */
async function inboxOf({ local }: Started): Promise<readonly Readonly<Record<string, string>>[]> {
  const response = await fetch(`${local.origin}/inbox`);
  return (await response.json()) as readonly Readonly<Record<string, string>>[];
}

const ways: readonly {
  readonly contact: AttributeType;
  readonly by: 'email' | 'phone_number';
  readonly medium: string;
}[] = [
  { contact: { Name: 'email', Value: 'anna@example.com' }, by: 'email', medium: 'EMAIL' },
  { contact: { Name: 'phone_number', Value: '+4915112345678' }, by: 'phone_number', medium: 'SMS' },
];

test.each(ways)(
  'a code that the bundle decrypts and sends by $medium confirms the user',
  async ({ contact, by, medium }) => {
    const started = await start(by);
    const { cognito, ClientId, log } = started;
    const signedUp = await cognito.send(
      new SignUpCommand({ ClientId, Username: 'anna', Password: password, UserAttributes: [contact] }),
    );
    expect(signedUp.CodeDeliveryDetails).toMatchObject({ DeliveryMedium: medium, AttributeName: by });

    const messages = await inboxOf(started);
    expect(messages).toEqual([expect.objectContaining({ kind: 'Sent', medium, to: contact.Value })]);
    expect(messages[0]).not.toHaveProperty('code');
    const [ConfirmationCode = ''] = /\d{6}/.exec(messages[0]?.['body'] ?? '') ?? [];

    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username: 'anna', ConfirmationCode }));
    const AuthParameters = { USERNAME: 'anna', PASSWORD: password };
    const signedIn = await cognito.send(
      new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }),
    );
    expect(signedIn.AuthenticationResult?.AccessToken).toMatch(/^ey/);
    expect(log.join('\n')).not.toContain(ConfirmationCode);
  },
);

test('an invitation shows the temporary password as it must be entered', async () => {
  const started = await start('email');
  const { cognito, ClientId, local, log } = started;
  const TemporaryPassword = `Tmp<b>&"1-pass'`;
  await cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: local.pool.id,
      Username: 'anna',
      TemporaryPassword,
      UserAttributes: [{ Name: 'email', Value: 'anna@example.com' }],
      DesiredDeliveryMediums: ['EMAIL'],
    }),
  );
  const [message] = await inboxOf(started);
  expect(message).toMatchObject({ to: 'anna@example.com', subject: 'Your Kiosk account' });
  expect(message?.['body']).toContain('<strong>anna</strong>');
  expect(message?.['body']).toContain('<strong>Tmp&lt;b&gt;&amp;&quot;1-pass&#39;</strong>');
  expect(log.join('\n')).not.toContain('pass');

  const AuthParameters = { USERNAME: 'anna', PASSWORD: TemporaryPassword };
  const signIn = new InitiateAuthCommand({ ClientId, AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters });
  expect(await cognito.send(signIn)).toMatchObject({ ChallengeName: 'NEW_PASSWORD_REQUIRED' });
});
