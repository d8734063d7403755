import type { Findings } from './findings';
import type { PasswordPolicy } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

/** What the service takes without a PasswordPolicy (developer guide, "Password policies"; read back on bare pools). */
const defaultPasswordPolicy: PasswordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
  temporaryPasswordValidityDays: 7,
  passwordHistorySize: 0,
};

const minimumLength = 'Policies.PasswordPolicy.MinimumLength';
const temporaryDays = 'Policies.PasswordPolicy.TemporaryPasswordValidityDays';
const unusedDays = 'AdminCreateUserConfig.UnusedAccountValidityDays';

/** A PasswordPolicy is taken whole: what it leaves out is not the default but off. */
export function readPasswordPolicy(
  read: PropertyReader<typeof userPoolProperties>,
  findings: Findings,
): PasswordPolicy {
  // 0 means that nothing was said (SDK model, PasswordPolicyType).
  const temporaryPasswordValidityDays =
    read.integer(temporaryDays) || read.integer(unusedDays) || defaultPasswordPolicy.temporaryPasswordValidityDays;
  if (read.at(temporaryDays) !== undefined && read.at(unusedDays) !== undefined) {
    findings.stop(read.logicalId, unusedDays, {
      got: 'a value beside TemporaryPasswordValidityDays',
      expected: 'one of the two',
      nextStep: 'Leave UnusedAccountValidityDays out: the service refuses both at once.',
      words: 'Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays',
    });
  }
  if (read.at('Policies.PasswordPolicy') === undefined) {
    return { ...defaultPasswordPolicy, temporaryPasswordValidityDays };
  }
  if (read.at(minimumLength) === undefined) {
    findings.stop(read.logicalId, minimumLength, {
      got: 'nothing, in a PasswordPolicy',
      expected: 'a whole number from 6 to 99',
      nextStep: 'Write MinimumLength: a policy is taken whole, and the service refuses to update one without it.',
      // A length that is left out counts as 0 (cdk-real-drift #1701).
      words:
        "1 validation error detected: Value '0' at 'policies.passwordPolicy.minimumLength' failed to satisfy " +
        'constraint: Member must have value greater than or equal to 6',
    });
  }
  return {
    minimumLength: read.integer(minimumLength) ?? defaultPasswordPolicy.minimumLength,
    requireLowercase: read.boolean('Policies.PasswordPolicy.RequireLowercase'),
    requireUppercase: read.boolean('Policies.PasswordPolicy.RequireUppercase'),
    requireNumbers: read.boolean('Policies.PasswordPolicy.RequireNumbers'),
    requireSymbols: read.boolean('Policies.PasswordPolicy.RequireSymbols'),
    temporaryPasswordValidityDays,
    passwordHistorySize: read.integer('Policies.PasswordPolicy.PasswordHistorySize'),
  };
}
