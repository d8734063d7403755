/** What an operator may read about a failure: identifiers and kinds, never personal data or secrets. */
export type Facts = Readonly<Record<string, string | number | undefined>>;

/**
 * A failure that operators must see and users must not. The message and the facts are logged, so both are written by
 * this project; the text of a foreign error is never among them, as it may quote what it was given.
 */
export abstract class TriggerError extends Error {
  abstract override readonly name: string;
  readonly facts: Facts;

  constructor(message: string, facts: Facts) {
    super(message);
    this.facts = facts;
  }
}
