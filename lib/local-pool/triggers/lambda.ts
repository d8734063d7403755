import type { TriggerFunction } from '../settings/pool-settings';

/** How an invocation ended. The service turns each into its own error text (see invoke.ts). */
export type Invocation =
  | { readonly outcome: 'returned'; readonly payload: unknown }
  /** The handler threw, or the bundle could not be loaded: `message` is the error's text. */
  | { readonly outcome: 'failed'; readonly message: string }
  | { readonly outcome: 'timed-out' }
  | { readonly outcome: 'denied' };

/**
 * Whether Cognito waits for the function (RequestResponse) or hands the event to Lambda's queue (Event), which gives the
 * function all of its own timeout.
 */
export type InvocationType = 'RequestResponse' | 'Event';

/** Runs Lambda functions of the assembly on this machine. */
export interface LambdaRuntime {
  /** @param type default: RequestResponse. With Event, too, the promise resolves when the function has ended. */
  invoke(target: TriggerFunction, payload: unknown, type?: InvocationType): Promise<Invocation>;
  /** Ends every running function; resolves when none is left. */
  close(): Promise<void>;
}
