import type { TargetFacts } from '../target-facts';

const senders = ['CustomEmailSender', 'CustomSMSSender'];

/** Why no journey can get at a code that comes with a message. */
export function unreadableMessages({ inbox, pool }: TargetFacts): string | undefined {
  if (!inbox) return 'Nobody reads the messages that this pool sends: its codes go to an address that nobody has.';
  const sender = senders.find((each) => pool.triggers.includes(each));
  return sender === undefined
    ? undefined
    : `The ${sender} trigger writes the messages of this pool, and only it knows where the code is in them.`;
}

/** Why there are no codes by text message. */
export function noTextMessages(facts: TargetFacts): string | undefined {
  const { mfa, factors } = facts.pool;
  if (mfa === 'OFF') return 'MFA is off in this pool (MfaConfiguration).';
  if (!factors.includes('SMS_MFA')) return 'A text message is no factor of this pool (EnabledMfas).';
  return unreadableMessages(facts);
}
