import type { DeclaredPool } from '../declared-stacks';

/** What a template says of one resource, with the place where it does. */
export interface Placed<T> {
  /** Path of the stack. */
  readonly stack: string;
  readonly logicalId: string;
  readonly part: T;
}

/** What a pool may have once only stops the start the second time, as the service refuses it. */
export function once<T>(pool: DeclaredPool, all: readonly Placed<T>[], path: string, keyOf: (part: T) => string): void {
  const seen = new Set<string>();
  for (const { stack, logicalId, part } of all) {
    const key = keyOf(part);
    if (seen.has(key)) {
      const nextStep = 'Change or remove one of the two: the service refuses the second.';
      const complaint = { got: `${key} for the second time`, expected: 'each once in a pool', nextStep };
      pool.findings.in(stack).stop(logicalId, path, complaint);
    }
    seen.add(key);
  }
}
