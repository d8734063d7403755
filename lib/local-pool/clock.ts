/** The time, injected so that no test waits. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

export const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);
