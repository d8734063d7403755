import { emailMfaObstacle, type EmailMfaObstacle } from './email-mfa';
import type { Complaint, Findings } from './findings';
import type { MfaFactor, MfaSettings, PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

/** Mode, factors and their texts, without the combinations that the service refuses (SetUserPoolMfaConfig). */
export function readMfa(
  read: PoolReader,
  rest: Pick<PoolSettings, 'email' | 'accountRecovery'>,
  findings: Findings,
): MfaSettings {
  const mode = read.choice('MfaConfiguration');
  const factors = readFactors(read, mode);
  for (const complaint of complaintsAbout(mode, factors, read, rest))
    findings.stop(read.logicalId, 'MfaConfiguration', complaint);
  return {
    mode,
    factors,
    smsMessage: read.text('SmsAuthenticationMessage'),
    emailSubject: read.text('EmailAuthenticationSubject'),
    emailMessage: read.text('EmailAuthenticationMessage'),
  };
}

/**
 * The texts of e-mail MFA come with its factor (CloudFormation sends both in one block), and a pool with MFA that lists
 * no factor has the one that SmsConfiguration gives.
 */
function readFactors(read: PoolReader, mode: MfaSettings['mode']): readonly MfaFactor[] {
  const written = read.choices('EnabledMfas[]');
  const isEmail =
    read.at('EmailAuthenticationMessage') !== undefined || read.at('EmailAuthenticationSubject') !== undefined;
  const isSms = mode !== 'OFF' && read.at('EnabledMfas') === undefined && read.at('SmsConfiguration') !== undefined;
  return [
    ...new Set([...written, ...(isSms ? (['SMS_MFA'] as const) : []), ...(isEmail ? (['EMAIL_OTP'] as const) : [])]),
  ];
}

function complaintsAbout(
  mode: MfaSettings['mode'],
  factors: readonly MfaFactor[],
  read: PoolReader,
  rest: Parameters<typeof emailMfaObstacle>[0],
): readonly Complaint[] {
  if (mode === 'OFF') {
    if (factors.length === 0) return [];
    const nextStep =
      'Leave EnabledMfas and EmailAuthenticationMessage out, or write OPTIONAL: the service refuses both at once.';
    return [{ got: `OFF with ${factors.join(', ')}`, expected: 'no factor with OFF', nextStep }];
  }
  if (factors.length === 0) {
    const nextStep = 'Write EnabledMfas: [SOFTWARE_TOKEN_MFA].';
    return [{ got: `${mode} without a factor`, expected: 'a factor in EnabledMfas', nextStep, words: needsSms }];
  }
  if (factors.includes('SMS_MFA') && read.at('SmsConfiguration') === undefined) {
    const nextStep = 'Write SmsConfiguration, or leave SMS_MFA out: the service refuses one without the other.';
    return [{ got: 'SMS_MFA without SmsConfiguration', expected: 'a role that sends text messages', nextStep }];
  }
  const obstacle = factors.includes('EMAIL_OTP') ? emailMfaObstacle(rest) : undefined;
  return obstacle === undefined ? [] : [obstacles[obstacle]];
}

/** How CreateUserPool and UpdateUserPool, which know no other factor, refuse MFA without one (aws-cdk #11478). */
export const needsSms =
  'SMS configuration and Auto verification for phone_number are required when MFA is required/optional';

const obstacles: Readonly<Record<EmailMfaObstacle, Complaint>> = {
  sender: {
    got: 'EMAIL_OTP with EmailSendingAccount COGNITO_DEFAULT',
    expected: 'EmailSendingAccount DEVELOPER (Amazon SES)',
    nextStep: 'Send e-mail with SES, or leave EMAIL_OTP out: the service refuses it.',
  },
  recovery: {
    got: 'EMAIL_OTP with verified_email as the only way to recover an account',
    expected: 'admin_only, or verified_phone_number too',
    nextStep: 'Change AccountRecoverySetting, or leave EMAIL_OTP out: the service refuses it.',
  },
};
