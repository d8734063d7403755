import { catalogue } from '../../lib/environments/rules/catalogue';
import { rules } from '../../lib/environments/rules/rules';
import { broken, problemsOf } from './draft';
import { refusedByField } from './refused-by-field';

const coveredIds = new Set(rules.flatMap(({ covers = [] }) => covers));
const heldBy = (by: string) => catalogue.filter(({ held }) => held.by === by);

describe('what only a deployment would refuse, and what would deploy unsafely,', () => {
  test('is 54 and 16 entries', () => {
    const of = (family: string) => catalogue.filter(({ id }) => id.startsWith(family)).length;
    expect([of('deploy-'), of('unsafe-')]).toEqual([54, 16]);
  });

  test.each(heldBy('rule'))('$id has a rule: $what', ({ id }) => {
    expect([...coveredIds]).toContain(id);
  });

  test('is named by no rule that does not exist in it', () => {
    const ids = catalogue.map(({ id }) => id);
    expect([...coveredIds].filter((id) => !ids.includes(id))).toEqual([]);
  });

  const refused = heldBy('field').flatMap(({ id, what }) =>
    (refusedByField[id] ?? []).map((row) => ({ ...row, id, holds: what })),
  );

  test.each(refused)('$id, $holds is refused by its field for $what', ({ place, value, path = place }) => {
    const problems = problemsOf(broken(place, value)).filter(({ rule }) => rule === 'schema');
    expect(problems.map((problem) => problem.path)).toEqual([path]);
  });

  test('has something that a field refuses for each that a field holds, and for no other', () => {
    const held = heldBy('field').map(({ id }) => id);
    expect(Object.keys(refusedByField).toSorted()).toEqual(held.toSorted());
  });

  test.each(heldBy('nobody'))('$id says why nobody can hold it here', ({ held }) => {
    expect(held).toHaveProperty('why', expect.stringMatching(/^[A-Z].{20,}\.$/));
  });

  test.each(heldBy('construct'))('$id says how the constructs hold it', ({ held }) => {
    expect(held).toHaveProperty('how', expect.stringMatching(/^[A-Z].{20,}\.$/));
  });
});
