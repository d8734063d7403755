import { ExpectationError } from './expectation-error';
import type { StepContext } from './step';

/** What a message is about, by the trigger sources of CustomMessage without their prefix. */
export type MessageKind = 'SignUp' | 'AdminCreateUser' | 'ForgotPassword' | 'Authentication';

/** Where the messages of a user pool arrive, for somebody who may read all of them. */
export interface Inbox {
  /** The code or temporary password in the newest message of that kind to an address or a phone number. */
  newestCode(kind: MessageKind, to: string): Promise<string | undefined>;
}

/** @throws ExpectationError when no such message has come */
export async function codeFromInbox(
  kind: MessageKind,
  to: string,
  { target, secrets }: Pick<StepContext, 'target' | 'secrets'>,
): Promise<string> {
  const code = secrets.keep(await target.inbox?.newestCode(kind, to));
  if (code === undefined)
    throw new ExpectationError(`No message of the kind ${kind} has come to ${to}; expected one with a code in it.`);
  return code;
}

/** Another code of the same length: certainly not the one that was sent. */
export function alterCode(code: string, secrets: StepContext['secrets']): string {
  return secrets.keep(code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10));
}
