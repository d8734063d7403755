import { verdictKinds } from '../../lib/review/verdict';
import type { Change } from '../../lib/review/verdict';
import { corpus } from './corpus';
import type { Expected } from './corpus/pair';
import { reviewOf } from './review-of';
import { rows } from './rows';

test.each(corpus)('$title', (pair) => {
  expect(told(reviewOf(pair, []))).toEqual(pair.expected.toSorted(byPlace));
});

test.each(corpus)('the controls take nothing from what the rules say: $title', (pair) => {
  const whole = new Map(told(reviewOf(pair)).map(([id, property, ...verdicts]) => [`${id} ${property}`, verdicts]));
  for (const [id, property, ...verdicts] of pair.expected) {
    // Neutral gives way to whatever else is said.
    const kinds = verdicts.filter((verdict) => verdict !== 'neutral');
    expect(whole.get(`${id} ${property}`)).toEqual(expect.arrayContaining(kinds));
  }
});

test('every row of what is known has a pair', () => {
  const held = new Set(corpus.flatMap((pair) => pair.rows));
  expect(rows.filter((row) => !held.has(row))).toEqual([]);
});

test('no two pairs have the same title', () => {
  const titles = corpus.map(({ title }) => title);
  expect(titles).toEqual([...new Set(titles)]);
});

test('every judgement says what happens, and where that is known from', () => {
  const judgements = corpus.flatMap((pair) => reviewOf(pair)).flatMap((change) => change.judgements);
  for (const { effect, source, rule } of judgements) {
    expect(effect).toMatch(/^["A-Z].*[.:"]$/s);
    expect(source).not.toBe('');
    expect(rule).not.toBe('');
  }
});

test('every verdict of the vocabulary is the expectation of a pair', () => {
  const expected = new Set(corpus.flatMap((pair) => pair.expected.flatMap(([, , ...verdicts]) => verdicts)));
  expect(verdictKinds.filter((kind) => !expected.has(kind))).toEqual([]);
});

type Told = readonly [string, string, ...string[]];

/** Place and verdicts, each once, in an order of their own. */
function told(changes: readonly Change[]): readonly Told[] {
  return changes
    .map(({ pair, property, judgements }): Told => {
      const id = (pair.after ?? pair.before)?.resource.logicalId ?? '';
      return [id, property, ...new Set(judgements.map(({ verdict }) => verdict))];
    })
    .toSorted(byPlace);
}

function byPlace(left: Told | Expected, right: Told | Expected): number {
  return `${left[0]} ${left[1]}` < `${right[0]} ${right[1]}` ? -1 : 1;
}
