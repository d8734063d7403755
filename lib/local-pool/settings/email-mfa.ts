import type { PoolSettings } from './pool-settings';

/**
 * What keeps a pool from sending codes by e-mail as a second factor, beside its plan (developer guide, "SMS and email
 * message MFA"): Cognito's own sender is used, or e-mail is the only way to recover an account, which the factor must not
 * be too.
 */
export type EmailMfaObstacle = 'sender' | 'recovery';

/** How SetUserPoolMfaConfig refuses it. The second sentence is ours: that of the service is not known. */
export const emailMfaRefusals: Readonly<Record<EmailMfaObstacle, string>> = {
  sender:
    'Cannot set EmailMfaConfiguration when user pool EmailConfiguration contains an EmailSendingAccount of ' +
    'COGNITO_DEFAULT. Update the value of EmailSendingAccount.',
  recovery: 'Email MFA requires a way of account recovery other than email alone',
};

export function emailMfaObstacle({
  email,
  accountRecovery,
}: Pick<PoolSettings, 'email' | 'accountRecovery'>): EmailMfaObstacle | undefined {
  if (email.sender !== 'DEVELOPER') return 'sender';
  return accountRecovery.length === 1 && accountRecovery[0] === 'verified_email' ? 'recovery' : undefined;
}
