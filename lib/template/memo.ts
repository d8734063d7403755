/** Values that are worked out once, when first asked for, and that may ask for each other. */
export class Memo<T> {
  readonly #known = new Map<string, T>();
  readonly #open = new Set<string>();
  readonly #onCycle: (name: string) => T;

  /** @param onCycle the value of a name whose own value needs itself */
  constructor(onCycle: (name: string) => T) {
    this.#onCycle = onCycle;
  }

  get(name: string, work: () => T): T {
    const known = this.#known.get(name);
    if (known !== undefined || this.#known.has(name)) return known as T;
    if (this.#open.has(name)) return this.#onCycle(name);
    this.#open.add(name);
    try {
      const value = work();
      this.#known.set(name, value);
      return value;
    } finally {
      this.#open.delete(name);
    }
  }
}
