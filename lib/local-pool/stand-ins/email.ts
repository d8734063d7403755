import type { Inbox } from '../state/inbox';

/** An e-mail as both versions of the SES API describe it. */
export interface Email {
  readonly from: string;
  readonly recipients: readonly string[];
  readonly subject: string;
  readonly html: string | undefined;
  readonly text: string | undefined;
}

/** SES takes so many recipients at a time (developer guide, "Service quotas"). */
const mostRecipients = 50;

/** `name@domain`, alone or in angle brackets after the name that is shown (RFC 5322 section 3.4). */
const mailbox = /^[^<>]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/;

/**
 * Puts one message for each recipient into the inbox, with the richest form of the body.
 * @returns why SES would not send it; nothing is delivered then.
 */
export function sendEmail({ from, recipients, subject, html, text }: Email, inbox: Inbox): string | undefined {
  const body = html ?? text;
  if (recipients.length === 0) return "Missing required header 'To'.";
  if (recipients.length > mostRecipients) return `Recipient count exceeds ${mostRecipients}.`;
  if (![from, ...recipients].every((address) => mailbox.test(address))) return "Missing final '@domain'";
  if (body === undefined) return 'Missing body: expected Html or Text.';
  for (const to of recipients) inbox.deliver({ kind: 'Sent', medium: 'EMAIL', from, to, subject, body });
  return undefined;
}
