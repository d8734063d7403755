import type { Clock } from '../clock';

/** What a message is about (the CustomMessage trigger's names without their prefix). */
export type MessageKind =
  | 'SignUp'
  | 'AdminCreateUser'
  | 'ResendCode'
  | 'ForgotPassword'
  | 'UpdateUserAttribute'
  | 'VerifyUserAttribute'
  | 'Authentication';

export interface Message {
  readonly sentAt: string;
  readonly kind: MessageKind;
  readonly medium: 'EMAIL' | 'SMS';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  /** The code or temporary password inside, so that nobody has to search the text. */
  readonly code: string;
}

const capacity = 1000;

/** The messages that Cognito would have sent, newest last; the oldest fall out. */
export class Inbox {
  readonly #clock: Clock;
  readonly #messages: Message[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  deliver(message: Omit<Message, 'sentAt'>): void {
    this.#messages.push({ sentAt: new Date(this.#clock.now()).toISOString(), ...message });
    if (this.#messages.length > capacity) this.#messages.shift();
  }

  all(): readonly Message[] {
    return [...this.#messages];
  }

  /** The newest message to `address`, of `kind` if given. */
  latest(address: string, kind?: MessageKind): Message | undefined {
    return this.#messages.findLast(
      (message) => message.to === address && (kind === undefined || message.kind === kind),
    );
  }
}
