import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { delivered } from './delivery-error';
import type { SesSettings } from './ses-settings';

export interface Email {
  readonly to: string;
  readonly subject: string;
  readonly html: string;
}

/** Sends an e-mail to a user. @throws DeliveryError */
export type SendEmail = (email: Email, userName: string) => Promise<void>;

const charset = 'UTF-8';

/** Sends through SES. Credentials and endpoint come from the environment of the function. */
export function emailSender({ from, replyTo, region, configurationSet }: SesSettings): SendEmail {
  const client = new SESv2Client({ region, maxAttempts: 2 });
  return ({ to, subject, html }, userName) =>
    delivered(
      client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
          ReplyToAddresses: [replyTo],
          ConfigurationSetName: configurationSet,
          Destination: { ToAddresses: [to] },
          Content: {
            Simple: {
              Subject: { Data: subject, Charset: charset },
              Body: { Html: { Data: html, Charset: charset } },
            },
          },
        }),
      ),
      userName,
    );
}
