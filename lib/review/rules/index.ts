import { accountRecovery, autoVerified, selfSignUp, verifiedBeforeUpdate } from './account-protections';
import { pagesRecreated, protectionRecreated, roleAttachmentRecreated, termsRecreated } from './attachment-recreated';
import { authFlows, mixedAuthFlows } from './auth-flows';
import { attributesOfClient, clientLists, oauthSwitch, providersOfClient } from './client-lists';
import { revocation, userExistence } from './client-protections';
import { clientRemoved } from './client-removed';
import { clientReplaced } from './client-replaced';
import { customDomainAdded } from './custom-domain-added';
import { deletionPolicies, deletionProtection } from './deletion-guards';
import { deviceFlags, deviceTracking } from './device-tracking';
import { domainRemoved, domainReplaced } from './domain-replaced';
import { domainRouting, managedLoginVersion, tlsPolicy } from './domain-settings';
import { encryptionKeyLost } from './encryption-key-lost';
import { featurePlan, threatProtectionNeedsPlus } from './feature-plan';
import { firstFactors } from './first-factors';
import { groupLost, groupRenamed } from './group-lost';
import { groupRights } from './group-rights';
import { identityPoolLost } from './identity-pool-lost';
import { identityPoolAccess, identityPoolProviders, identityPoolRights } from './identity-pool-settings';
import { identityProviderRemoved, identityProviderRenamed, identityProviderReplaced } from './identity-provider-lost';
import { identityProviderSettings } from './identity-provider-settings';
import { caseSensitivity, signInNames } from './immutable-settings';
import { demandsChanged, waiversChanged } from './intent-changed';
import { issuerChanged } from './issuer-changed';
import { keyConfiguration } from './key-changed';
import { logDelivery } from './log-delivery';
import { membershipReplaced } from './membership-replaced';
import { emailDelivery, smsDelivery } from './messages-changed';
import { factorAdded, factorRemoved, mfaNoLongerRequired, mfaRequired, mfaSwitchedOff, smsAdded } from './mfa-changed';
import { mfaCombination } from './mfa-combination';
import { neutralSettings } from './neutral-settings';
import { partialApiCalls } from './partial-api-calls';
import { passwordPolicy, passwordPolicyWithoutLength } from './password-policy';
import { poolLost } from './pool-lost';
import { rotation, rotationBesideRefresh } from './refresh-token-rotation';
import { relyingParty } from './relying-party';
import { regionalSettings, regionalSettingsLost, replicaLost } from './replica-changed';
import { existenceUnknown, typeChanged } from './resource-existence';
import { resourceServerLost, scopesChanged } from './resource-server-lost';
import { schemaChanged } from './schema-changed';
import { schemaLimits } from './schema-limits';
import { schemaWithoutTypes } from './schema-without-types';
import { smsRoleLost } from './sms-role-lost';
import { stackFacts } from './stack-facts';
import { stackTags } from './stack-tags';
import { riskExceptions, riskNotices, threatProtection } from './threat-protection';
import { challengeLifetime, refreshTokenLifetime, tokenLifetime } from './token-lifetimes';
import { triggerCodeChanged } from './trigger-code-changed';
import { triggerPermissionLost } from './trigger-permission-lost';
import { preTokenArns, triggersChanged } from './triggers-changed';
import { macros, unreadNestedStack } from './unread-templates';
import { userReplaced } from './user-replaced';
import type { Rule } from './rule';

/** Every rule. Their order is that of the judgements that are equally severe. */
export const rules: readonly Rule[] = [
  selfSignUp,
  verifiedBeforeUpdate,
  autoVerified,
  accountRecovery,
  protectionRecreated,
  pagesRecreated,
  termsRecreated,
  roleAttachmentRecreated,
  authFlows,
  mixedAuthFlows,
  clientLists,
  providersOfClient,
  attributesOfClient,
  oauthSwitch,
  userExistence,
  revocation,
  clientRemoved,
  clientReplaced,
  customDomainAdded,
  deletionProtection,
  deletionPolicies,
  deviceTracking,
  deviceFlags,
  domainReplaced,
  domainRemoved,
  managedLoginVersion,
  tlsPolicy,
  domainRouting,
  encryptionKeyLost,
  featurePlan,
  threatProtectionNeedsPlus,
  firstFactors,
  groupLost,
  groupRenamed,
  groupRights,
  identityPoolLost,
  identityPoolAccess,
  identityPoolProviders,
  identityPoolRights,
  identityProviderReplaced,
  identityProviderRenamed,
  identityProviderRemoved,
  identityProviderSettings,
  signInNames,
  caseSensitivity,
  waiversChanged,
  demandsChanged,
  issuerChanged,
  keyConfiguration,
  logDelivery,
  membershipReplaced,
  emailDelivery,
  smsDelivery,
  mfaRequired,
  mfaNoLongerRequired,
  mfaSwitchedOff,
  factorRemoved,
  smsAdded,
  factorAdded,
  mfaCombination,
  ...neutralSettings,
  partialApiCalls,
  passwordPolicy,
  passwordPolicyWithoutLength,
  poolLost,
  rotation,
  rotationBesideRefresh,
  relyingParty,
  replicaLost,
  regionalSettings,
  regionalSettingsLost,
  existenceUnknown,
  typeChanged,
  resourceServerLost,
  scopesChanged,
  schemaChanged,
  schemaLimits,
  schemaWithoutTypes,
  smsRoleLost,
  stackFacts,
  stackTags,
  threatProtection,
  riskExceptions,
  riskNotices,
  refreshTokenLifetime,
  tokenLifetime,
  challengeLifetime,
  triggerCodeChanged,
  triggerPermissionLost,
  triggersChanged,
  preTokenArns,
  unreadNestedStack,
  macros,
  userReplaced,
];
