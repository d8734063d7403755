import type { Randomness } from '../randomness';
import type { TriggerFunction } from '../settings/pool-settings';
import { functionEnvironment, type LambdaEndpoints } from './function-environment';
import type { LogSink } from './function-log';
import { InstanceFleet } from './instance-fleet';
import type { Invocation, InvocationType, LambdaRuntime } from './lambda';
import { RunningInstance } from './running-instance';
import { systemTimer, type StartTimer } from './timer';

export interface WorkerRuntimeOptions {
  readonly randomness: Pick<Randomness, 'uuid'>;
  readonly log: LogSink;
  /** Asked whenever an instance starts, as a server knows its port only then. */
  readonly endpoints: () => LambdaEndpoints;
  /** How long Cognito waits for one attempt, cold start included. Default: 5,000. */
  readonly timeLimitMilliseconds?: number;
  /** How often Cognito tries in total; only a timeout is tried again. Default: 3. */
  readonly attempts?: number;
  /** Most instances of one function at a time. Default: 4. */
  readonly instancesPerFunction?: number;
  readonly startTimer?: StartTimer;
}

/**
 * Runs trigger functions in worker threads, as Cognito invokes them: synchronously, with a limit of 5 seconds and 3
 * attempts, neither of which can be configured on the service (developer guide, "Customizing user pool workflows with
 * Lambda triggers"). A thread is an isolation of memory, environment and life, not of security: a bundle is trusted code.
 */
export class WorkerRuntime implements LambdaRuntime {
  readonly #options: WorkerRuntimeOptions;
  readonly #timeLimit: number;
  readonly #attempts: number;
  readonly #startTimer: StartTimer;
  // By the settings object, so that two functions of one name (two environments) never share an instance.
  readonly #fleets = new Map<TriggerFunction, InstanceFleet>();
  #closed = false;

  constructor(options: WorkerRuntimeOptions) {
    this.#options = options;
    this.#timeLimit = options.timeLimitMilliseconds ?? 5000;
    this.#attempts = options.attempts ?? 3;
    this.#startTimer = options.startTimer ?? systemTimer;
  }

  /** An Event is tried once: Lambda would try a failed one again after one minute and after two more. */
  async invoke(
    target: TriggerFunction,
    payload: unknown,
    type: InvocationType = 'RequestResponse',
  ): Promise<Invocation> {
    if (!target.invocable) return { outcome: 'denied' };
    const event = JSON.stringify(payload);
    if (type === 'Event') return this.#attempt(target, event, Infinity);
    let invocation: Invocation = { outcome: 'timed-out' };
    for (let attempt = 0; attempt < this.#attempts && invocation.outcome === 'timed-out'; attempt += 1) {
      invocation = await this.#attempt(target, event, this.#timeLimit);
    }
    return invocation;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#fleets.values()].map((fleet) => fleet.close()));
  }

  async #attempt(target: TriggerFunction, event: string, timeLimit: number): Promise<Invocation> {
    try {
      return await this.#fleetOf(target).use((instance) => this.#run(instance, target, event, timeLimit));
    } catch (error) {
      return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  #fleetOf(target: TriggerFunction): InstanceFleet {
    const known = this.#fleets.get(target);
    if (known !== undefined) return known;
    const { endpoints, instancesPerFunction = 4, log } = this.#options;
    const fleet = new InstanceFleet(instancesPerFunction, () => {
      if (this.#closed) throw new Error('The Lambda runtime is closed.');
      return new RunningInstance(target, functionEnvironment(target, endpoints()), log);
    });
    this.#fleets.set(target, fleet);
    return fleet;
  }

  async #run(
    instance: RunningInstance,
    target: TriggerFunction,
    event: string,
    timeLimit: number,
  ): Promise<Invocation> {
    const requestId = this.#options.randomness.uuid();
    const ownLimit = target.timeoutSeconds * 1000;
    // A function that runs into its own timeout fails like every function that throws, and is not tried again.
    const expiry: Invocation =
      ownLimit < timeLimit ? { outcome: 'failed', message: timeoutMessage(requestId, target) } : timedOut;
    let stopTimer = (): void => undefined;
    const expired = new Promise<Invocation>((resolve) => {
      stopTimer = this.#startTimer(Math.min(ownLimit, timeLimit), () => resolve(expiry));
    });
    const invocation = await Promise.race([instance.invoke({ requestId, event }), expired]);
    stopTimer();
    if (invocation === expiry) await instance.terminate();
    return invocation;
  }
}

const timedOut: Invocation = { outcome: 'timed-out' };

/** Lambda's own text (errorType Sandbox.Timedout). */
function timeoutMessage(requestId: string, target: TriggerFunction): string {
  return `RequestId: ${requestId} Error: Task timed out after ${target.timeoutSeconds.toFixed(2)} seconds`;
}
