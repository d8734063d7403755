import { isObject } from '../../template/value';
import type { Findings } from './findings';
import type { LocalPlace } from './local-values';
import type { DeviceTracking, PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import { readAccountRecovery } from './read-account-recovery';
import { readFirstFactors } from './read-first-factors';
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
  { region, account }: LocalPlace,
  findings: Findings,
): Omit<PoolSettings, 'triggers' | 'senderKey' | 'groups' | 'clients'> {
  const autoVerifiedAttributes = read.choices('AutoVerifiedAttributes[]');
  const requireVerificationBeforeUpdate = read.choices(verifyFirst);
  checkVerification(read, findings);
  const schema = readSchema(read, findings);
  const email = readEmail(read, findings);
  const accountRecovery = readAccountRecovery(read, findings);
  const mfa = readMfa(read, { email, accountRecovery }, findings);
  const sms = readSms(read);
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
    mfa,
    deviceTracking: readDeviceTracking(read, findings),
    accountRecovery,
    firstFactors: readFirstFactors(read, { mfa, sms }, findings),
    requireVerificationBeforeUpdate,
    adminCreateUserOnly: read.boolean('AdminCreateUserConfig.AllowAdminCreateUserOnly'),
    email,
    sms,
    messages: readMessages(read),
    featurePlan: read.choice('UserPoolTier'),
    threatProtection: read.choice('UserPoolAddOns.AdvancedSecurityMode'),
    deletionProtection: read.choice('DeletionProtection') === 'ACTIVE',
    tags: read.tags('UserPoolTags'),
  };
}

const verifyFirst = 'UserAttributeUpdateSettings.AttributesRequireVerificationBeforeUpdate[]';

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

/** What is verified needs a way there, and what is verified before it changes must be verified at all. */
function checkVerification(read: PoolReader, findings: Findings): void {
  const verified = read.choices('AutoVerifiedAttributes[]');
  // Whether the service asks for a role beside a function that sends the messages is not known.
  const canSend = read.at('SmsConfiguration') !== undefined || read.at('LambdaConfig.CustomSMSSender') !== undefined;
  if (verified.includes('phone_number') && !canSend) {
    findings.stop(read.logicalId, 'AutoVerifiedAttributes', {
      got: 'phone_number without SmsConfiguration',
      expected: 'a role that sends text messages',
      nextStep: 'Write SmsConfiguration, or leave phone_number out: the service refuses one without the other.',
      words: 'SMS configuration is required when phone_number is selected for auto verification',
    });
  }
  const missing = read.choices(verifyFirst).filter((attribute) => !verified.includes(attribute));
  if (missing.length === 0) return;
  findings.stop(read.logicalId, verifyFirst.slice(0, -'[]'.length), {
    got: missing.join(', '),
    expected: 'attributes that are in AutoVerifiedAttributes',
    nextStep: `Add ${missing.join(', ')} to AutoVerifiedAttributes: the service refuses one without the other.`,
    words: 'All attributes in AttributesRequireVerificationBeforeUpdate must exist in AutoVerifiedAttributes',
  });
}
