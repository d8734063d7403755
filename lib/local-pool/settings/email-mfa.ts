import type { PoolSettings } from './pool-settings';

/**
 * What keeps a pool from sending codes by e-mail as a second factor (developer guide, "SMS and email message MFA"):
 * the plan is too small, Cognito's own sender is used, or e-mail is the only way to recover an account, which the factor
 * must not be too.
 */
export type EmailMfaObstacle = 'plan' | 'sender' | 'recovery';

export function emailMfaObstacle({
  featurePlan,
  email,
  accountRecovery,
}: Pick<PoolSettings, 'featurePlan' | 'email' | 'accountRecovery'>): EmailMfaObstacle | undefined {
  if (featurePlan === 'LITE') return 'plan';
  if (email.sender !== 'DEVELOPER') return 'sender';
  return accountRecovery.length === 1 && accountRecovery[0] === 'verified_email' ? 'recovery' : undefined;
}
