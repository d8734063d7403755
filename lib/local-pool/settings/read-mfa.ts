import type { Findings } from './findings';
import type { MfaSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

/** Mode and factors, with the combinations that the service refuses (SetUserPoolMfaConfig) or that differ here. */
export function readMfa(read: PropertyReader<typeof userPoolProperties>, findings: Findings): MfaSettings {
  const mode = read.choice('MfaConfiguration');
  const written = read.choices('EnabledMfas[]');
  const factors = written.filter((factor) => factor === 'SOFTWARE_TOKEN_MFA');
  const others = otherFactors(read, mode);

  const refuse = (got: string, expected: string, nextStep: string): void =>
    findings.stop(read.logicalId, 'MfaConfiguration', { got, expected, nextStep });
  switch (mode) {
    case 'OFF':
      if (factors.length + others.length > 0) {
        refuse(
          `OFF with ${[...factors, ...others].join(', ')}`,
          'no factor with OFF',
          'Leave EnabledMfas and EmailAuthenticationMessage out, or write OPTIONAL: the service refuses both at once.',
        );
      }
      break;
    case 'OPTIONAL':
    case 'ON':
      if (factors.length + others.length === 0) {
        refuse(`${mode} without a factor`, 'a factor in EnabledMfas', 'Write EnabledMfas: [SOFTWARE_TOKEN_MFA].');
      }
      break;
  }
  if (mode === 'ON' && others.length > 0) {
    refuse(
      `ON with ${others.join(', ')}, which is not simulated: users would be asked for another factor than on the service`,
      'SOFTWARE_TOKEN_MFA alone with ON',
      'Use OPTIONAL, or SOFTWARE_TOKEN_MFA alone, in the environment that is run locally.',
    );
  }
  return { mode, factors: [...new Set(factors)] };
}

/**
 * The factors that are not simulated. The texts of e-mail MFA come with its factor (CloudFormation sends both in one
 * block), and a pool with MFA that lists no factor has the one that SmsConfiguration gives.
 */
function otherFactors(read: PropertyReader<typeof userPoolProperties>, mode: MfaSettings['mode']): readonly string[] {
  const written = read.choices('EnabledMfas[]');
  const isEmail =
    written.includes('EMAIL_OTP') ||
    read.at('EmailAuthenticationMessage') !== undefined ||
    read.at('EmailAuthenticationSubject') !== undefined;
  const isSms =
    written.includes('SMS_MFA') ||
    (mode !== 'OFF' && read.at('EnabledMfas') === undefined && read.at('SmsConfiguration') !== undefined);
  return [...(isSms ? ['SMS_MFA'] : []), ...(isEmail ? ['EMAIL_OTP'] : [])];
}
