import type { UserPoolType } from '@aws-sdk/client-cognito-identity-provider';
import type { PoolSettings } from '../settings/pool-settings';
import type { Wire } from '../wire/response';
import { declaredMembers } from './declared-members';

type Members = Wire<UserPoolType>;

/** What DescribeUserPool shows of messages and their delivery: what was said, and none of the service's own texts. */
export function messageMembers(settings: PoolSettings): Partial<Members> {
  const { declared, email, mfa, sms, adminCreateUserOnly, passwordPolicy } = settings;
  const { EmailConfiguration: sending, AdminCreateUserConfig: creation } = declaredMembers<Members>(declared, [
    'AdminCreateUserConfig',
    'EmailConfiguration',
  ]);
  return {
    ...verificationMembers(settings),
    ...(mfa.smsMessage !== undefined && { SmsAuthenticationMessage: mfa.smsMessage }),
    ...(sms !== undefined && { SmsConfiguration: sms }),
    EmailConfiguration: { ...sending, EmailSendingAccount: email.sender },
    AdminCreateUserConfig: {
      ...creation,
      AllowAdminCreateUserOnly: adminCreateUserOnly,
      UnusedAccountValidityDays: passwordPolicy.temporaryPasswordValidityDays,
    },
  };
}

/** The older members and the template are two names for the same texts. */
function verificationMembers({ declared }: PoolSettings): Partial<Members> {
  const said = declaredMembers<Members>(declared, [
    'EmailVerificationMessage',
    'EmailVerificationSubject',
    'SmsVerificationMessage',
    'VerificationMessageTemplate',
  ]);
  const { VerificationMessageTemplate: template } = said;
  const message = template?.EmailMessage ?? said.EmailVerificationMessage;
  const subject = template?.EmailSubject ?? said.EmailVerificationSubject;
  const sms = template?.SmsMessage ?? said.SmsVerificationMessage;
  return {
    ...(message !== undefined && { EmailVerificationMessage: message }),
    ...(subject !== undefined && { EmailVerificationSubject: subject }),
    ...(sms !== undefined && { SmsVerificationMessage: sms }),
    VerificationMessageTemplate: {
      ...template,
      DefaultEmailOption: 'CONFIRM_WITH_CODE',
      ...(message !== undefined && { EmailMessage: message }),
      ...(subject !== undefined && { EmailSubject: subject }),
      ...(sms !== undefined && { SmsMessage: sms }),
    },
  };
}
