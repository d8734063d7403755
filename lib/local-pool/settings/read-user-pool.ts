import { isObject } from '../../template/value';
import type { Findings } from './findings';
import type { LocalIdentity } from './local-values';
import type { DeviceTracking, PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { readAccountRecovery } from './read-account-recovery';
import { readEmail, readMessages } from './read-messages';
import { readMfa } from './read-mfa';
import { readPasswordPolicy } from './read-password-policy';
import { readSchema } from './read-schema';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

/** The settings of the pool itself; triggers, groups and clients come from other resources. */
export function readUserPool(
  read: PoolReader,
  { region, account }: LocalIdentity,
  findings: Findings,
): Omit<PoolSettings, 'triggers' | 'groups' | 'clients'> {
  const autoVerifiedAttributes = read.choices('AutoVerifiedAttributes[]');
  const requireVerificationBeforeUpdate = read.choices(verifyFirst);
  checkVerification(read, findings);
  checkFirstFactors(read, findings);
  return {
    logicalId: read.logicalId,
    name: read.text('UserPoolName') ?? read.logicalId,
    region,
    account,
    signInWith: read.choices('UsernameAttributes[]').includes('email') ? 'email' : 'username',
    caseSensitive: read.boolean('UsernameConfiguration.CaseSensitive'),
    autoVerifiedAttributes,
    schema: readSchema(read, findings),
    passwordPolicy: readPasswordPolicy(read, findings),
    mfa: readMfa(read, findings),
    deviceTracking: readDeviceTracking(read, findings),
    accountRecovery: readAccountRecovery(read, findings),
    requireVerificationBeforeUpdate,
    adminCreateUserOnly: read.boolean('AdminCreateUserConfig.AllowAdminCreateUserOnly'),
    email: readEmail(read, findings),
    messages: readMessages(read),
    featurePlan: read.choice('UserPoolTier'),
    deletionProtection: read.choice('DeletionProtection') === 'ACTIVE',
    tags: read.tags('UserPoolTags'),
  };
}

const verifyFirst = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]';
const firstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors[]';

/** Present means on, whatever its flags (developer guide, "Working with user devices"). */
function readDeviceTracking(read: PoolReader, findings: Findings): DeviceTracking | undefined {
  const written = read.at('DeviceConfiguration');
  if (written === undefined) return undefined;
  if (isObject(written) && Object.keys(written).length === 0) {
    findings.stop(read.logicalId, 'DeviceConfiguration', {
      got: 'an empty object',
      expected: 'both flags, or no DeviceConfiguration',
      nextStep: 'Write the flags to track devices, or remove it: whether the service takes {} as on is not documented.',
    });
  }
  findings.name('deviceSignIn', read.logicalId, 'DeviceConfiguration.ChallengeRequiredOnNewDevice', written);
  return {
    challengeRequiredOnNewDevice: read.boolean('DeviceConfiguration.ChallengeRequiredOnNewDevice'),
    deviceOnlyRememberedOnUserPrompt: read.boolean('DeviceConfiguration.DeviceOnlyRememberedOnUserPrompt'),
  };
}

/** What is verified before it changes must be verified at all: the service refuses it otherwise. */
function checkVerification(read: PoolReader, findings: Findings): void {
  const verified = read.choices('AutoVerifiedAttributes[]');
  const missing = read.choices(verifyFirst).filter((attribute) => !verified.includes(attribute));
  if (missing.length === 0) return;
  findings.stop(read.logicalId, verifyFirst.slice(0, -'[]'.length), {
    got: missing.join(', '),
    expected: 'attributes that are in AutoVerifiedAttributes',
    nextStep: `Add ${missing.join(', ')} to AutoVerifiedAttributes: the service refuses one without the other.`,
  });
}

function checkFirstFactors(read: PoolReader, findings: Findings): void {
  const path = firstFactors.slice(0, -'[]'.length);
  const written = read.choices(firstFactors);
  if (written.includes('PASSWORD')) return;
  findings.stop(read.logicalId, path, {
    got: written.join(', ') || 'an empty list',
    expected: 'PASSWORD among them',
    nextStep: 'Add PASSWORD: the service demands it.',
  });
}
