import {
  AdminRespondToAuthChallengeCommand,
  AssociateSoftwareTokenCommand,
  VerifySoftwareTokenCommand,
  type ChallengeNameType,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode, wrongTotpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, verified, type Journey } from './journey';
import { createUser, signIn } from './people';

describe('J8: a user must enrol TOTP to get in, in a pool where MFA is required', () => {
  const email = 'ada@example.com';
  let journey: Journey;
  let username: string;

  beforeAll(async () => {
    journey = await beginJourney('mfa-required');
  });
  beforeEach(async () => {
    username = await createUser(journey, email);
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  function answer(
    ChallengeName: ChallengeNameType,
    Session: string | undefined,
    responses: Record<string, string> = {},
  ) {
    const { ClientId, hash } = journey.client('backend');
    return journey.cognito.send(
      new AdminRespondToAuthChallengeCommand({
        UserPoolId: journey.UserPoolId,
        ClientId,
        ChallengeName,
        Session,
        ChallengeResponses: { USERNAME: username, ...hash(username), ...responses },
      }),
    );
  }

  test('enrols by session, gets tokens, and is asked for a code the next time', async () => {
    const setup = await signIn(journey, email);
    expect(setup).toMatchObject({
      ChallengeName: 'MFA_SETUP',
      ChallengeParameters: { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]', USER_ID_FOR_SRP: username },
    });
    const associated = await journey.cognito.send(new AssociateSoftwareTokenCommand({ Session: setup.Session }));
    const secret = associated.SecretCode;
    const enrolled = await journey.cognito.send(
      new VerifySoftwareTokenCommand({ Session: associated.Session, UserCode: totpCode(secret, journey.clock, -1) }),
    );
    expect(enrolled.Status).toBe('SUCCESS');
    const { AuthenticationResult } = await answer('MFA_SETUP', enrolled.Session);
    expect(await verified(journey, AuthenticationResult?.IdToken, 'id')).toMatchObject({ email });

    const next = await signIn(journey, email);
    expect(next.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const code = { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, journey.clock) };
    await expect(answer('SOFTWARE_TOKEN_MFA', next.Session, code)).resolves.toHaveProperty('AuthenticationResult');
  });

  test('an authenticator that was verified counts even when the challenge was never completed', async () => {
    const { Session } = await signIn(journey, email);
    const associated = await journey.cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    const UserCode = totpCode(associated.SecretCode, journey.clock);
    await journey.cognito.send(new VerifySoftwareTokenCommand({ Session: associated.Session, UserCode }));
    await expect(signIn(journey, email)).resolves.toMatchObject({ ChallengeName: 'SOFTWARE_TOKEN_MFA' });
  });

  test('the challenge cannot be answered without an authenticator', async () => {
    const { Session } = await signIn(journey, email);
    await expect(answer('MFA_SETUP', Session)).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
  });

  test('every session is accepted once', async () => {
    const { Session } = await signIn(journey, email);
    const associate = () => journey.cognito.send(new AssociateSoftwareTokenCommand({ Session }));
    const associated = await associate();
    await expect(associate()).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user, session can only be used once.'),
    );
    const wrong = wrongTotpCode(associated.SecretCode, journey.clock);
    const verify = new VerifySoftwareTokenCommand({ Session: associated.Session, UserCode: wrong });
    await expect(journey.cognito.send(verify)).rejects.toEqual(
      refusal('EnableSoftwareTokenMFAException', 'Code mismatch and fail enable Software Token MFA'),
    );
  });

  test('the session of another challenge, of another user, or of nobody is refused', async () => {
    const other = await createUser(journey, 'eve@example.com');
    const { Session } = await signIn(journey, email);
    const invalid = refusal('NotAuthorizedException', 'Invalid session for the user.');
    await expect(answer('SOFTWARE_TOKEN_MFA', Session, { SOFTWARE_TOKEN_MFA_CODE: '123456' })).rejects.toEqual(invalid);
    const { hash } = journey.client('backend');
    await expect(answer('MFA_SETUP', Session, { USERNAME: other, ...hash(other) })).rejects.toEqual(invalid);
    const foreign = new AssociateSoftwareTokenCommand({ Session: 'B'.repeat(400) });
    await expect(journey.cognito.send(foreign)).rejects.toEqual(invalid);
  });
});
