import type { Control } from '../control';
import { selfSignUp } from './acc-01-self-sign-up';
import { verificationBeforeUpdate } from './acc-02-verification-before-update';
import { autoVerified } from './acc-03-auto-verified';
import { accountRecovery } from './acc-04-recovery';
import { caseInsensitive } from './acc-05-case-insensitive';
import { userExistence } from './acc-06-user-existence';
import { authorizationAttributes } from './acc-07-authorization-attributes';
import { emailSender } from './acc-08-email-sender';
import { implicitGrant } from './cli-01-implicit-grant';
import { machineGrantAlone } from './cli-02-machine-grant-alone';
import { callbackUrls } from './cli-03-callback-urls';
import { logoutUrls } from './cli-04-logout-urls';
import { passwordFlow } from './cli-05-password-flows';
import { customFlow } from './cli-06-custom-flow';
import { tokenRevocation } from './cli-07-token-revocation';
import { refreshTokenRotation } from './cli-08-refresh-token-rotation';
import { refreshTokenLifetime } from './cli-09-refresh-token-lifetime';
import { accessTokenLifetime } from './cli-10-access-token-lifetime';
import { challengeLifetime } from './cli-11-challenge-lifetime';
import { scopes } from './cli-12-scopes';
import { attributes } from './cli-13-attributes';
import { secretByKind } from './cli-14-secret-by-kind';
import { secretInTheOpen } from './cli-15-secret-in-the-open';
import { supportedIdentityProviders } from './cli-16-identity-providers';
import { userContext } from './cli-17-user-context';
import { pkce } from './cli-18-pkce';
import { clientRegistration } from './cli-19-client-registration';
import { deletionProtection } from './dat-01-deletion-protection';
import { retention } from './dat-02-retention';
import { terminationProtection } from './dat-03-termination-protection';
import { immutableSettings } from './dat-04-immutable-settings';
import { tags } from './dat-05-tags';
import { tlsPolicy } from './dom-01-tls';
import { managedLoginVersion } from './dom-02-managed-login';
import { smsRole } from './iam-01-sms-role';
import { triggerPermissions } from './iam-02-trigger-permissions';
import { triggerRoles } from './iam-03-trigger-roles';
import { namedUserPools } from './iam-04-named-user-pools';
import { groupRoles } from './iam-05-group-roles';
import { guestAccess } from './idn-01-guest-access';
import { classicFlow } from './idn-02-classic-flow';
import { roleTrust } from './idn-03-role-trust';
import { rolePermissions } from './idn-04-role-permissions';
import { serverSideTokenCheck } from './idn-05-server-side-token-check';
import { roleMapping } from './idn-06-role-mapping';
import { principalTags } from './idn-07-principal-tags';
import { guestRole } from './idn-08-guest-role';
import { developerProvider } from './idn-09-developer-provider';
import { providerSecrets } from './idp-01-provider-secrets';
import { providerTrust } from './idp-02-provider-trust';
import { senderKey } from './kms-01-sender-key';
import { encryptionKey } from './kms-02-encryption-key';
import { userActivityLog } from './log-01-user-activity';
import { messageErrorLog } from './log-02-message-errors';
import { logGroups } from './log-03-log-groups';
import { mfaRequired } from './mfa-01-required';
import { phishingResistant } from './mfa-02-phishing-resistant';
import { alternativeToSms } from './mfa-03-alternative-to-sms';
import { noEmailCodes } from './mfa-04-no-email-codes';
import { twoChannels } from './mfa-05-two-channels';
import { rememberedDevices } from './mfa-06-remembered-devices';
import { noCodeAlone } from './mfa-07-no-code-alone';
import { consistentPasswordless } from './mfa-08-consistent-passwordless';
import { minimumLength } from './pwd-01-minimum-length';
import { composition } from './pwd-02-composition';
import { temporaryPassword } from './pwd-03-temporary-password';
import { blocklist } from './pwd-04-blocklist';
import { history } from './pwd-05-history';
import { featurePlan } from './thr-01-feature-plan';
import { threatProtection } from './thr-02-threat-protection';
import { customAuthenticationProtection } from './thr-03-custom-authentication';
import { compromisedCredentials } from './thr-04-compromised-credentials';
import { accountTakeover } from './thr-05-account-takeover';
import { riskNotification } from './thr-06-risk-notification';
import { skippedAddresses } from './thr-07-skipped-addresses';
import { clientsAsStrict } from './thr-08-clients-as-strict';
import { userMigration } from './trg-01-user-migration';
import { codeThatDecides } from './trg-02-code-that-decides';
import { webAclBeforePool } from './waf-01-web-acl';
import { webAclRules } from './waf-02-web-acl-rules';

/** Every control, in the order of the catalogue. */
export const controls: readonly Control[] = [
  minimumLength,
  composition,
  temporaryPassword,
  blocklist,
  history,
  mfaRequired,
  phishingResistant,
  alternativeToSms,
  noEmailCodes,
  twoChannels,
  rememberedDevices,
  noCodeAlone,
  consistentPasswordless,
  selfSignUp,
  verificationBeforeUpdate,
  autoVerified,
  accountRecovery,
  caseInsensitive,
  userExistence,
  authorizationAttributes,
  emailSender,
  implicitGrant,
  machineGrantAlone,
  callbackUrls,
  logoutUrls,
  passwordFlow,
  customFlow,
  tokenRevocation,
  refreshTokenRotation,
  refreshTokenLifetime,
  accessTokenLifetime,
  challengeLifetime,
  scopes,
  attributes,
  secretByKind,
  secretInTheOpen,
  supportedIdentityProviders,
  userContext,
  pkce,
  clientRegistration,
  featurePlan,
  threatProtection,
  customAuthenticationProtection,
  compromisedCredentials,
  accountTakeover,
  riskNotification,
  skippedAddresses,
  clientsAsStrict,
  webAclBeforePool,
  webAclRules,
  tlsPolicy,
  managedLoginVersion,
  userActivityLog,
  messageErrorLog,
  logGroups,
  smsRole,
  triggerPermissions,
  triggerRoles,
  namedUserPools,
  groupRoles,
  senderKey,
  encryptionKey,
  userMigration,
  codeThatDecides,
  providerSecrets,
  providerTrust,
  guestAccess,
  classicFlow,
  roleTrust,
  rolePermissions,
  serverSideTokenCheck,
  roleMapping,
  principalTags,
  guestRole,
  developerProvider,
  deletionProtection,
  retention,
  terminationProtection,
  immutableSettings,
  tags,
];
