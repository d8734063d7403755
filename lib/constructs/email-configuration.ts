import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import type { Construct } from 'constructs';
import type { Environment } from '../environments/environment';

/** Who sends e-mail. The SES identity is one of the account and must be named exactly as it was verified. */
export function emailConfiguration(
  scope: Construct,
  sender: Environment['emailSender'],
): CfnUserPool.EmailConfigurationProperty {
  switch (sender.kind) {
    case 'built-in':
      return { emailSendingAccount: 'COGNITO_DEFAULT' };
    case 'ses':
      return {
        emailSendingAccount: 'DEVELOPER',
        from: `${quotedString(sender.fromName)} <${sender.fromAddress}>`,
        replyToEmailAddress: sender.replyToAddress,
        sourceArn: Stack.of(scope).formatArn({
          service: 'ses',
          region: sender.region,
          resource: 'identity',
          resourceName: sender.verifiedIdentity,
          arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
        }),
      };
  }
}

/** A display name in any characters of ASCII, RFC 5322 section 3.2.4. */
function quotedString(text: string): string {
  return `"${text.replaceAll(/["\\]/g, '\\$&')}"`;
}
