import { AdminSetUserMFAPreferenceCommand } from '@aws-sdk/client-cognito-identity-provider';
import { totpCode } from '../local-pool/totp-code';
import { beginJourney, type Journey } from './journey';
import { createUser, signIn } from './people';
import { answerAs, givePhone, registerToken } from './second-factor';
import { smsStack } from './sms-template';

type Codes = Readonly<Partial<Record<string, () => string>>>;

/** The app: one sign-in for everybody, which knows two challenges and stops at any other. */
async function appSignIn(journey: Journey, email: string, codes: Codes): Promise<string> {
  const reply = await signIn(journey, email);
  switch (reply.ChallengeName) {
    case undefined:
      return reply.AuthenticationResult?.AccessToken ?? 'no token';
    case 'SOFTWARE_TOKEN_MFA':
    case 'SMS_MFA': {
      const code = codes[reply.ChallengeName]?.() ?? '';
      const answered = await answerAs(journey, email, reply, { [`${reply.ChallengeName}_CODE`]: code });
      return answered.AuthenticationResult?.AccessToken ?? 'no token';
    }
    default:
      throw new Error(`The app cannot handle ${reply.ChallengeName}.`);
  }
}

describe('J15: one app signs in users without MFA, with TOTP and with text messages', () => {
  const phone = '+4915112345678';
  const aToken = expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) as unknown;
  const plain = 'paula@example.com';
  const totp = 'tom@example.com';
  const texted = 'sue@example.com';
  const torn = 'toni@example.com';
  let journey: Journey;
  let secret: string;

  beforeAll(async () => {
    journey = await beginJourney(smsStack('OPTIONAL'));
    for (const email of [plain, totp, texted, torn]) await createUser(journey, email);
    for (const email of [texted, torn]) await givePhone(journey, email, phone);
    secret = await register(totp);
    await register(torn);
    const on = { Enabled: true };
    await enable(totp, { SoftwareTokenMfaSettings: on });
    await enable(texted, { SMSMfaSettings: on });
    await enable(torn, { SoftwareTokenMfaSettings: on, SMSMfaSettings: on });
  });
  afterAll(() => journey.close());

  async function register(email: string): Promise<string> {
    return registerToken(journey, (await signIn(journey, email)).AuthenticationResult?.AccessToken);
  }

  function enable(Username: string, factors: object): Promise<unknown> {
    const { cognito, UserPoolId } = journey;
    return cognito.send(new AdminSetUserMFAPreferenceCommand({ UserPoolId, Username, ...factors }));
  }

  test('a user without a factor is in at once', async () => {
    expect(await appSignIn(journey, plain, {})).toEqual(aToken);
  });

  test('a user with an authenticator gives its code', async () => {
    const codes = { SOFTWARE_TOKEN_MFA: () => totpCode(secret, journey.clock) };
    expect(await appSignIn(journey, totp, codes)).toEqual(aToken);
  });

  test('a user with a phone number gives the code of the message', async () => {
    const codes = { SMS_MFA: () => journey.message(phone, 'Authentication').code };
    expect(await appSignIn(journey, texted, codes)).toEqual(aToken);
  });

  test('a challenge that the app does not know is refused by its name', async () => {
    await expect(appSignIn(journey, torn, {})).rejects.toThrow('The app cannot handle SELECT_MFA_TYPE.');
  });
});
