import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { TriggerFunction } from '../settings/pool-settings';
import { readFunctionArn } from './function-environment';
import { forwardLines, type LogSink } from './function-log';
import type { InstanceReply, InstanceRequest, InstanceSetup } from './instance-protocol';
import type { Invocation } from './lambda';

type Answer = Extract<Invocation, { outcome: 'returned' | 'failed' }>;

/** One instance of a function: a worker thread with the bundle loaded, an environment and a memory limit of its own. */
export class RunningInstance {
  readonly #worker: Worker;
  readonly #directory: string;
  readonly #functionName: string;
  readonly #log: LogSink;
  #alive = true;
  #crash: string | undefined;
  #pending: { readonly requestId: string; readonly resolve: (answer: Answer) => void } | undefined;

  /** Starts the thread. @throws when the environment cannot be given to it, for instance by a wrong NODE_OPTIONS. */
  constructor(target: TriggerFunction, environment: Readonly<Record<string, string>>, log: LogSink) {
    const { functionName } = readFunctionArn(target.arn);
    const setup: InstanceSetup = {
      directory: target.directory,
      handler: target.handler,
      functionName,
      functionArn: target.arn,
      memoryMegabytes: target.memoryMegabytes,
      timeoutSeconds: target.timeoutSeconds,
    };
    this.#directory = target.directory;
    this.#functionName = functionName;
    this.#log = log;
    this.#worker = new Worker(join(__dirname, 'lambda-instance.js'), {
      name: functionName,
      workerData: setup,
      env: { ...environment },
      argv: [],
      // Without this a worker takes over the loaders of this process, for instance a TypeScript transpiler.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: target.memoryMegabytes },
      stdout: true,
      stderr: true,
    });
    forwardLines(this.#worker.stdout, functionName, log);
    forwardLines(this.#worker.stderr, functionName, log);
    this.#worker.on('message', (reply: InstanceReply) => this.#receive(reply));
    this.#worker.on('error', (error: unknown) => {
      this.#crash = withinLimit(messageOf(error));
    });
    this.#worker.on('exit', (code) => this.#end(code));
  }

  /** Whether it can take another event. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Runs one event; the caller waits for the answer before the next. Never rejects: a crash is an answer too. */
  invoke(request: InstanceRequest): Promise<Answer> {
    return new Promise((resolve) => {
      this.#pending = { requestId: request.requestId, resolve };
      this.#worker.postMessage(request);
    });
  }

  /** Ends the thread whatever it is doing; resolves when it is gone. */
  async terminate(): Promise<void> {
    this.#alive = false;
    await this.#worker.terminate();
  }

  #receive(reply: InstanceReply): void {
    switch (reply.kind) {
      case 'returned':
        return this.#answer(
          isWithinLimit(reply.result)
            ? { outcome: 'returned', payload: JSON.parse(reply.result) }
            : { outcome: 'failed', message: tooLarge },
        );
      case 'failed':
        return this.#answer({ outcome: 'failed', message: withinLimit(reply.message) });
      case 'load-failed':
        this.#alive = false;
        void this.#worker.terminate();
        return this.#answer({
          outcome: 'failed',
          message: `The bundle ${this.#directory} could not be loaded: ${withinLimit(reply.message)}`,
        });
    }
  }

  #answer(answer: Answer): void {
    this.#pending?.resolve(answer);
    this.#pending = undefined;
  }

  #end(code: number): void {
    this.#alive = false;
    if (this.#pending === undefined) {
      if (this.#crash !== undefined) this.#log(`${this.#functionName}: ended between two events: ${this.#crash}`);
      return;
    }
    this.#answer({ outcome: 'failed', message: this.#crash ?? exitMessage(this.#pending.requestId, code) });
  }
}

/** The most that a function may answer, in bytes (Lambda quotas: invocation payload), and Lambda's words for more. */
const largestPayload = 6_291_556;
const tooLarge = `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`;

function isWithinLimit(text: string): boolean {
  return Buffer.byteLength(text) <= largestPayload;
}

/** Whatever a thread says goes on to clients and into the log: as much of it as Lambda lets through. */
function withinLimit(message: string): string {
  return isWithinLimit(message) ? message : tooLarge;
}

/** An error loses its kind between threads; what it says comes across. */
function messageOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
}

/** Lambda's own text for a function that ends its process (errorType Runtime.ExitError). */
function exitMessage(requestId: string, code: number): string {
  return code === 0
    ? `RequestId: ${requestId} Error: Runtime exited without providing a reason`
    : `RequestId: ${requestId} Error: Runtime exited with error: exit status ${code}`;
}
