import type { TriggerFunction, TriggerName } from '../../../lib/local-pool/settings/pool-settings';
import type { Invocation, LambdaRuntime } from '../../../lib/local-pool/triggers/lambda';
import type { TriggerCaller } from '../../../lib/local-pool/triggers/trigger-caller';

/** An event as a function gets it. */
export interface RecordedEvent {
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** Stands for all functions: remembers the events, as JSON has them, and ends each as told. */
export class RecordingLambda implements LambdaRuntime {
  readonly events: RecordedEvent[] = [];
  readonly #end: (event: RecordedEvent) => Invocation;

  constructor(end: (event: RecordedEvent) => Invocation) {
    this.#end = end;
  }

  async invoke(_target: TriggerFunction, payload: unknown): Promise<Invocation> {
    const event = JSON.parse(JSON.stringify(payload)) as RecordedEvent;
    this.events.push(event);
    return this.#end(event);
  }

  async close(): Promise<void> {}
}

/** Functions that return the event, with `response` replaced. */
export function answering(response: unknown): RecordingLambda {
  return new RecordingLambda((event) => ({ outcome: 'returned', payload: { ...event, response } }));
}

/** Functions that return the event as it came. */
export function echoing(): RecordingLambda {
  return new RecordingLambda((event) => ({ outcome: 'returned', payload: event }));
}

interface CallerSettings {
  /** The one trigger that the pool has; undefined: none. */
  readonly trigger: TriggerName | undefined;
  readonly eventVersion?: TriggerFunction['eventVersion'];
  readonly sender?: 'COGNITO_DEFAULT' | 'DEVELOPER';
  readonly clientId?: string | undefined;
}

export function callerOf(lambda: LambdaRuntime, settings: CallerSettings): TriggerCaller {
  const { trigger, eventVersion = 'V1_0', sender = 'DEVELOPER' } = settings;
  const target: TriggerFunction = {
    logicalId: 'Function',
    arn: 'arn:aws:lambda:eu-west-1:000000000000:function:function',
    directory: '/asset',
    handler: 'index.handler',
    environment: {},
    memoryMegabytes: 128,
    timeoutSeconds: 5,
    eventVersion,
    invocable: true,
  };
  return {
    pool: {
      id: 'eu-west-1_AbCdEfGhI',
      settings: {
        region: 'eu-west-1',
        triggers: trigger === undefined ? {} : { [trigger]: target },
        email: { sender, from: 'no-reply@example.com' },
      },
      lambda,
    },
    clientId: 'clientId' in settings ? settings.clientId : 'client1234567890',
  };
}

export const mia = {
  username: '5f2c1d0e-0000-4000-8000-000000000001',
  attributes: {
    sub: '5f2c1d0e-0000-4000-8000-000000000001',
    'cognito:user_status': 'CONFIRMED',
    email: 'mia@example.com',
    email_verified: 'true',
  },
};
