import type { RawObject } from '../../../lib/template/value';
import { pool, poolSettings, problemsOf } from './pool-template';

const sms = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::1:role/sms' } };
const ses = {
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:eu-west-1:1:identity/example.com',
    From: 'people@example.com',
  },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
};

test.each<[RawObject, { mode: string; factors: string[] }]>([
  [{ MfaConfiguration: 'OFF' }, { mode: 'OFF', factors: [] }],
  [
    { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
  ],
  [
    { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] },
  ],
  [
    { MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'], ...sms, ...ses },
    { mode: 'ON', factors: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
  ],
  [
    { MfaConfiguration: 'OPTIONAL', ...sms },
    { mode: 'OPTIONAL', factors: ['SMS_MFA'] },
  ],
  [
    { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA'], ...sms },
    { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
  ],
  [
    { MfaConfiguration: 'OFF', ...sms },
    { mode: 'OFF', factors: [] },
  ],
])('%j is %j', (properties, mfa) => {
  expect(poolSettings(properties).mfa).toMatchObject(mfa);
});

test('the texts of codes are those of the template, and a text for e-mail switches its factor on', () => {
  const texts = {
    SmsAuthenticationMessage: 'sms {####}',
    EmailAuthenticationMessage: 'mail {####}',
    EmailAuthenticationSubject: 'code',
  };
  const properties = { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'], ...texts, ...sms, ...ses };
  expect(poolSettings(properties).mfa).toEqual({
    mode: 'ON',
    factors: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'],
    smsMessage: 'sms {####}',
    emailMessage: 'mail {####}',
    emailSubject: 'code',
  });
});

const emailOtp = { MfaConfiguration: 'ON', EnabledMfas: ['EMAIL_OTP'] };
test.each<[string, RawObject, RegExp, RegExp]>([
  ['a mode that does not exist', { MfaConfiguration: 'FOO' }, /"FOO"/, /OFF, OPTIONAL, ON/],
  [
    'OFF with a factor',
    { MfaConfiguration: 'OFF', EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
    /OFF with/,
    /Leave EnabledMfas/,
  ],
  ['OFF with a text for e-mail MFA', { EmailAuthenticationMessage: '{####}' }, /OFF with EMAIL_OTP/, /EmailAuth/],
  ['OPTIONAL without a factor', { MfaConfiguration: 'OPTIONAL' }, /without a factor/, /SOFTWARE_TOKEN_MFA/],
  ['ON without a factor', { MfaConfiguration: 'ON', EnabledMfas: [] }, /without a factor/, /SOFTWARE_TOKEN_MFA/],
  [
    'SMS without a role that sends',
    { MfaConfiguration: 'ON', EnabledMfas: ['SMS_MFA'] },
    /without SmsConfiguration/,
    /Write SmsConfiguration/,
  ],
  [
    'e-mail with the sender of the service',
    { ...emailOtp, AccountRecoverySetting: ses.AccountRecoverySetting },
    /COGNITO_DEFAULT/,
    /SES/,
  ],
  [
    'e-mail as the only way to recover an account',
    {
      ...emailOtp,
      EmailConfiguration: ses.EmailConfiguration,
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    },
    /only way to recover/,
    /AccountRecoverySetting/,
  ],
])('%s stops the start', (_, properties, got, nextStep) => {
  const [problem, ...others] = problemsOf({ Pool: pool(properties) });
  expect(others).toEqual([]);
  expect(problem?.path).toBe('MfaConfiguration');
  expect(problem?.got).toMatch(got);
  expect(problem?.nextStep).toMatch(nextStep);
});

test('a factor that does not exist stops the start', () => {
  const problems = problemsOf({
    Pool: pool({ MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN'] }),
  });
  expect(problems).toEqual([expect.objectContaining({ path: 'EnabledMfas[1]', got: '"WEB_AUTHN"' })]);
});
