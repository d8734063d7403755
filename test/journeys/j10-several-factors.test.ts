import {
  AdminGetUserCommand,
  GetUserCommand,
  SetUserMFAPreferenceCommand,
  type SetUserMFAPreferenceCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, refusal, type Journey } from './journey';
import { createUser, signIn } from './people';
import { answerAs, givePhone, registerToken } from './second-factor';
import { smsStack } from './sms-template';

describe('J10: a user with several factors', () => {
  const email = 'sofia@example.com';
  const phone = '+4915112345678';
  let journey: Journey;
  let secret: string;
  let AccessToken: string | undefined;

  beforeAll(async () => {
    journey = await beginJourney(smsStack('OPTIONAL'));
  });
  beforeEach(async () => {
    await createUser(journey, email);
    await givePhone(journey, email, phone);
    ({ AccessToken } = (await signIn(journey, email)).AuthenticationResult ?? {});
    secret = await registerToken(journey, AccessToken);
    await prefer({ SMSMfaSettings: { Enabled: true }, SoftwareTokenMfaSettings: { Enabled: true } });
  });
  afterEach(() => journey.startOver());
  afterAll(() => journey.close());

  function prefer(preference: Omit<SetUserMFAPreferenceCommandInput, 'AccessToken'>): Promise<unknown> {
    return journey.cognito.send(new SetUserMFAPreferenceCommand({ AccessToken, ...preference }));
  }

  test('is asked to choose, and either choice leads to tokens', async () => {
    const select = await signIn(journey, email);
    expect(select.ChallengeName).toBe('SELECT_MFA_TYPE');
    expect(select.ChallengeParameters).toMatchObject({ MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]' });
    const sms = await answerAs(journey, email, select, { ANSWER: 'SMS_MFA' });
    expect(sms.ChallengeName).toBe('SMS_MFA');
    const { code } = journey.message(phone, 'Authentication');
    await expect(answerAs(journey, email, sms, { SMS_MFA_CODE: code })).resolves.toHaveProperty(
      'AuthenticationResult.AccessToken',
    );

    const again = await signIn(journey, email);
    const totp = await answerAs(journey, email, again, { ANSWER: 'SOFTWARE_TOKEN_MFA' });
    expect(totp.ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
    const totpAnswer = { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret, journey.clock) };
    await expect(answerAs(journey, email, totp, totpAnswer)).resolves.toHaveProperty(
      'AuthenticationResult.AccessToken',
    );
  });

  test('has a preference, which is read back and changed', async () => {
    const shown = async () => {
      const { PreferredMfaSetting, UserMFASettingList } = await journey.cognito.send(
        new GetUserCommand({ AccessToken }),
      );
      const admin = await journey.cognito.send(
        new AdminGetUserCommand({ UserPoolId: journey.UserPoolId, Username: email }),
      );
      expect(admin).toMatchObject({ UserMFASettingList });
      expect(admin.PreferredMfaSetting).toBe(PreferredMfaSetting);
      return { PreferredMfaSetting, UserMFASettingList };
    };
    const UserMFASettingList = ['SMS_MFA', 'SOFTWARE_TOKEN_MFA'];
    expect(await shown()).toEqual({ UserMFASettingList });
    await prefer({ SMSMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await shown()).toEqual({ PreferredMfaSetting: 'SMS_MFA', UserMFASettingList });
    expect((await signIn(journey, email)).ChallengeName).toBe('SMS_MFA');
    await prefer({ SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await shown()).toEqual({ PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA', UserMFASettingList });
    expect((await signIn(journey, email)).ChallengeName).toBe('SOFTWARE_TOKEN_MFA');
  });

  test('cannot choose a factor that is not theirs', async () => {
    const select = await signIn(journey, email);
    await expect(answerAs(journey, email, select, { ANSWER: 'EMAIL_OTP' })).rejects.toEqual(
      refusal('MFAMethodNotFoundException', 'User does not have delivery config set for EMAIL_OTP'),
    );
    await expect(answerAs(journey, email, select, { ANSWER: 'SMS_MFA' })).resolves.toMatchObject({
      ChallengeName: 'SMS_MFA',
    });
  });
});
