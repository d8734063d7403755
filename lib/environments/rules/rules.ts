import { clientAttributeRules } from './client-attributes';
import { clientFlowRules } from './client-flow';
import { deviceTrackingRules } from './device-tracking';
import { emailRules } from './email';
import { featurePlanRules } from './feature-plan';
import { lifecycleRules } from './lifecycle';
import { nameRules } from './names';
import { repeatRules } from './repeats';
import type { Rule } from './rule';
import { signUpRules } from './sign-up';
import { tagRules } from './tags';
import { tokenClaimRules } from './token-claims';
import { userAttributeRules } from './user-attributes';
import { userMigrationRules } from './user-migration';
import { waiverRules } from './waivers';

/** Every rule between fields, in the order in which problems are reported. */
export const rules: readonly Rule[] = [
  ...lifecycleRules,
  ...userAttributeRules,
  ...nameRules,
  ...clientFlowRules,
  ...clientAttributeRules,
  ...repeatRules,
  ...deviceTrackingRules,
  ...emailRules,
  ...featurePlanRules,
  ...signUpRules,
  ...tokenClaimRules,
  ...userMigrationRules,
  ...waiverRules,
  ...tagRules,
];
