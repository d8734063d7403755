/** Calls `expired` once after `milliseconds`, unless the returned function is called before. Injected so that no test waits. */
export type StartTimer = (milliseconds: number, expired: () => void) => () => void;

export const systemTimer: StartTimer = (milliseconds, expired) => {
  const timeout = setTimeout(expired, milliseconds);
  return () => clearTimeout(timeout);
};
