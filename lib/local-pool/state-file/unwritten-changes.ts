import type { Change } from './change';
import { fileErrorCode, StateFileError } from './state-file-error';
import type { StateJournal } from './state-journal';

/**
 * What has changed since the last write. Requests that wait at the same time share a write: while one is on its way to the
 * disk, all that comes meanwhile is gathered for the next.
 */
export class UnwrittenChanges {
  readonly #journal: Pick<StateJournal, 'file' | 'write'>;
  /** By what has changed: its record as it is when it is written. */
  #changed = new Map<string, () => Change | undefined>();
  #underWay: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(journal: Pick<StateJournal, 'file' | 'write'>) {
    this.#journal = journal;
  }

  /** @param record undefined when there is nothing to keep any more */
  add(key: string, record: () => Change | undefined): void {
    this.#changed.set(key, record);
  }

  /**
   * Returns once everything that has changed up to now is on the disk.
   * @throws StateFileError when it cannot be written; it is tried again with the next call
   */
  written(): Promise<void> {
    if (this.#changed.size === 0) return this.#underWay ?? Promise.resolve();
    this.#next ??= this.#writeNext();
    return this.#next;
  }

  async #writeNext(): Promise<void> {
    // Whoever waits for the write before this one hears how it ends.
    await this.#underWay?.catch(() => undefined);
    this.#next = undefined;
    this.#underWay = this.#write();
    try {
      await this.#underWay;
    } finally {
      this.#underWay = undefined;
    }
  }

  async #write(): Promise<void> {
    const taken = this.#changed;
    this.#changed = new Map();
    const changes = [...taken.values()].map((record) => record()).filter((change) => change !== undefined);
    try {
      if (changes.length > 0) await this.#journal.write(changes);
    } catch (error) {
      // What has changed again meanwhile is in its newest form either way.
      this.#changed = new Map([...taken, ...this.#changed]);
      throw new StateFileError(
        this.#journal.file,
        `it cannot be written (${fileErrorCode(error)}). Requests fail until it can be: make room on the disk, or look at ` +
          'the file. What has changed meanwhile is written then.',
        { cause: error },
      );
    }
  }
}
