import {
  AdminSetUserMFAPreferenceCommand,
  AdminSetUserPasswordCommand,
  type AdminSetUserMFAPreferenceCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser, otherPassword, signIn, signInAs } from './people';
import { answerAs, givePhone, registerToken } from './second-factor';
import { smsStack } from './sms-template';

describe('J11: a user lost the authenticator, and the support desk helps', () => {
  const email = 'lou@example.com';
  const phone = '+4915112345678';
  let journey: Journey;
  let lost: string;

  beforeAll(async () => {
    journey = await beginJourney(smsStack('OPTIONAL'));
  });
  beforeEach(async () => {
    await createUser(journey, email);
    const { AuthenticationResult } = await signIn(journey, email);
    lost = await registerToken(journey, AuthenticationResult?.AccessToken);
    await prefer({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  function prefer(
    preference: Omit<AdminSetUserMFAPreferenceCommandInput, 'UserPoolId' | 'Username'>,
  ): Promise<unknown> {
    const { cognito, UserPoolId } = journey;
    return cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username: email, ...preference }));
  }

  test('by moving the preference to a phone number: the codes of the lost device do not help any more', async () => {
    const waiting = await signIn(journey, email);
    expect(waiting.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const stolen = totpCode(lost, journey.clock);
    await givePhone(journey, email, phone);
    await prefer({
      SMSMfaSettings: { Enabled: true, PreferredMfa: true },
      SoftwareTokenMfaSettings: { Enabled: false },
    });
    await expect(answerAs(journey, email, waiting, { SOFTWARE_TOKEN_MFA_CODE: stolen })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
    const challenge = await signIn(journey, email);
    expect(challenge.ChallengeName).toBe('SMS_MFA');
    await expect(answerAs(journey, email, challenge, { SMS_MFA_CODE: stolen })).rejects.toEqual(
      refusal('CodeMismatchException', 'Invalid code or auth state for the user.'),
    );
    const other = { ChallengeName: 'SOFTWARE_TOKEN_MFA', Session: challenge.Session } as const;
    await expect(answerAs(journey, email, other, { SOFTWARE_TOKEN_MFA_CODE: stolen })).rejects.toEqual(
      refusal('NotAuthorizedException', 'Invalid session for the user.'),
    );
    const { code } = journey.message(phone, 'Authentication');
    await expect(answerAs(journey, email, challenge, { SMS_MFA_CODE: code })).resolves.toHaveProperty(
      'AuthenticationResult.AccessToken',
    );
  });

  test('by removing the preference: the user signs in and enrols another authenticator', async () => {
    const waiting = await signIn(journey, email);
    await prefer({ SoftwareTokenMfaSettings: { Enabled: false } });
    await journey.cognito.send(
      new AdminSetUserPasswordCommand({
        UserPoolId: journey.UserPoolId,
        Username: email,
        Password: otherPassword,
        Permanent: true,
      }),
    );
    await expect(
      answerAs(journey, email, waiting, { SOFTWARE_TOKEN_MFA_CODE: totpCode(lost, journey.clock) }),
    ).rejects.toEqual(refusal('NotAuthorizedException', 'Invalid session for the user.'));
    const { AuthenticationResult } = await signInAs(journey, email, otherPassword);
    const secret = await registerToken(journey, AuthenticationResult?.AccessToken);
    await prefer({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });

    const challenge = await signInAs(journey, email, otherPassword);
    await expect(
      answerAs(journey, email, challenge, { SOFTWARE_TOKEN_MFA_CODE: totpCode(lost, journey.clock) }),
    ).rejects.toEqual(refusal('CodeMismatchException', 'Invalid code received for user'));
    await expect(
      answerAs(journey, email, challenge, { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, journey.clock) }),
    ).resolves.toHaveProperty('AuthenticationResult.AccessToken');
  });
});
