import type { TriggerFunction } from '../settings/pool-settings';
import type { Invocation, InvocationType, LambdaRuntime } from '../triggers/lambda';
import type { ActivityLog } from './activity';

/** A runtime of which the desk hears every run, with its duration. */
export class ObservedRuntime implements LambdaRuntime {
  readonly #runtime: LambdaRuntime;
  readonly #log: ActivityLog;
  readonly #elapsed: () => number;

  /** @param elapsed milliseconds of a clock that only goes forward */
  constructor(runtime: LambdaRuntime, log: ActivityLog, elapsed: () => number) {
    this.#runtime = runtime;
    this.#log = log;
    this.#elapsed = elapsed;
  }

  async invoke(target: TriggerFunction, payload: unknown, type?: InvocationType): Promise<Invocation> {
    const began = this.#elapsed();
    const invocation = await this.#runtime.invoke(target, payload, type);
    this.#log.record({
      kind: 'trigger',
      what: sourceOf(payload),
      functionName: target.logicalId,
      outcome: invocation.outcome,
      milliseconds: this.#elapsed() - began,
    });
    return invocation;
  }

  close(): Promise<void> {
    return this.#runtime.close();
  }
}

function sourceOf(payload: unknown): string {
  const source = typeof payload === 'object' && payload !== null && 'triggerSource' in payload && payload.triggerSource;
  return typeof source === 'string' ? source : 'Event';
}
