import type { Clock } from '../clock';

/** Something that happened in the local pools, as far as a log may tell it: nothing of what was sent. */
export type Activity =
  | {
      readonly kind: 'request';
      /** The API operation, or the endpoint of managed login. */
      readonly what: string;
      readonly status: number;
      /** The exception, the OAuth error, or why the error page of managed login was shown. */
      readonly error: string | undefined;
      /** The challenge that was asked. */
      readonly challenge: string | undefined;
      readonly milliseconds: number;
    }
  | {
      readonly kind: 'trigger';
      /** triggerSource, for instance PreSignUp_SignUp. */
      readonly what: string;
      /** The logical id of the function. */
      readonly functionName: string;
      readonly outcome: 'returned' | 'failed' | 'timed-out' | 'denied';
      readonly milliseconds: number;
    };

/** An activity with its place in the log. */
export type LogEntry = Activity & { readonly at: number };

/** How many activities are kept. */
export const logCapacity = 500;

/** The last activities, oldest first; whoever watches hears of each at once. */
export class ActivityLog {
  readonly #clock: Clock;
  readonly #entries: LogEntry[] = [];
  readonly #watchers = new Set<(entry: LogEntry) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  record(activity: Activity): void {
    const entry = { ...activity, at: this.#clock.now() };
    this.#entries.push(entry);
    if (this.#entries.length > logCapacity) this.#entries.shift();
    for (const watcher of this.#watchers) watcher(entry);
  }

  all(): readonly LogEntry[] {
    return [...this.#entries];
  }

  /** @returns what ends the watching */
  watch(watcher: (entry: LogEntry) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }
}
