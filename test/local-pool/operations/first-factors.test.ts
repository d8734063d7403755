import { buildPool, type BuiltPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const created = async ({ call }: BuiltPool, body: object): Promise<string> => {
  const { UserPool } = await call('CreateUserPool', { PoolName: 'people', ...body });
  return (UserPool as { readonly Id: string }).Id;
};
const allowed = (...AllowedFirstAuthFactors: readonly string[]) => ({
  Policies: { SignInPolicy: { AllowedFirstAuthFactors } },
});
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms-sender' };
const required = { MfaConfiguration: 'ON', SoftwareTokenMfaConfiguration: { Enabled: true } };

const besideMfa = refusal(
  'InvalidParameterException',
  'Only PASSWORD and WEB_AUTHN (if configured) can be enabled as an auth factor if MFA is enabled',
);

describe('a code as the only factor does not go with required MFA', () => {
  test.each(['EMAIL_OTP', 'SMS_OTP'])('SetUserPoolMfaConfig refuses ON beside %s', async (factor) => {
    const built = buildPool();
    const UserPoolId = await created(built, { SmsConfiguration, ...allowed('PASSWORD', factor) });
    expect(await refusalOf(built.call('SetUserPoolMfaConfig', { UserPoolId, ...required }))).toEqual(besideMfa);
    expect(await built.call('GetUserPoolMfaConfig', { UserPoolId })).toEqual({ MfaConfiguration: 'OFF' });
    await built.call('SetUserPoolMfaConfig', { UserPoolId, ...required, MfaConfiguration: 'OPTIONAL' });
  });

  test('CreateUserPool refuses both at once', async () => {
    const body = { MfaConfiguration: 'ON', SmsConfiguration, ...allowed('PASSWORD', 'EMAIL_OTP') };
    expect(await refusalOf(created(buildPool(), body))).toEqual(besideMfa);
  });

  test('UpdateUserPool refuses the factor where MFA is required', async () => {
    const built = buildPool();
    const UserPoolId = await created(built, {});
    await built.call('SetUserPoolMfaConfig', { UserPoolId, ...required });
    const update = built.call('UpdateUserPool', { UserPoolId, ...allowed('PASSWORD', 'EMAIL_OTP') });
    expect(await refusalOf(update)).toEqual(besideMfa);
  });
});

describe('a passkey is one factor until it is said to be two', () => {
  test('SetUserPoolMfaConfig refuses ON beside it', async () => {
    const built = buildPool();
    const UserPoolId = await created(built, allowed('PASSWORD', 'WEB_AUTHN'));
    expect(await refusalOf(built.call('SetUserPoolMfaConfig', { UserPoolId, ...required }))).toEqual(
      refusal(
        'InvalidParameterException',
        'Cannot set WebAuthn factor configuration to SINGLE_FACTOR if MFA is required and WebAuthn is an allowed ' +
          'first auth factor',
      ),
    );
  });

  test('UpdateUserPool refuses it where MFA is required', async () => {
    const built = buildPool();
    const UserPoolId = await created(built, {});
    await built.call('SetUserPoolMfaConfig', { UserPoolId, ...required });
    const update = built.call('UpdateUserPool', { UserPoolId, ...allowed('PASSWORD', 'WEB_AUTHN') });
    expect((await refusalOf(update)).message).toBe(
      'WEB_AUTHN cannot be used as an auth factor when MFA is enabled if not configured for MFA.',
    );
  });
});

test.each<[string, object, string]>([
  [
    'without the password',
    allowed('EMAIL_OTP'),
    'Password should be configured as one of the allowed first auth factors.',
  ],
  [
    'with text messages that nobody sends',
    allowed('PASSWORD', 'SMS_OTP'),
    'SMS_OTP can not be configured as AuthFactor as user pool is missing valid SMS configuration',
  ],
])('first factors %s are refused', async (_, body, message) => {
  const built = buildPool();
  const refused = refusal('InvalidParameterException', message);
  expect(await refusalOf(created(built, body))).toEqual(refused);
  const UserPoolId = await created(built, {});
  expect(await refusalOf(built.call('UpdateUserPool', { UserPoolId, ...body }))).toEqual(refused);
});
