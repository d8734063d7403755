import type { CfnUserPool, CfnUserPoolProps } from 'aws-cdk-lib/aws-cognito';
import type { Environment } from '../environments/environment';

type Messages = Environment['messages'];
type Texts = NonNullable<Messages['verification']>;

/**
 * What carries a code that verifies an address or replaces a password. Always a code: a link needs a domain, and
 * whatever scans an e-mail follows it.
 */
export function verificationMessageTemplate({
  verification = {},
}: Messages): CfnUserPool.VerificationMessageTemplateProperty {
  return { defaultEmailOption: 'CONFIRM_WITH_CODE', ...written(verification) };
}

/** What a user gets whom an administrator creates. */
export function inviteMessageTemplate({
  invitation,
}: Messages): Pick<CfnUserPool.AdminCreateUserConfigProperty, 'inviteMessageTemplate'> {
  return invitation === undefined ? {} : { inviteMessageTemplate: written(invitation) };
}

/** What carries the code of a factor. A text of e-mail MFA would switch that factor on, so it comes with it only. */
export function factorTexts({
  mfa = {},
}: Messages): Pick<
  CfnUserPoolProps,
  'emailAuthenticationSubject' | 'emailAuthenticationMessage' | 'smsAuthenticationMessage'
> {
  const { emailSubject, emailMessage, smsMessage } = mfa;
  return {
    ...(emailSubject !== undefined && { emailAuthenticationSubject: emailSubject }),
    ...(emailMessage !== undefined && { emailAuthenticationMessage: emailMessage }),
    ...(smsMessage !== undefined && { smsAuthenticationMessage: smsMessage }),
  };
}

/** The texts that are declared, without those that are undefined. */
function written({ emailSubject, emailMessage, smsMessage }: Texts): CfnUserPool.InviteMessageTemplateProperty {
  return {
    ...(emailSubject !== undefined && { emailSubject }),
    ...(emailMessage !== undefined && { emailMessage }),
    ...(smsMessage !== undefined && { smsMessage }),
  };
}
