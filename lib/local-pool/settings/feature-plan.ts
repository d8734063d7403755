import { FeatureUnavailableInTierException, TierChangeNotAllowedException } from '../wire/exceptions';
import type { ClientSettings, PoolSettings } from './pool-settings';
import { planHasEventVersion } from './token-trigger-plan';

export type FeaturePlan = PoolSettings['featurePlan'];

/** The plans, each with all that the one before it has (developer guide, "User pool feature plans"). */
const plans: readonly FeaturePlan[] = ['LITE', 'ESSENTIALS', 'PLUS'];

/**
 * What not every plan has, as the service calls it; `ours`: its name for it is not known. Sources: the feature plans and
 * "Turning off features to change feature plans" of the developer guide; the names as deployments were refused with them.
 */
const names = {
  passwordless: 'Passwordless Sign-In',
  managedLogin: 'Managed Login Version 2',
  logStreaming: 'Log Streaming',
  threatProtection: 'Threat Protection',
  choice: 'Choice-Based Sign-In', // ours
  emailMfa: 'Email MFA', // ours
  passwordHistory: 'Password History', // ours
  rotation: 'Refresh Token Rotation', // ours
} as const;

/** What of a pool its plan must have. */
export type PlannedPool = Pick<
  PoolSettings,
  'featurePlan' | 'firstFactors' | 'mfa' | 'passwordPolicy' | 'threatProtection' | 'triggers'
>;
type PlannedClient = Pick<ClientSettings, 'explicitAuthFlows' | 'refreshTokenRotation'>;

/** What belongs to a pool and depends on its plan too. */
export interface PlannedParts {
  readonly clients: Iterable<PlannedClient>;
  /** ManagedLoginVersion of its domains. */
  readonly managedLoginVersions: readonly number[];
  /** EventSource of its log configurations. */
  readonly logSources: readonly (string | undefined)[];
}

/** The features of a pool that its plan leaves out. */
export function poolBeyondPlan(pool: PlannedPool): readonly string[] {
  const { featurePlan: plan, firstFactors, mfa, passwordPolicy, triggers } = pool;
  const advancedSecurity = pool.threatProtection !== 'OFF';
  const { eventVersion = 'V1_0' } = triggers.PreTokenGeneration ?? {};
  const hasEventVersion = planHasEventVersion(eventVersion, { featurePlan: plan, advancedSecurity });
  return [
    ...beyond(
      plan,
      'ESSENTIALS',
      names.passwordless,
      firstFactors.some((factor) => factor !== 'PASSWORD'),
    ),
    ...(hasEventVersion ? [] : [`Token Customization with Pre-Token Generation Lambda ${eventVersion}`]),
    ...beyond(plan, 'ESSENTIALS', names.emailMfa, mfa.factors.includes('EMAIL_OTP')),
    ...beyond(plan, 'ESSENTIALS', names.passwordHistory, passwordPolicy.passwordHistorySize > 0),
    ...beyond(plan, 'PLUS', names.threatProtection, advancedSecurity),
  ];
}

/** The features of an app client that the plan of its pool leaves out. */
export function clientBeyondPlan(plan: FeaturePlan, client: PlannedClient): readonly string[] {
  return [
    ...beyond(plan, 'ESSENTIALS', names.choice, client.explicitAuthFlows.includes('ALLOW_USER_AUTH')),
    ...beyond(plan, 'ESSENTIALS', names.rotation, client.refreshTokenRotation !== undefined),
  ];
}

/** What is refused of a domain with that ManagedLoginVersion. */
export function domainBeyondPlan(plan: FeaturePlan, managedLoginVersion: number): readonly string[] {
  return beyond(plan, 'ESSENTIALS', names.managedLogin, managedLoginVersion > 1);
}

/** What is refused of the export of logs with that EventSource. */
export function logsBeyondPlan(plan: FeaturePlan, eventSource: string | undefined): readonly string[] {
  return beyond(plan, 'PLUS', names.logStreaming, eventSource === 'userAuthEvents');
}

function beyond(plan: FeaturePlan, least: FeaturePlan, name: string, isUsed: boolean): readonly string[] {
  return isUsed && plans.indexOf(plan) < plans.indexOf(least) ? [name] : [];
}

/**
 * Holds a new or a changed pool against its plan.
 * @param before the plan that it had; undefined for a new one
 * @param parts that are there already
 * @throws FeatureUnavailableInTierException, or TierChangeNotAllowedException where the plan is a smaller one than before:
 * that the service tells the two apart by this is ours, its model says no more than their names.
 */
export function requirePlan(pool: PlannedPool, before?: FeaturePlan, parts?: PlannedParts): void {
  const { featurePlan: plan } = pool;
  const { clients = [], managedLoginVersions = [], logSources = [] } = parts ?? {};
  const left = new Set([
    ...poolBeyondPlan(pool),
    ...[...clients].flatMap((client) => clientBeyondPlan(plan, client)),
    ...managedLoginVersions.flatMap((version) => domainBeyondPlan(plan, version)),
    ...logSources.flatMap((source) => logsBeyondPlan(plan, source)),
  ]);
  if (left.size === 0) return;
  const sentence = `The following features need to be disabled for the ${plan} pricing tier configured: ${[...left].join(', ')}`;
  const isSmaller = before !== undefined && plans.indexOf(plan) < plans.indexOf(before);
  throw isSmaller ? new TierChangeNotAllowedException(sentence) : new FeatureUnavailableInTierException(sentence);
}

/** @throws FeatureUnavailableInTierException for a part of a pool that its plan leaves out */
export function requirePartInPlan(plan: FeaturePlan, [name]: readonly string[]): void {
  if (name === undefined) return;
  throw new FeatureUnavailableInTierException(
    `The following feature is not available for the ${plan} pricing tier configured: ${name}`,
  );
}
