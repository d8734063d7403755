import type { Pool } from '../pool';
import type { CodePurpose } from '../state/codes';
import type { MessageKind } from '../state/inbox';
import { triggerAttributes } from '../state/user-attributes';
import type { User } from '../state/user';
import { codePlaceholder, customMessage, usernamePlaceholder } from '../triggers/custom-message';
import { UserNotFoundException } from '../wire/exceptions';
import { emailDelivery, type CodeDelivery } from './code-delivery';

/** A message to be sent by e-mail: what it is about and to whom it goes. */
interface Letter {
  readonly pool: Pool;
  /** undefined where the request names no app client. */
  readonly clientId: string | undefined;
  readonly kind: MessageKind;
  /** As the CustomMessage trigger shall see the user. */
  readonly user: User;
  readonly address: string;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

/**
 * Sends a message: the texts of the CustomMessage trigger, else those of the template, with the code in them.
 * @param makeCode makes the code, or the temporary password, and stores what goes with it; called after the trigger, so
 * that nothing changes when the trigger fails.
 * @throws what the trigger's failure means, or UserNotFoundException when the user was deleted while it ran.
 */
export async function sendMessage(letter: Letter, makeCode: () => string): Promise<CodeDelivery> {
  const { pool, clientId, kind, user, address, clientMetadata } = letter;
  const { messages, email } = pool.settings;
  const custom = await customMessage(
    { pool, clientId },
    { kind, username: user.username, attributes: triggerAttributes(user), clientMetadata },
  );
  if (pool.users.latest(user) === undefined) throw new UserNotFoundException('User does not exist.');
  const invitation = kind === 'AdminCreateUser';
  const subject = custom.emailSubject ?? (invitation ? messages.invitationSubject : messages.verificationSubject);
  const text = custom.emailMessage ?? (invitation ? messages.invitationMessage : messages.verificationMessage);
  const code = makeCode();
  const body = fill(text, {
    [codePlaceholder]: code,
    ...(invitation && { [usernamePlaceholder]: signInName(pool, user) }),
  });
  pool.inbox.deliver({ kind, medium: 'EMAIL', from: email.from, to: address, subject, body, code });
  return emailDelivery(address);
}

/** Sends a six-digit code for `purpose`; the one before it stops working. */
export function sendCode(letter: Letter, purpose: CodePurpose): Promise<CodeDelivery> {
  return sendMessage(letter, () => letter.pool.codes.issue(letter.user.username, purpose));
}

/** Every placeholder at once: what is filled in is not looked at again. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{[^{}]+\}/g, (placeholder) => values[placeholder] ?? placeholder);
}

/** The name that a person signs in with: the address where that is the name, else the username. */
function signInName(pool: Pool, user: User): string {
  return (pool.settings.signInWith === 'email' ? user.attributes['email'] : undefined) ?? user.username;
}
