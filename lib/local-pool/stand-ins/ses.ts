import { z } from 'zod';
import type { Randomness } from '../randomness';
import type { Inbox } from '../state/inbox';
import { sendEmail } from './email';
import { failure, notSimulated, readJson, type StandInReply } from './json-protocol';

/** What the stand-in looks at of a request. */
export interface SesRequest {
  readonly method: string;
  /** Below the endpoint: `/v2/email/outbound-emails`. */
  readonly path: string;
  readonly body: string;
}

const addresses = z.array(z.string().min(3).max(320)).default([]);
const content = z.object({ Data: z.string(), Charset: z.string().optional() });
const sendEmailInput = z.object({
  FromEmailAddress: z.string().min(3).max(320),
  Destination: z.object({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses }),
  Content: z.object({
    Simple: z
      .object({ Subject: content, Body: z.object({ Html: content.optional(), Text: content.optional() }) })
      .optional(),
    Raw: z.unknown().optional(),
    Template: z.unknown().optional(),
  }),
});

/**
 * Answers a request to Amazon SES (API v2): SendEmail with simple content, which puts one message for each recipient into
 * the inbox, and for anything else an error that names it.
 * https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
 */
export function ses(
  { method, path, body }: SesRequest,
  inbox: Inbox,
  randomness: Pick<Randomness, 'uuid'>,
): StandInReply {
  if (method !== 'POST' || path !== '/v2/email/outbound-emails')
    return notSimulated(`SES ${method} ${path}`, simulated);
  const request = readJson(body);
  if (request === undefined) return failure(400, 'BadRequestException', 'The request body is not JSON.');
  const input = sendEmailInput.safeParse(request);
  if (!input.success) return failure(400, 'BadRequestException', z.prettifyError(input.error));
  const { FromEmailAddress: from, Destination, Content } = input.data;
  if (Content.Simple === undefined)
    return notSimulated(`SendEmail with ${Object.keys(Content).join(', ') || 'no content'}`, simulated);
  const { Subject, Body } = Content.Simple;
  const problem = sendEmail(
    {
      from,
      recipients: [...Destination.ToAddresses, ...Destination.CcAddresses, ...Destination.BccAddresses],
      subject: Subject.Data,
      html: Body.Html?.Data,
      text: Body.Text?.Data,
    },
    inbox,
  );
  if (problem !== undefined) return failure(400, 'BadRequestException', problem);
  return { status: 200, body: { MessageId: randomness.uuid() } };
}

const simulated = 'SendEmail of SES v2 with Content.Simple is';
