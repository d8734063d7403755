/**
 * Whether two patterns of IAM, in which `*` stands for any text and `?` for any character, have a text in common. Upper
 * and lower case are the same, as they are in actions.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
 */
export function overlap(left: string, right: string): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  // Row by row from the end: whether the rests of both patterns from here on have a text in common.
  let next: readonly boolean[] = [];
  for (let i = a.length; i >= 0; i -= 1) {
    const row: boolean[] = [];
    for (let j = b.length; j >= 0; j -= 1) {
      const [x, y] = [a[i], b[j]];
      const diagonal = next[j + 1] === true;
      if (x === undefined && y === undefined) row[j] = true;
      else if (x === '*') row[j] = next[j] === true || row[j + 1] === true;
      else if (y === '*') row[j] = row[j + 1] === true || next[j] === true;
      else row[j] = diagonal && x !== undefined && y !== undefined && (x === y || x === '?' || y === '?');
    }
    next = row;
  }
  return next[0] === true;
}

/** Whether everything that the second pattern matches is matched by the first. */
export function covers(wide: string, narrow: string): boolean {
  const literal = (text: string): string => text.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${literal(wide).replace(/\*+/g, '.*').replaceAll('?', '.')}$`, 'i').test(narrow);
}
