import { isObject } from '../../template/value';
import type { Complaint, Findings } from './findings';
import type { LocalIdentity } from './local-values';
import type { DeviceTracking, FirstFactor, PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { readAccountRecovery } from './read-account-recovery';
import { readEmail, readMessages, readSms } from './read-messages';
import { readMfa } from './read-mfa';
import { readPasswordPolicy } from './read-password-policy';
import { readSchema } from './read-schema';
import { readSignInNames } from './read-sign-in-names';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

/** The settings of the pool itself; triggers, groups and clients come from other resources. */
export function readUserPool(
  read: PoolReader,
  { region, account }: LocalIdentity,
  findings: Findings,
): Omit<PoolSettings, 'triggers' | 'senderKey' | 'groups' | 'clients'> {
  const autoVerifiedAttributes = read.choices('AutoVerifiedAttributes[]');
  const requireVerificationBeforeUpdate = read.choices(verifyFirst);
  checkVerification(read, findings);
  const firstFactors = readFirstFactors(read, findings);
  const schema = readSchema(read, findings);
  const featurePlan = read.choice('UserPoolTier');
  const email = readEmail(read, findings);
  const accountRecovery = readAccountRecovery(read, findings);
  return {
    logicalId: read.logicalId,
    name: read.text('UserPoolName') ?? read.logicalId,
    region,
    account,
    ...readSignInNames(read, schema, findings),
    caseSensitive: read.boolean('UsernameConfiguration.CaseSensitive'),
    autoVerifiedAttributes,
    schema,
    passwordPolicy: readPasswordPolicy(read, findings),
    mfa: readMfa(read, { featurePlan, email, accountRecovery }, findings),
    deviceTracking: readDeviceTracking(read, findings),
    accountRecovery,
    firstFactors,
    requireVerificationBeforeUpdate,
    adminCreateUserOnly: read.boolean('AdminCreateUserConfig.AllowAdminCreateUserOnly'),
    email,
    sms: readSms(read),
    messages: readMessages(read),
    featurePlan,
    deletionProtection: read.choice('DeletionProtection') === 'ACTIVE',
    tags: read.tags('UserPoolTags'),
  };
}

const verifyFirst = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]';
const allowedFirstFactors = 'Policies.SignInPolicy.AllowedFirstAuthFactors[]';

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

/** One-time passwords as a first factor are refused by the service beside a required second one, and by the Lite plan. */
function readFirstFactors(read: PoolReader, findings: Findings): readonly FirstFactor[] {
  const written = read.choices(allowedFirstFactors);
  const refuse = (complaint: Complaint): void =>
    findings.stop(read.logicalId, allowedFirstFactors.slice(0, -'[]'.length), complaint);
  if (!written.includes('PASSWORD'))
    refuse({
      got: written.join(', ') || 'an empty list',
      expected: 'PASSWORD among them',
      nextStep: 'Add PASSWORD: the service demands it.',
    });
  const codes = written.filter((factor) => factor !== 'PASSWORD' && factor !== 'WEB_AUTHN').join(', ');
  if (codes !== '' && read.choice('MfaConfiguration') === 'ON')
    refuse({
      got: `${codes} with MfaConfiguration ON`,
      expected: 'PASSWORD where a second factor is required',
      nextStep: 'Write OPTIONAL, or leave them out: the service refuses both at once.',
    });
  if (codes !== '' && read.choice('UserPoolTier') === 'LITE')
    refuse({
      got: `${codes} with UserPoolTier LITE`,
      expected: 'ESSENTIALS or PLUS',
      nextStep: 'Write UserPoolTier: ESSENTIALS, or leave them out: the service refuses them.',
    });
  return written;
}
