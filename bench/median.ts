/** The middle one of several numbers, of two in the middle their mean. @throws RangeError for none */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  const [lower, upper] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  if (lower === undefined || upper === undefined) throw new RangeError('no number has a median');
  return (lower + upper) / 2;
}
