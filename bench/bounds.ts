/** What the measurements of one run come to, and what they may be. */
export interface Bound {
  readonly what: string;
  readonly measured: number;
  readonly atMost: number;
  readonly unit: string;
}

export interface Measurements {
  /** Milliseconds of the empty app and of all declared environments. */
  readonly empty: number;
  readonly declared: number;
  /** Milliseconds and peak bytes by the number of generated environments, rising. */
  readonly generated: readonly { readonly count: number; readonly milliseconds: number; readonly bytes: number }[];
}

/**
 * The bounds: all environments against an empty app, each further environment, how much dearer a further one is among
 * many than among few, and memory.
 *
 * @throws RangeError when there are fewer than three sizes: two do not tell a line from a curve
 */
export function bounds({ empty, declared, generated }: Measurements): readonly Bound[] {
  const [first, second] = generated;
  const [before, last] = generated.slice(-2);
  if (first === undefined || second === undefined || before === undefined || last === undefined || before === first)
    throw new RangeError(`${generated.length} sizes were measured; expected three at least`);
  return [
    { what: 'all environments against an empty app', measured: declared / empty, atMost: 1.5, unit: 'times' },
    {
      what: `each further environment, from ${first.count} to ${last.count}`,
      measured: perEnvironment(first, last),
      atMost: 120,
      unit: 'ms',
    },
    {
      what: 'a further one among many against one among few',
      measured: perEnvironment(before, last) / perEnvironment(first, second),
      // One, with room for what a run differs from the next.
      atMost: 1.5,
      unit: 'times',
    },
    ...generated.map(({ count, bytes }) => ({
      what: `memory of ${count}`,
      measured: bytes / 2 ** 20,
      atMost: 1024,
      unit: 'MB',
    })),
  ];
}

type Size = Measurements['generated'][number];

function perEnvironment(from: Size, to: Size): number {
  return (to.milliseconds - from.milliseconds) / (to.count - from.count);
}
