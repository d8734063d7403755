import type { CustomMessageTriggerEvent } from 'aws-lambda';

export type MessageSource = CustomMessageTriggerEvent['triggerSource'];

/**
 * The texts of one message. `{product}` and `{code}` are filled in, and in the invitation (AdminCreateUser) also
 * `{username}`; there the code is the temporary password.
 */
export interface MessageText {
  readonly subject: string;
  /** Paragraphs of HTML. */
  readonly email: readonly string[];
  /** At most 140 characters with everything filled in. */
  readonly sms: string;
}

/** A language: a text for every message that Cognito sends. */
export type MessageTexts = Readonly<Record<MessageSource, MessageText>>;
