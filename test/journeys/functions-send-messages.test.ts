import {
  AdminUpdateUserAttributesCommand,
  ConfirmSignUpCommand,
  GetUserAttributeVerificationCodeCommand,
  SignUpCommand,
  VerifyUserAttributeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Message } from '../../lib/local-pool/state/inbox';
import { beginJourney, type Journey } from './journey';
import { createUser, password, signIn } from './people';

// A bundle with the Encryption SDK is loaded: on a busy machine that takes a while.
jest.setTimeout(60_000);

describe('messages that the functions of the environment send, with codes under the key of the stack', () => {
  let journey: Journey;
  beforeAll(async () => {
    journey = await beginJourney('own-messages');
  });
  afterAll(() => journey.close());

  /** The newest message as people read it, which waits for what is on its way, and the code in it. */
  async function newest(): Promise<Message & { readonly digits: string }> {
    const inbox = (await (await fetch(`${journey.origin}/inbox`)).json()) as readonly Message[];
    const message = inbox.at(-1);
    if (message === undefined) throw new Error('no message was sent');
    return { ...message, digits: /\d{6}/.exec(message.body)?.[0] ?? '' };
  }

  test('an e-mail confirms a user who signs up', async () => {
    const { ClientId } = journey.client('web');
    const Username = 'fay@example.com';
    await journey.cognito.send(
      new SignUpCommand({
        ClientId,
        Username,
        Password: password,
        UserAttributes: [{ Name: 'email', Value: Username }],
      }),
    );
    const { digits: ConfirmationCode, ...message } = await newest();
    expect(message).toMatchObject({
      kind: 'Sent',
      medium: 'EMAIL',
      to: Username,
      from: '"Example" <no-reply@example.com>',
    });
    await journey.cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    await expect(signIn(journey, Username)).resolves.toHaveProperty('AuthenticationResult.AccessToken');
    expect(journey.log.join('\n')).not.toContain(ConfirmationCode);
  });

  test('a text message, from the declared sender, verifies a telephone number', async () => {
    const Username = 'gus@example.com';
    await createUser(journey, Username);
    const UserAttributes = [{ Name: 'phone_number', Value: '+4915112345678' }];
    await journey.cognito.send(
      new AdminUpdateUserAttributesCommand({ UserPoolId: journey.UserPoolId, Username, UserAttributes }),
    );
    const AccessToken = (await signIn(journey, Username)).AuthenticationResult?.AccessToken;
    const AttributeName = 'phone_number';
    await journey.cognito.send(new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName }));
    const { digits: Code, ...message } = await newest();
    expect(message).toMatchObject({ kind: 'Sent', medium: 'SMS', to: '+4915112345678', from: 'EXAMPLE' });
    await expect(
      journey.cognito.send(new VerifyUserAttributeCommand({ AccessToken, AttributeName, Code })),
    ).resolves.toHaveProperty('$metadata.httpStatusCode', 200);
  });
});
