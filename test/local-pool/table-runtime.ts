import type { TriggerFunction, TriggerName } from '../../lib/local-pool/settings/pool-settings';
import type { Invocation, LambdaRuntime } from '../../lib/local-pool/triggers/lambda';

/** The part of an event that the tests look at. */
export interface SeenEvent {
  readonly triggerSource: string;
  readonly userName: string;
  readonly callerContext: { readonly clientId: string };
  readonly request: Readonly<Record<string, unknown>> & { readonly userAttributes: Readonly<Record<string, string>> };
  readonly response: Readonly<Record<string, unknown>>;
}

/** A trigger: gives the fields of `response` that it sets, or throws. */
export type Trigger = (event: SeenEvent) => object | Promise<object>;

export type Triggers = Readonly<Partial<Record<TriggerName, Trigger>>>;

/** Runs triggers that are functions of the test, and keeps every event. */
export class TableRuntime implements LambdaRuntime {
  readonly events: SeenEvent[] = [];
  readonly #triggers: Triggers;

  constructor(triggers: Triggers) {
    this.#triggers = triggers;
  }

  async invoke(target: TriggerFunction, payload: unknown): Promise<Invocation> {
    const trigger = Object.entries(this.#triggers).find(([name]) => name === target.logicalId)?.[1];
    if (trigger === undefined) return { outcome: 'denied' };
    const event = payload as SeenEvent;
    this.events.push(event);
    try {
      const response = { ...event.response, ...(await trigger(event)) };
      return { outcome: 'returned', payload: { ...event, response } };
    } catch (error) {
      return { outcome: 'failed', message: error instanceof Error ? error.message : String(error) };
    }
  }

  async close(): Promise<void> {
    // Nothing runs on.
  }
}

/** The settings that name `triggers`, each under its own name. */
export function triggerSettings(triggers: Triggers): Readonly<Partial<Record<TriggerName, TriggerFunction>>> {
  return Object.fromEntries(
    Object.keys(triggers).map((name) => [
      name,
      {
        logicalId: name,
        arn: `arn:aws:lambda:eu-west-1:000000000000:function:${name}`,
        directory: '/none',
        handler: 'handler.handler',
        environment: {},
        memoryMegabytes: 128,
        timeoutSeconds: 5,
        eventVersion: name === 'PreTokenGeneration' ? 'V2_0' : 'V1_0',
        invocable: true,
      } satisfies TriggerFunction,
    ]),
  );
}
