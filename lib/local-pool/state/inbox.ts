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

interface Sent {
  readonly sentAt: string;
  readonly medium: 'EMAIL' | 'SMS';
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
}

/** A message of the pool itself. */
export interface PoolMessage extends Sent {
  readonly kind: MessageKind;
  /** The code or temporary password inside, so that nobody has to search the text. */
  readonly code: string;
}

/** A message that a function sent, through what stands in for SES and SNS. */
export interface FunctionMessage extends Sent {
  readonly kind: 'Sent';
  /** Where the code is in the text, if there is one, only the function knows. */
  readonly code?: undefined;
}

export type Message = PoolMessage | FunctionMessage;

/** A message as it is handed in. */
export type Delivery = Omit<PoolMessage, 'sentAt'> | Omit<FunctionMessage, 'sentAt'>;

/** How many messages are kept. */
export const inboxCapacity = 1000;

/** The messages that Cognito would have sent, newest last; the oldest fall out. */
export class Inbox {
  readonly #clock: Clock;
  readonly #messages: Message[] = [];
  readonly #onTheWay = new Set<Promise<void>>();
  readonly #watchers = new Set<(message: Message) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  deliver(message: Delivery): void {
    const sent = { sentAt: new Date(this.#clock.now()).toISOString(), ...message };
    this.#messages.push(sent);
    if (this.#messages.length > inboxCapacity) this.#messages.shift();
    for (const watcher of this.#watchers) watcher(sent);
  }

  /**
   * Tells `watcher` of every message from now on.
   *
   * @returns what ends the watching
   */
  watch(watcher: (message: Message) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Tells of a message that a function is about to send. `sending` ends whatever becomes of it, and never rejects. */
  expect(sending: Promise<void>): void {
    this.#onTheWay.add(sending);
    void sending.then(() => this.#onTheWay.delete(sending));
  }

  /** Resolves when nothing is on its way any more: who reads the inbox then misses no message asked for before. */
  async arrived(): Promise<void> {
    await Promise.all(this.#onTheWay);
  }

  all(): readonly Message[] {
    return [...this.#messages];
  }

  /** The newest message to `address`, of `kind` if given. */
  latest(address: string, kind: MessageKind): PoolMessage | undefined;
  latest(address: string, kind?: Message['kind']): Message | undefined;
  latest(address: string, kind?: Message['kind']): Message | undefined {
    return this.#messages.findLast(
      (message) => message.to === address && (kind === undefined || message.kind === kind),
    );
  }
}
