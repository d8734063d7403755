import { buildPool, password, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';
import { answer, enrolTotp, signIn } from '../sign-in-steps';
import { totpCode } from '../totp-code';

const name = 'anna@example.com';
const phone = '+4915112345678';
const smsOption = { AttributeName: 'phone_number', DeliveryMedium: 'SMS' };

type Mode = 'OFF' | 'OPTIONAL' | 'ON';

/** Anna has an address, a phone number and a password. */
async function withAnna(mode: Mode = 'OPTIONAL'): Promise<BuiltPool> {
  const mfa = { mode, factors: mode === 'OFF' ? [] : (['SMS_MFA', 'SOFTWARE_TOKEN_MFA'] as const) };
  const built = buildPool({ settings: { mfa: { ...mfa, mode: mode === 'ON' ? 'OPTIONAL' : mode } } });
  await built.addConfirmedUser(name);
  await built.callAsAdmin('AdminUpdateUserAttributes', {
    Username: name,
    UserAttributes: [{ Name: 'phone_number', Value: phone }],
  });
  built.pool.settings = { ...built.pool.settings, mfa };
  return built;
}

/** An operation of the signed-in user beside its admin form. */
const forms: readonly (readonly [string, (built: BuiltPool, body?: object) => Promise<object>, string])[] = [
  ['GetUserAuthFactors', asUser('GetUserAuthFactors'), 'of the signed-in user'],
  ['AdminGetUserAuthFactors', asAdmin('AdminGetUserAuthFactors'), 'of any user'],
];
const settingForms = [
  ['SetUserSettings', asUser('SetUserSettings')],
  ['AdminSetUserSettings', asAdmin('AdminSetUserSettings')],
] as const;

function asAdmin(operation: string) {
  return ({ callAsAdmin }: BuiltPool, body: object = {}) => callAsAdmin(operation, { Username: name, ...body });
}

/** With the token of a sign-in for which nothing more was asked. */
function asUser(operation: string) {
  return async (built: BuiltPool, body: object = {}) => {
    const { settings } = built.pool;
    built.pool.settings = { ...settings, mfa: { mode: 'OFF', factors: [] } };
    const AccessToken = await built.accessToken(name, password);
    built.pool.settings = settings;
    return built.call(operation, { AccessToken, ...body });
  };
}

describe.each(forms)('%s', (_operation, factorsOf) => {
  test('names what the user could sign in with, whatever the pool lets come first', async () => {
    const built = await withAnna('OFF');
    const { username } = built.pool.requireUser(name);
    expect(await factorsOf(built)).toEqual({
      Username: username,
      ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    });
  });

  test('tells a registered authenticator from one that is switched on', async () => {
    const built = await withAnna();
    await enrolTotp(built, name);
    const configured = ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'SOFTWARE_TOKEN'];
    expect(await factorsOf(built)).toMatchObject({
      ConfiguredUserAuthFactors: configured,
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    });
    const SoftwareTokenMfaSettings = { Enabled: false };
    await built.callAsAdmin('AdminSetUserMFAPreference', { Username: name, SoftwareTokenMfaSettings });
    const { username } = built.pool.requireUser(name);
    expect(await factorsOf(built)).toEqual({ Username: username, ConfiguredUserAuthFactors: configured });
  });
});

test('AdminGetUserAuthFactors names no password of a user who has none', async () => {
  const built = buildPool({ settings: { firstFactors: ['PASSWORD', 'EMAIL_OTP'] } });
  const UserAttributes = [{ Name: 'email', Value: name }];
  await built.callAsAdmin('AdminCreateUser', { Username: name, UserAttributes });
  expect(await asAdmin('AdminGetUserAuthFactors')(built)).toMatchObject({ ConfiguredUserAuthFactors: ['EMAIL_OTP'] });
});

