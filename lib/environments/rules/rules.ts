import { admissionRules } from './admission';
import { attributeMappingRules } from './attribute-mapping';
import { clientAttributeRules } from './client-attributes';
import { clientFlowRules } from './client-flow';
import { clientPagesRules } from './client-pages';
import { codeDestinationRules } from './code-destinations';
import { customAuthenticationRules } from './custom-authentication';
import { customSenderRules } from './custom-senders';
import { deviceTrackingRules } from './device-tracking';
import { emailRules } from './email';
import { featurePlanRules } from './feature-plan';
import { firstFactorRules } from './first-factors';
import { identityPoolRules } from './identity-pool';
import { identityProviderRules } from './identity-providers';
import { lifecycleRules } from './lifecycle';
import { logDeliveryRules } from './log-delivery';
import { managedLoginRules } from './managed-login';
import { messageRules } from './messages';
import { mfaRules } from './mfa';
import { monitoringRules } from './monitoring';
import { nameRules } from './names';
import { passkeyRules } from './passkeys';
import { redirectUrlRules } from './redirect-urls';
import { repeatRules } from './repeats';
import { replicaRules } from './replicas';
import type { Rule } from './rule';
import { scopeRules } from './scopes';
import { secretRotationRules } from './secret-rotation';
import { signInNameRules } from './sign-in-names';
import { signUpRules } from './sign-up';
import { tagRules } from './tags';
import { textMessageRules } from './text-messages';
import { threatProtectionRules } from './threat-protection';
import { tokenClaimRules } from './token-claims';
import { userAttributeRules } from './user-attributes';
import { userMigrationRules } from './user-migration';
import { waiverRules } from './waivers';
import { webAclRules } from './web-acl';

/** Every rule between fields, in the order in which problems are reported. */
export const rules: readonly Rule[] = [
  ...lifecycleRules,
  ...replicaRules,
  ...userAttributeRules,
  ...signInNameRules,
  ...firstFactorRules,
  ...passkeyRules,
  ...mfaRules,
  ...codeDestinationRules,
  ...textMessageRules,
  ...nameRules,
  ...managedLoginRules,
  ...identityProviderRules,
  ...attributeMappingRules,
  ...identityPoolRules,
  ...clientFlowRules,
  ...clientAttributeRules,
  ...clientPagesRules,
  ...redirectUrlRules,
  ...scopeRules,
  ...secretRotationRules,
  ...repeatRules,
  ...deviceTrackingRules,
  ...emailRules,
  ...messageRules,
  ...featurePlanRules,
  ...threatProtectionRules,
  ...webAclRules,
  ...logDeliveryRules,
  ...monitoringRules,
  ...signUpRules,
  ...tokenClaimRules,
  ...admissionRules,
  ...customAuthenticationRules,
  ...customSenderRules,
  ...userMigrationRules,
  ...waiverRules,
  ...tagRules,
];
