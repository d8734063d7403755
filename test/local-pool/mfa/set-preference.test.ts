import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { enrolTotp, signIn } from '../sign-in-steps';

const name = 'anna@example.com';

async function withAnna(mode: 'OFF' | 'OPTIONAL' | 'ON' = 'OPTIONAL'): Promise<BuiltPool> {
  const built = buildPool({ settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } });
  await built.addConfirmedUser(name);
  await enrolTotp(built, name);
  built.pool.settings = {
    ...built.pool.settings,
    mfa: { mode, factors: mode === 'OFF' ? [] : ['SOFTWARE_TOKEN_MFA'] },
  };
  return built;
}

const prefer = ({ callAsAdmin }: BuiltPool, preference: object) =>
  callAsAdmin('AdminSetUserMFAPreference', { Username: name, ...preference });
const shown = async ({ callAsAdmin }: BuiltPool) => {
  const { PreferredMfaSetting, UserMFASettingList } = await callAsAdmin('AdminGetUser', { Username: name });
  return { PreferredMfaSetting, UserMFASettingList };
};

describe('AdminSetUserMFAPreference', () => {
  test.each([
    ['on and preferred', { Enabled: true, PreferredMfa: true }, ['SOFTWARE_TOKEN_MFA'], 'SOFTWARE_TOKEN_MFA'],
    ['on', { Enabled: true, PreferredMfa: false }, ['SOFTWARE_TOKEN_MFA'], undefined],
    ['off', { Enabled: false, PreferredMfa: false }, undefined, undefined],
  ])('switches TOTP %s', async (_how, SoftwareTokenMfaSettings, UserMFASettingList, PreferredMfaSetting) => {
    const built = await withAnna();
    await prefer(built, { SoftwareTokenMfaSettings });
    expect(await shown(built)).toEqual({ UserMFASettingList, PreferredMfaSetting });
    const { ChallengeName } = await signIn(built, name);
    expect(ChallengeName).toBe(UserMFASettingList === undefined ? undefined : 'SOFTWARE_TOKEN_MFA');
  });

  test('leaves a factor as it is whose block is left out', async () => {
    const built = await withAnna();
    const before = await shown(built);
    await prefer(built, {});
    await prefer(built, { SMSMfaSettings: { Enabled: false } });
    expect(await shown(built)).toEqual(before);
  });

  test('works in a pool whose MFA is off, where it changes no sign-in', async () => {
    const built = await withAnna('OFF');
    await prefer(built, { SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true } });
    expect(await signIn(built, name)).toHaveProperty('AuthenticationResult');
  });

  test.each([
    [
      'preferred but off',
      'OPTIONAL',
      { Enabled: false, PreferredMfa: true },
      'SOFTWARE_TOKEN_MFA cannot be preferred without being enabled',
    ],
    [
      'off where the pool requires it',
      'ON',
      { Enabled: false },
      'MFA cannot be turned off for a user of a pool that requires it',
    ],
  ] as const)('refuses TOTP %s', async (_how, mode, SoftwareTokenMfaSettings, message) => {
    const built = await withAnna(mode);
    const before = await shown(built);
    expect(await refusalOf(prefer(built, { SoftwareTokenMfaSettings }))).toEqual(
      refusal('InvalidParameterException', message),
    );
    expect(await shown(built)).toEqual(before);
  });

  test('refuses TOTP for a user who never verified an authenticator', async () => {
    const built = buildPool({ settings: { mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } } });
    await built.addConfirmedUser(name);
    await built.call('AssociateSoftwareToken', { AccessToken: await built.accessToken(name, password) });
    expect(await refusalOf(prefer(built, { SoftwareTokenMfaSettings: { Enabled: true } }))).toEqual(
      refusal('InvalidParameterException', 'User does not have delivery config set to turn on SOFTWARE_TOKEN_MFA'),
    );
  });

  test.each([
    ['SMSMfaSettings', 'SMS_MFA'],
    ['EmailMfaSettings', 'EMAIL_OTP'],
  ])('refuses %s to a user without the contact, and changes nothing', async (block, factor) => {
    const built = buildPool({ settings: { signInWith: 'username' } });
    await built.callAsAdmin('AdminCreateUser', { Username: name, MessageAction: 'SUPPRESS' });
    expect(await refusalOf(prefer(built, { [block]: { Enabled: true } }))).toEqual(
      refusal('InvalidParameterException', `User does not have delivery config set to turn on ${factor}`),
    );
    expect(await shown(built)).toEqual({});
  });

  test('has one preferred factor at most: the new one takes the place of the old', async () => {
    const built = await withAnna();
    const preferred = { Enabled: true, PreferredMfa: true };
    expect(
      await refusalOf(prefer(built, { EmailMfaSettings: preferred, SoftwareTokenMfaSettings: preferred })),
    ).toEqual(refusal('InvalidParameterException', 'Only one MFA method can be preferred'));
    await prefer(built, { EmailMfaSettings: preferred });
    expect(await shown(built)).toEqual({
      PreferredMfaSetting: 'EMAIL_OTP',
      UserMFASettingList: ['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'],
    });
    await prefer(built, { EmailMfaSettings: { Enabled: false } });
    expect(await shown(built)).toEqual({ UserMFASettingList: ['SOFTWARE_TOKEN_MFA'] });
  });

  test('refuses passkeys by the name of the factor, and changes nothing', async () => {
    const built = await withAnna();
    const before = await shown(built);
    const off = { SoftwareTokenMfaSettings: { Enabled: false } };
    expect(await refusalOf(prefer(built, { ...off, WebAuthnMfaSettings: { Enabled: true } }))).toMatchObject({
      type: 'NotSimulatedException',
      message: expect.stringMatching(/^The second factor WEB_AUTHN is not simulated/),
    });
    expect(await shown(built)).toEqual(before);
  });
});
