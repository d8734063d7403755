import type { TriggerFunction } from '../settings/pool-settings';

/** How an invocation ended. The service turns each into its own error text (see invoke.ts). */
export type Invocation =
  | { readonly outcome: 'returned'; readonly payload: unknown }
  /** The handler threw, or the bundle could not be loaded: `message` is the error's text. */
  | { readonly outcome: 'failed'; readonly message: string }
  | { readonly outcome: 'timed-out' }
  | { readonly outcome: 'denied' };

/** Runs Lambda functions of the assembly on this machine. */
export interface LambdaRuntime {
  invoke(target: TriggerFunction, payload: unknown): Promise<Invocation>;
  /** Ends every running function; resolves when none is left. */
  close(): Promise<void>;
}
