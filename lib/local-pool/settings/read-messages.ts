import type { Findings } from './findings';
import type { EmailSettings, MessageTemplates, SmsSettings } from './pool-settings';
import type { PropertyReader } from './property-reader';
import type { userPoolProperties } from './user-pool-properties';

type PoolReader = PropertyReader<typeof userPoolProperties>;

/** The address of the built-in sender (developer guide, "Email settings"). */
const builtInSender = 'no-reply@verificationemail.com';

export function readMessages(read: PoolReader): MessageTemplates {
  return {
    verificationSubject: read.text('VerificationMessageTemplate.EmailSubject') ?? read.text('EmailVerificationSubject'),
    verificationMessage: read.text('VerificationMessageTemplate.EmailMessage') ?? read.text('EmailVerificationMessage'),
    invitationSubject: read.text('AdminCreateUserConfig.InviteMessageTemplate.EmailSubject'),
    invitationMessage: read.text('AdminCreateUserConfig.InviteMessageTemplate.EmailMessage'),
    smsVerificationMessage: read.text('VerificationMessageTemplate.SmsMessage') ?? read.text('SmsVerificationMessage'),
    smsInvitationMessage: read.text('AdminCreateUserConfig.InviteMessageTemplate.SMSMessage'),
  };
}

/** undefined without SmsConfiguration: the service could not send text messages. */
export function readSms(read: PoolReader): SmsSettings | undefined {
  if (read.at('SmsConfiguration') === undefined) return undefined;
  return read.known()['SmsConfiguration'] ?? {};
}

export function readEmail(read: PoolReader, findings: Findings): EmailSettings {
  const sender = read.choice('EmailConfiguration.EmailSendingAccount');
  if (sender === 'DEVELOPER' && read.at('EmailConfiguration.SourceArn') === undefined) {
    findings.stop(read.logicalId, 'EmailConfiguration.SourceArn', {
      got: 'nothing, with EmailSendingAccount DEVELOPER',
      expected: 'the SES identity that sends the e-mails',
      nextStep: 'Write SourceArn, or COGNITO_DEFAULT: the service refuses one without the other.',
      words: 'Source ARN is required to use DEVELOPER email sending owner',
    });
  }
  const from = read.text('EmailConfiguration.From') ?? addressIn(read);
  if (sender === 'DEVELOPER' && from === undefined && read.at('EmailConfiguration.From') === undefined) {
    findings.stop(read.logicalId, 'EmailConfiguration.From', {
      got: 'nothing, and no address in SourceArn',
      expected: 'the sender of the e-mails',
      nextStep: 'Write From: a domain alone is no sender.',
    });
  }
  return { sender, from: from ?? builtInSender };
}

/** `arn:aws:ses:REGION:ACCOUNT:identity/ADDRESS`, where the identity is an address and no domain. */
function addressIn(read: PoolReader): string | undefined {
  const sourceArn = read.at('EmailConfiguration.SourceArn');
  const identity = typeof sourceArn === 'string' ? sourceArn.slice(sourceArn.indexOf('/') + 1) : '';
  return identity.includes('@') ? identity : undefined;
}
