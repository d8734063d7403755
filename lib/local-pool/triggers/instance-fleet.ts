import type { RunningInstance } from './running-instance';

/**
 * The instances of one function. An instance works on one event at a time, as on Lambda; another is started while all are
 * busy, up to `size`, and further events wait their turn. A warm instance is used again.
 */
export class InstanceFleet {
  readonly #start: () => RunningInstance;
  readonly #instances = new Set<RunningInstance>();
  readonly #waiting: (() => void)[] = [];
  #idle: RunningInstance[] = [];
  #free: number;

  constructor(size: number, start: () => RunningInstance) {
    this.#free = size;
    this.#start = start;
  }

  /** Lends an instance to `work`. Rejects when none can be started. */
  async use<T>(work: (instance: RunningInstance) => Promise<T>): Promise<T> {
    await this.#turn();
    try {
      const instance = this.#take();
      try {
        return await work(instance);
      } finally {
        this.#putBack(instance);
      }
    } finally {
      this.#passOn();
    }
  }

  /** Ends all instances; resolves when none is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#instances].map((instance) => instance.terminate()));
    this.#instances.clear();
    this.#idle = [];
  }

  async #turn(): Promise<void> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #passOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#free += 1;
    else next();
  }

  #take(): RunningInstance {
    const warm = this.#idle.pop();
    if (warm?.alive === true) return warm;
    if (warm !== undefined) {
      this.#instances.delete(warm);
      return this.#take();
    }
    const started = this.#start();
    this.#instances.add(started);
    return started;
  }

  #putBack(instance: RunningInstance): void {
    if (instance.alive) this.#idle.push(instance);
    else this.#instances.delete(instance);
  }
}
