import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const token = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const noToken = { SoftwareTokenMfaConfiguration: { Enabled: false } };
const sms = { SmsMfaConfiguration: { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::1:role/sms-sender' } } };
const email = { EmailMfaConfiguration: { Subject: 'Code', Message: 'It is {####}' } };
const passkeys = { WebAuthnConfiguration: { UserVerification: 'preferred' } };

const together = refusal(
  'InvalidParameterException',
  "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
);
const none = refusal(
  'InvalidParameterException',
  "Invalid MFA configuration given, can't disable all MFAs with a required or optional configuration.",
);
const notSimulated = (what: string) =>
  refusal(
    'NotSimulatedException',
    `${what} is not simulated by the local user pool. docs/local-pool.md lists what is; a deployed pool has it.`,
  );

test('GetUserPoolMfaConfig shows the mode, and only the factors that are on', async () => {
  expect(await buildPool().callAsAdmin('GetUserPoolMfaConfig', {})).toEqual({ MfaConfiguration: 'OFF' });
  const { callAsAdmin } = buildPool({ settings: { mfa: { mode: 'ON', factors: ['SOFTWARE_TOKEN_MFA'] } } });
  expect(await callAsAdmin('GetUserPoolMfaConfig', {})).toEqual({ MfaConfiguration: 'ON', ...token });
});

test('SetUserPoolMfaConfig replaces what was there, for sign-ins and for all that describes the pool', async () => {
  const { callAsAdmin } = buildPool();
  const shown = async () => [
    await callAsAdmin('GetUserPoolMfaConfig', {}),
    ((await callAsAdmin('DescribeUserPool', {}))['UserPool'] as { MfaConfiguration: string }).MfaConfiguration,
  ];

  const optional = { MfaConfiguration: 'OPTIONAL', ...token };
  expect(await callAsAdmin('SetUserPoolMfaConfig', optional)).toEqual(optional);
  expect(await shown()).toEqual([optional, 'OPTIONAL']);

  expect(await callAsAdmin('SetUserPoolMfaConfig', {})).toEqual({ MfaConfiguration: 'OFF' });
  expect(await shown()).toEqual([{ MfaConfiguration: 'OFF' }, 'OFF']);
});

test('switching MFA to ON makes the next sign-in enrol', async () => {
  const { accessToken, addConfirmedUser, callAsAdmin } = buildPool();
  await addConfirmedUser('anna@example.com');
  await callAsAdmin('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', ...token });

  await expect(accessToken('anna@example.com', 'Correct-Horse-9')).rejects.toThrow('MFA_SETUP');
});

test.each([
  ['OFF with software tokens', { MfaConfiguration: 'OFF', ...token }, together],
  ['OFF with software tokens switched off', { MfaConfiguration: 'OFF', ...noToken }, together],
  ['OFF with SMS', { MfaConfiguration: 'OFF', ...sms }, together],
  ['OFF with e-mail', { MfaConfiguration: 'OFF', ...email }, together],
  ['OPTIONAL without a factor', { MfaConfiguration: 'OPTIONAL' }, none],
  ['ON without a factor', { MfaConfiguration: 'ON', ...noToken }, none],
  ['no mode, which means OFF, with software tokens', token, together],
  ['SMS', { MfaConfiguration: 'ON', ...sms, ...token }, notSimulated('SMS')],
  ['e-mail', { MfaConfiguration: 'OPTIONAL', ...email }, notSimulated('EMAIL_OTP')],
  ['passkeys', { MfaConfiguration: 'OFF', ...passkeys }, notSimulated('WEB_AUTHN')],
])('SetUserPoolMfaConfig refuses %s and leaves the pool as it was', async (_what, body, refused) => {
  const mfa = { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
  const { callAsAdmin, pool } = buildPool({ settings: { mfa } });

  expect(await refusalOf(callAsAdmin('SetUserPoolMfaConfig', body))).toEqual(refused);
  expect(pool.mfa).toEqual(mfa);
});
