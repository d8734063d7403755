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
        from: `${displayName(sender.fromName)} <${sender.fromAddress}>`,
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

/** A header is ASCII: such a name is a quoted string (RFC 5322 section 3.2.4), any other is encoded. */
function displayName(name: string): string {
  return /^[ -~]*$/.test(name) ? `"${name.replaceAll(/["\\]/g, '\\$&')}"` : encodedWords(name);
}

/** Bytes of text in one encoded word, so that it has at most 75 characters. */
const bytesInWord = 45;

/** RFC 2047 section 2: words of base64, each with whole letters; mail programs join them again. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > bytesInWord) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((part) => `=?utf-8?b?${Buffer.from(part).toString('base64')}?=`).join(' ');
}
