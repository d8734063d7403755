import { systemRandomness } from '../../../lib/local-pool/randomness';
import { standInEndpoints } from '../../../lib/local-pool/stand-ins/routes';
import type { StartTimer } from '../../../lib/local-pool/triggers/timer';
import { WorkerRuntime, type WorkerRuntimeOptions } from '../../../lib/local-pool/triggers/worker-runtime';

/** A runtime with its log in `lines`; unless told otherwise its calls go to addresses where nothing listens. */
export function plantedRuntime(options: Partial<WorkerRuntimeOptions> = {}): {
  readonly runtime: WorkerRuntime;
  readonly lines: readonly string[];
} {
  const lines: string[] = [];
  const runtime = new WorkerRuntime({
    randomness: systemRandomness,
    endpoints: () => ({ cognito: 'http://127.0.0.1:9', ...standInEndpoints('http://127.0.0.1:9') }),
    log: (line) => void lines.push(line),
    ...options,
  });
  return { runtime, lines };
}

/** A timer that expires when told, so that no test waits. */
export class ManualTimer {
  readonly #running = new Map<() => void, number>();

  readonly start: StartTimer = (milliseconds, expired) => {
    this.#running.set(expired, milliseconds);
    return () => void this.#running.delete(expired);
  };

  /** The limits that run at the moment. */
  get running(): readonly number[] {
    return [...this.#running.values()];
  }

  expireAll(): void {
    const expired = [...this.#running.keys()];
    this.#running.clear();
    for (const expire of expired) expire();
  }
}
