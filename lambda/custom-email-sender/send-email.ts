import { SendEmailCommand, SESv2Client } from '@aws-sdk/client-sesv2';
import { delivered } from '../delivery-error';
import type { Email } from './decide';

/** Sends an e-mail to a user. @throws DeliveryError */
export type SendEmail = (email: Email, userName: string) => Promise<void>;

const charset = 'UTF-8';

/** Sends through SES. Region, credentials and endpoint come from the environment of the function. */
export function emailSender(from: string): SendEmail {
  const client = new SESv2Client({ maxAttempts: 2 });
  return ({ to, subject, html }, userName) =>
    delivered(
      client.send(
        new SendEmailCommand({
          FromEmailAddress: from,
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
