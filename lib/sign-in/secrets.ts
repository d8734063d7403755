/**
 * Every value of a journey that must not be shown. What the service says of a failure is printed, and some of its messages
 * repeat what they were sent.
 */
export class Secrets {
  readonly #values = new Set<string>();

  /** Remembers the value and hands it back. */
  keep<T extends string | undefined>(value: T): T {
    if (value !== undefined && value !== '') this.#values.add(value);
    return value;
  }

  /** The text with every remembered value replaced, the longest first. */
  hide(text: string): string {
    const longestFirst = [...this.#values].sort((left, right) => right.length - left.length);
    return longestFirst.reduce((hidden, value) => hidden.replaceAll(value, '(hidden)'), text);
  }
}
