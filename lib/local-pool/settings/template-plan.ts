import { poolBeyondPlan } from './feature-plan';
import type { Findings } from './findings';
import type { PoolSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

/**
 * What the plan of a template's pool leaves out stops the start. Threat protection is let through where the template does
 * not say ESSENTIALS: the pool may be an older one, which keeps it on Lite (aws-cdk #36023). The event version of
 * PreTokenGeneration is looked at with the trigger.
 */
export function checkTemplatePlan(
  read: PropertyReader<typeof userPoolProperties>,
  settings: PoolSettings,
  findings: Findings,
): void {
  const mayBeOlder = read.at('UserPoolTier') === undefined || settings.featurePlan === 'LITE';
  const names = poolBeyondPlan({
    ...settings,
    triggers: {},
    threatProtection: mayBeOlder ? 'OFF' : settings.threatProtection,
  });
  if (names.length === 0) return;
  findings.stop(read.logicalId, 'UserPoolTier', {
    got: `${settings.featurePlan} with ${names.join(', ')}`,
    expected: 'a plan that has all of it',
    nextStep: 'Write ESSENTIALS (for threat protection PLUS), or leave these out: the service refuses them.',
  });
}