describe.each(settingForms)('%s', (_operation, set) => {
  const shown = async (built: BuiltPool) => {
    const { MFAOptions, UserMFASettingList } = (await asAdmin('AdminGetUser')(built)) as Record<string, unknown>;
    return { MFAOptions, UserMFASettingList };
  };

  test('switches SMS_MFA on, which is told as MFAOptions, and off', async () => {
    const built = await withAnna();
    expect(await set(built, { MFAOptions: [smsOption] })).toEqual({});
    expect(await shown(built)).toEqual({ MFAOptions: [smsOption], UserMFASettingList: undefined });
    expect(await built.callAsAdmin('ListUsers', {})).toMatchObject({ Users: [{ MFAOptions: [smsOption] }] });
    const challenge = await signIn(built, name);
    expect(challenge.ChallengeName).toBe('SMS_MFA');
    const code = { USERNAME: name, SMS_MFA_CODE: built.inbox.latest(phone, 'Authentication')?.code ?? '' };
    const { AuthenticationResult } = await answer(built, challenge, code);
    const { AccessToken } = AuthenticationResult ?? {};
    expect(await built.call('GetUser', { AccessToken })).toMatchObject({ MFAOptions: [smsOption] });

    await set(built, { MFAOptions: [] });
    expect(await shown(built)).toEqual({ MFAOptions: undefined, UserMFASettingList: undefined });
    expect(await signIn(built, name)).toHaveProperty('AuthenticationResult');
  });

  test('gives way to SetUserMFAPreference, on and off', async () => {
    const built = await withAnna();
    const prefer = (Enabled: boolean) =>
      built.callAsAdmin('AdminSetUserMFAPreference', { Username: name, SMSMfaSettings: { Enabled } });
    await set(built, { MFAOptions: [smsOption] });
    await prefer(true);
    expect(await shown(built)).toEqual({ MFAOptions: undefined, UserMFASettingList: ['SMS_MFA'] });
    await set(built, { MFAOptions: [smsOption] });
    await prefer(false);
    expect(await signIn(built, name)).toHaveProperty('AuthenticationResult');
  });

  test.each([
    ['e-mail', { ...smsOption, DeliveryMedium: 'EMAIL' }],
    ['another attribute', { ...smsOption, AttributeName: 'email' }],
    ['half an option', { DeliveryMedium: 'SMS' }],
  ])('takes no %s', async (_what, option) => {
    const built = await withAnna();
    expect(await refusalOf(set(built, { MFAOptions: [option] }))).toEqual(
      refusal('InvalidParameterException', 'MFAOptions can only hold phone_number with the delivery medium SMS.'),
    );
    expect(await signIn(built, name)).toHaveProperty('AuthenticationResult');
  });

  test('needs a phone number, and leaves a factor on that the pool requires', async () => {
    const built = await withAnna('ON');
    await set(built, { MFAOptions: [smsOption] });
    expect(await refusalOf(set(built, { MFAOptions: [] }))).toEqual(
      refusal('InvalidParameterException', 'MFA cannot be turned off for a user of a pool that requires it'),
    );
    const other = await withAnna();
    await other.callAsAdmin('AdminDeleteUserAttributes', { Username: name, UserAttributeNames: ['phone_number'] });
    expect(await refusalOf(set(other, { MFAOptions: [smsOption] }))).toEqual(
      refusal('InvalidParameterException', 'User does not have delivery config set to turn on SMS_MFA'),
    );
  });
});

describe('AdminDeleteSoftwareToken', () => {
  const remove = asAdmin('AdminDeleteSoftwareToken');

  test('ends TOTP as a factor, and leaves the others as they are', async () => {
    const built = await withAnna();
    await enrolTotp(built, name);
    await built.callAsAdmin('AdminSetUserMFAPreference', { Username: name, SMSMfaSettings: { Enabled: true } });
    expect(await remove(built)).toEqual({});
    expect(await asAdmin('AdminGetUserAuthFactors')(built)).toMatchObject({
      ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
      UserMFASettingList: ['SMS_MFA'],
    });
    expect((await signIn(built, name)).ChallengeName).toBe('SMS_MFA');
  });

  test('lets the user register another one where the pool requires it; the code of the old one is worth nothing', async () => {
    const built = await withAnna('ON');
    await built.callAsAdmin('AdminDeleteUserAttributes', { Username: name, UserAttributeNames: ['phone_number'] });
    built.pool.settings = { ...built.pool.settings, mfa: { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } };
    const old = await enrolTotp(built, name);
    built.pool.settings = { ...built.pool.settings, mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } };
    const pending = await signIn(built, name);
    await remove(built);
    expect(
      await refusalOf(answer(built, pending, { USERNAME: name, SOFTWARE_TOKEN_MFA_CODE: totpCode(old, built.clock) })),
    ).toEqual(refusal('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.'));
    const { ChallengeName, Session } = await signIn(built, name);
    expect(ChallengeName).toBe('MFA_SETUP');
    expect(await built.call('AssociateSoftwareToken', { Session })).toHaveProperty('SecretCode');
  });

  test('withdraws a secret that no code has proved', async () => {
    const built = await withAnna();
    const AccessToken = await built.accessToken(name, password);
    const { SecretCode } = await built.call('AssociateSoftwareToken', { AccessToken });
    await remove(built);
    const UserCode = totpCode(String(SecretCode), built.clock);
    expect(await refusalOf(built.call('VerifySoftwareToken', { AccessToken, UserCode }))).toMatchObject({
      type: 'SoftwareTokenMFANotFoundException',
    });
  });

  test('is refused for who is not confirmed, and for who is not there', async () => {
    const built = buildPool();
    await built.callAs('app', 'SignUp', { Username: name, Password: password });
    expect(await refusalOf(remove(built))).toEqual(refusal('UserNotConfirmedException', 'User is not confirmed.'));
    expect(await refusalOf(remove(built, { Username: 'nobody' }))).toEqual(
      refusal('UserNotFoundException', 'User does not exist.'),
    );
  });
});
