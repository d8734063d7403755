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
        from: fromHeader(sender),
        replyToEmailAddress: sender.replyToAddress,
        ...(sender.configurationSet !== undefined && { configurationSet: sender.configurationSet }),
        sourceArn: sesArn(scope, sender, 'identity', sender.verifiedIdentity),
      };
  }
}

export type SesSender = Extract<Environment['emailSender'], { readonly kind: 'ses' }>;

/**
 * The sender of those who cannot do without SES.
 *
 * @throws TypeError for the built-in sender, which the check of an environment refuses there
 */
export function requireSes(sender: Environment['emailSender']): SesSender {
  if (sender.kind === 'ses') return sender;
  throw new TypeError(`emailSender.kind is "${sender.kind}" where a function sends e-mail; expected "ses".`);
}

/** The sender as it stands in a header: a name with the address in angle brackets. */
export function fromHeader({ fromName, fromAddress }: SesSender): string {
  return `${displayName(fromName)} <${fromAddress}>`;
}

/** What of SES a sender uses, in its Region and in the account of the stack. */
export function sesArn(
  scope: Construct,
  { region }: SesSender,
  resource: 'identity' | 'configuration-set',
  resourceName: string,
): string {
  return Stack.of(scope).formatArn({
    service: 'ses',
    region,
    resource,
    resourceName,
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
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
