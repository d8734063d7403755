import { constants } from 'node:os';

/** The part of a process that signals arrive at. */
export interface SignalSource {
  on(signal: NodeJS.Signals, listener: (signal: NodeJS.Signals) => void): unknown;
}

export interface Interruption {
  readonly now: () => number;
  /** Ends the process at once. */
  readonly exit: (code: number) => void;
}

const watched: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** npm hands on to the command what the terminal has sent it already: one Ctrl-C arrives twice. */
const sameKeyPress = 500;

/**
 * Turns the first signal into an abort, so that a command can clean up, and a later one into the end of the process.
 *
 * @returns the signal for the command
 */
export function watchInterruption(source: SignalSource, { now, exit }: Interruption): AbortSignal {
  const controller = new AbortController();
  let first: number | undefined;
  for (const signal of watched) {
    source.on(signal, () => {
      first ??= now();
      if (!controller.signal.aborted) controller.abort();
      else if (now() - first > sameKeyPress) exit(128 + constants.signals[signal]);
    });
  }
  return controller.signal;
}
