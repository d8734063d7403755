/** What counts of a remembered device. */
export interface Device {
  readonly key: string;
  /** When it was last part of a sign-in, else when it was made; undefined where the service does not tell. */
  readonly lastUsed: Date | undefined;
}

const dayMilliseconds = 86_400_000;

/**
 * The devices that nobody has signed in from for so many days. One of which nothing is known is kept: it is not for a
 * guess to send a user back to the second factor.
 *
 * @param now milliseconds since 1970
 */
export function unusedOf(devices: readonly Device[], afterDays: number, now: number): readonly Device[] {
  const limit = now - afterDays * dayMilliseconds;
  return devices.filter(({ lastUsed }) => lastUsed !== undefined && lastUsed.getTime() < limit);
}
