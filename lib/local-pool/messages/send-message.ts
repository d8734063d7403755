import type { Pool } from '../pool';
import { usernameAttributes } from '../schema/sign-in-names';
import type { CodePurpose } from '../state/codes';
import type { MessageKind } from '../state/inbox';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { codePlaceholder, customMessage, usernamePlaceholder, type CustomMessage } from '../triggers/custom-message';
import { customSender } from '../triggers/custom-sender';
import { UserNotFoundException } from '../wire/exceptions';
import { codeDelivery, type CodeDelivery } from './code-delivery';
import type { Destination } from './destination';
import { messageTexts } from './message-texts';

/** A message to be sent: what it is about and to whom it goes. */
export interface Letter {
  readonly pool: Pool;
  /** undefined where the request names no app client. */
  readonly clientId: string | undefined;
  readonly kind: MessageKind;
  /** As the CustomMessage trigger shall see the user. */
  readonly user: User;
  readonly to: Destination;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends a message: through the pool's own sender where it has one, which is then asked for the texts too, else the texts
 * of the CustomMessage trigger, else those of the template, with the code in them.
 * @param makeCode makes the code, or the temporary password, and stores what goes with it; called after the trigger, so
 * that nothing changes when the trigger fails.
 * @throws what the trigger's failure means, or UserNotFoundException when the user was deleted while it ran.
 */
export async function sendMessage(letter: Letter, makeCode: () => string): Promise<CodeDelivery> {
  const { pool, user, to } = letter;
  const custom = hasSender(letter) ? {} : await customTexts(letter);
  if (pool.users.latest(user) === undefined) throw new UserNotFoundException('User does not exist.');
  const code = makeCode();
  if (hasSender(letter)) pool.inbox.expect(handOver(letter, code));
  else deliver(letter, custom, code);
  return codeDelivery(to);
}

const senders = { EMAIL: 'CustomEmailSender', SMS: 'CustomSMSSender' } as const;

function hasSender({ pool, to }: Letter): boolean {
  return pool.settings.triggers[senders[to.medium]] !== undefined;
}

function customTexts({ pool, clientId, kind, user, clientMetadata }: Letter): Promise<CustomMessage> {
  return customMessage(
    { pool, clientId },
    { kind, username: user.username, attributes: triggerAttributes(user), clientMetadata },
  );
}

/** Ends when the sender has; the request does not wait for it. */
function handOver({ pool, clientId, kind, user, to, clientMetadata }: Letter, code: string): Promise<void> {
  return customSender({ pool, clientId }, senders[to.medium], {
    kind,
    username: user.username,
    attributes: triggerAttributes(user),
    code,
    clientMetadata,
  });
}

function deliver({ pool, kind, user, to }: Letter, custom: CustomMessage, code: string): void {
  const texts = messageTexts(pool, kind);
  const isSms = to.medium === 'SMS';
  const subject = isSms ? '' : (custom.emailSubject ?? texts.subject);
  const text = isSms ? (custom.smsMessage ?? texts.sms) : (custom.emailMessage ?? texts.email);
  const body = fill(text, {
    [codePlaceholder]: code,
    ...(kind === 'AdminCreateUser' && { [usernamePlaceholder]: signInName(pool, user) }),
  });
  const from = isSms ? smsSender : pool.settings.email.from;
  pool.inbox.deliver({ kind, medium: to.medium, from, to: to.address, subject, body, code });
}

/** Who text messages are from when no sender id is registered (developer guide, "SMS message settings"). */
const smsSender = 'NOTICE';

/** Sends a six-digit code for `purpose`; the one before it stops working. */
export function sendCode(letter: Letter, purpose: CodePurpose): Promise<CodeDelivery> {
  return sendMessage(letter, () => letter.pool.codes.issue(letter.user.username, purpose));
}

/** Every placeholder at once: what is filled in is not looked at again. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{[^{}]+\}/g, (placeholder) => values[placeholder] ?? placeholder);
}

/** The name that a person signs in with: the address or number where that is the name, else the username. */
function signInName(pool: Pool, user: User): string {
  const [name = user.username] = usernameAttributes(pool.settings).flatMap((each) => user.attributes[each] ?? []);
  return name;
}
