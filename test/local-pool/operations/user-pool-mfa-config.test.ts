import { buildPool } from '../pool-builder';
import { refusal, refusalOf } from '../refusal';

const token = { SoftwareTokenMfaConfiguration: { Enabled: true } };
const noToken = { SoftwareTokenMfaConfiguration: { Enabled: false } };
const role = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::1:role/sms-sender' } };
const sms = { SmsMfaConfiguration: { SmsAuthenticationMessage: 'It is {####}', ...role } };
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

const recoverable = { accountRecovery: ['admin_only'] } as const;

test('SetUserPoolMfaConfig takes every factor, and shows what it was given', async () => {
  const { callAsAdmin, pool } = buildPool({ settings: recoverable });
  const all = { MfaConfiguration: 'OPTIONAL', ...sms, ...email, ...token };
  expect(await callAsAdmin('SetUserPoolMfaConfig', all)).toEqual(all);
  expect(await callAsAdmin('GetUserPoolMfaConfig', {})).toEqual(all);
  expect(pool.mfa.factors).toEqual(['SMS_MFA', 'EMAIL_OTP', 'SOFTWARE_TOKEN_MFA']);

  // What was set once need not be repeated: the pool has its role.
  const onlySms = { MfaConfiguration: 'ON', SmsMfaConfiguration: {} };
  expect(await callAsAdmin('SetUserPoolMfaConfig', onlySms)).toEqual({
    MfaConfiguration: 'ON',
    SmsMfaConfiguration: role,
  });
});

test.each([
  [
    'SMS without a role that sends it',
    {},
    { SmsMfaConfiguration: {} },
    'InvalidParameterException',
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  ],
  [
    'e-mail on the Lite plan',
    { featurePlan: 'LITE' },
    email,
    'FeatureUnavailableInTierException',
    'The following features need to be disabled for the LITE pricing tier configured: Email MFA',
  ],
  [
    'e-mail from the sender of the service',
    { email: { sender: 'COGNITO_DEFAULT', from: 'no-reply@verificationemail.com' } },
    email,
    'InvalidParameterException',
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of ' +
      'COGNITO_DEFAULT. Update the value of EmailSendingAccount.',
  ],
  [
    'e-mail where it alone recovers accounts',
    { accountRecovery: ['verified_email'] },
    email,
    'InvalidParameterException',
    'Email MFA requires a way of account recovery other than email alone',
  ],
] as const)(
  'SetUserPoolMfaConfig refuses %s and leaves the pool as it was',
  async (_what, settings, block, type, message) => {
    const { callAsAdmin, pool } = buildPool({ settings: { ...recoverable, ...settings } });
    const body = { MfaConfiguration: 'OPTIONAL', ...block };
    expect(await refusalOf(callAsAdmin('SetUserPoolMfaConfig', body))).toEqual(refusal(type, message));
    expect(pool.mfa).toEqual({ mode: 'OFF', factors: [] });
  },
);

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
  ['passkeys', { MfaConfiguration: 'OFF', ...passkeys }, notSimulated('WEB_AUTHN')],
])('SetUserPoolMfaConfig refuses %s and leaves the pool as it was', async (_what, body, refused) => {
  const mfa = { mode: 'OPTIONAL', factors: ['SOFTWARE_TOKEN_MFA'] } as const;
  const { callAsAdmin, pool } = buildPool({ settings: { mfa } });

  expect(await refusalOf(callAsAdmin('SetUserPoolMfaConfig', body))).toEqual(refused);
  expect(pool.mfa).toEqual(mfa);
});
