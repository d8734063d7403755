import type { CorpusPair } from './pair';
import { pool, poolChange } from './pair';

const totp = { EnabledMfas: ['SOFTWARE_TOKEN_MFA'] };
const first = (...AllowedFirstAuthFactors: string[]) => ({ Policies: { SignInPolicy: { AllowedFirstAuthFactors } } });
const sms = { SmsConfiguration: { SnsCallerArn: 'arn:aws:iam::111122223333:role/sms' } };

/** Section 1.2, and what users notice of MFA. */
export const mfaPairs: readonly CorpusPair[] = [
  {
    title: 'MFA becomes required, with its factors written out',
    rows: ['1.2/on-needs-factors', '1.1/mfa-configuration', '3/mfa-on'],
    source: 'cloudformation-coverage-roadmap#1176',
    ...poolChange({ MfaConfiguration: 'OPTIONAL', ...totp }, { MfaConfiguration: 'ON', ...totp }),
    expected: [['Pool', 'MfaConfiguration', 'breaks-clients']],
  },
  {
    title: 'MFA becomes required without any factor',
    rows: ['1.2/on-needs-factors', '1.2/partial-apply', '1.1/mfa-configuration'],
    source: 'aws-cdk#21284',
    ...poolChange({ MfaConfiguration: 'OPTIONAL', ...sms }, { MfaConfiguration: 'ON', ...sms }),
    expected: [['Pool', 'MfaConfiguration', 'refused-at-deploy', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'MFA is not required any more',
    rows: ['1.1/mfa-configuration', '3/mfa-off'],
    source: 'AWS API reference SetUserPoolMfaConfig, MfaConfiguration',
    ...poolChange({ MfaConfiguration: 'ON', ...totp }, { MfaConfiguration: 'OPTIONAL', ...totp }),
    expected: [['Pool', 'MfaConfiguration', 'weakens']],
  },
  {
    title: 'MFA is switched off while a factor stays configured',
    rows: ['1.2/off-with-factor', '3/mfa-off'],
    source: 'go-to-k/cdkd, measured',
    ...poolChange({ MfaConfiguration: 'ON', ...totp }, { MfaConfiguration: 'OFF', ...totp }),
    expected: [['Pool', 'MfaConfiguration', 'refused-at-deploy', 'weakens', 'effect-uncertain']],
  },
  {
    title: 'MFA is switched off with its factors',
    rows: ['3/mfa-off', '5.2/security-down'],
    source: 'Amazon Cognito developer guide',
    ...poolChange({ MfaConfiguration: 'OPTIONAL', ...totp }, { MfaConfiguration: 'OFF' }),
    expected: [
      ['Pool', 'MfaConfiguration', 'weakens'],
      ['Pool', 'EnabledMfas', 'effect-uncertain'],
    ],
  },
  {
    title: 'MFA is required while codes are a first factor',
    rows: ['1.2/on-with-code-as-first-factor'],
    source: 'go-to-k/cdkd, measured',
    ...poolChange(
      { MfaConfiguration: 'OPTIONAL', ...totp, ...first('PASSWORD', 'EMAIL_OTP') },
      { MfaConfiguration: 'ON', ...totp, ...first('PASSWORD', 'EMAIL_OTP') },
    ),
    expected: [['Pool', 'MfaConfiguration', 'refused-at-deploy', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'passkeys are offered beside required MFA',
    rows: ['1.2/on-with-passkeys'],
    source: 'go-to-k/cdkd, measured',
    ...poolChange(
      { MfaConfiguration: 'ON', ...totp, ...first('PASSWORD') },
      { MfaConfiguration: 'ON', ...totp, ...first('PASSWORD', 'WEB_AUTHN') },
    ),
    expected: [['Pool', 'Policies.SignInPolicy.AllowedFirstAuthFactors', 'refused-at-deploy', 'effect-uncertain']],
  },
  {
    title: 'passkeys that verify the user are offered beside required MFA',
    rows: ['1.2/on-with-passkeys'],
    source: 'go-to-k/cdkd, measured',
    before: pool({
      MfaConfiguration: 'ON',
      ...totp,
      ...first('PASSWORD'),
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    }),
    after: pool({
      MfaConfiguration: 'ON',
      ...totp,
      ...first('PASSWORD', 'WEB_AUTHN'),
      WebAuthnFactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
    }),
    expected: [['Pool', 'Policies.SignInPolicy.AllowedFirstAuthFactors', 'neutral']],
  },
  {
    title: 'a new pool asks for MFA and has no factor',
    rows: ['1.2/no-factor'],
    source: 'aws-cdk#11478; cloudformation-coverage-roadmap#2221',
    before: {},
    after: pool({ MfaConfiguration: 'OPTIONAL' }),
    expected: [['Pool', '', 'refused-at-deploy']],
  },
  {
    title: 'SMS is added as a second factor',
    rows: ['1.1/enabled-mfas'],
    source: 'SetUserPoolMfaConfig',
    ...poolChange(
      { MfaConfiguration: 'OPTIONAL', ...totp, ...sms },
      { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'], ...sms },
    ),
    expected: [['Pool', 'EnabledMfas', 'irreversible']],
  },
  {
    title: 'SMS is removed while MFA stays on',
    rows: ['1.1/enabled-mfas', 'S4/sms-mfa-removed', '3/factor-removed'],
    source: 'amplify-backend#1481',
    ...poolChange(
      { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'SMS_MFA'], ...sms },
      { MfaConfiguration: 'ON', ...totp, ...sms },
    ),
    expected: [['Pool', 'EnabledMfas', 'refused-at-deploy', 'breaks-clients']],
  },
  {
    title: 'one of two factors is removed',
    rows: ['3/factor-removed'],
    source: 'SetUserPoolMfaConfig',
    ...poolChange(
      { MfaConfiguration: 'ON', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
      { MfaConfiguration: 'ON', EnabledMfas: ['EMAIL_OTP'] },
    ),
    expected: [['Pool', 'EnabledMfas', 'breaks-clients']],
  },
  {
    title: 'the list of factors leaves the template',
    rows: ['2.2/enabled-mfas-write-only', '2.1/mfa-config-call'],
    source: 'CloudFormation schema (writeOnlyProperties)',
    ...poolChange({ MfaConfiguration: 'OPTIONAL', ...totp, ...sms }, { MfaConfiguration: 'OPTIONAL', ...sms }),
    expected: [['Pool', 'EnabledMfas', 'breaks-clients', 'effect-uncertain']],
  },
  {
    title: 'a remembered device stands in for the second factor',
    rows: ['3/device-instead-of-factor'],
    source: 'DeviceConfigurationType',
    ...poolChange(
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: false } },
      { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } },
    ),
    expected: [['Pool', 'DeviceConfiguration.ChallengeRequiredOnNewDevice', 'weakens']],
  },
  {
    title: 'one more factor is offered',
    rows: ['1.1/enabled-mfas'],
    source: 'SetUserPoolMfaConfig',
    ...poolChange(
      { MfaConfiguration: 'OPTIONAL', ...totp },
      { MfaConfiguration: 'OPTIONAL', EnabledMfas: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] },
    ),
    expected: [['Pool', 'EnabledMfas', 'neutral']],
  },
];
