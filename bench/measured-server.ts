import type { MeasuredPool } from './sign-in-stack';

/** What a measured server is started with, as its one argument. */
export interface ServerSetup {
  readonly pool: MeasuredPool;
  readonly users: number;
  /** Directory of the trigger's code. */
  readonly bundle: string;
}

/** What can be asked of it over IPC, so that the question costs the HTTP server nothing. */
export type ServerQuestion =
  /** Microseconds of processor time since its start, of all its threads. */
  | 'cpu'
  /** Resident bytes after a collection of garbage. */
  | 'memory'
  /** Microseconds of processor time for two RSA-2048 signatures: the mean of many. */
  | 'signatures';

export interface ServerReady {
  readonly origin: string;
  readonly poolId: string;
  readonly clientId: string;
}

/** One IPC message of the server. */
export type ServerMessage =
  | { readonly kind: 'ready'; readonly ready: ServerReady }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: ServerQuestion; readonly value: number };
