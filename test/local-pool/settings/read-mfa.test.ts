import type { RawObject } from '../../../lib/template/value';
import { pool, poolSettings, problemsOf, settingsOf } from './pool-template';

const sms = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::1:role/sms' } };

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
    { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SMS_MFA', 'SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] },
  ],
  [
    { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SMS_MFA'] },
    { mode: 'OPTIONAL', factors: [] },
  ],
  [
    { MfaConfiguration: 'OPTIONAL', ...sms },
    { mode: 'OPTIONAL', factors: [] },
  ],
  [
    { MfaConfiguration: 'OFF', ...sms },
    { mode: 'OFF', factors: [] },
  ],
])('%j is %j', (properties, mfa) => {
  expect(poolSettings(properties).mfa).toEqual(mfa);
});

test('with MFA optional, factors that are not simulated are named', () => {
  const { notSimulated } = settingsOf({
    Pool: pool({
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SMS_MFA', 'EMAIL_OTP'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    }),
  });
  expect(notSimulated.map(({ feature }) => feature)).toEqual(['sms', 'emailMfa']);
});

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
    'ON with SMS beside the software token',
    { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'] },
    /ON with SMS_MFA, which is not simulated/,
    /Use OPTIONAL/,
  ],
  ['ON with the SMS of SmsConfiguration', { MfaConfiguration: 'ON', ...sms }, /ON with SMS_MFA/, /Use OPTIONAL/],
  [
    'ON with a text for e-mail MFA',
    { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA'], EmailAuthenticationSubject: 'code' },
    /ON with EMAIL_OTP/,
    /Use OPTIONAL/,
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
