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

  test.each(heldBy('field'))('$id is refused by its field: $what', ({ id }) => {
    const row = refusedByField[id];
    expect(row).toBeDefined();
    const { place, value } = row ?? { place: '', value: undefined };
    const problems = problemsOf(broken(place, value));
    expect(problems.map(({ path }) => path)).toContainEqual(expect.stringContaining(row?.path ?? place));
    expect(problems.map(({ rule }) => rule)).toContain('schema');
  });

  test.each(heldBy('nobody'))('$id says why nobody can hold it here', ({ held }) => {
    expect(held).toHaveProperty('why', expect.stringMatching(/^[A-Z].{20,}\.$/));
  });

  test.each(heldBy('construct'))('$id says how the constructs hold it', ({ held }) => {
    expect(held).toHaveProperty('how', expect.stringMatching(/^[A-Z].{20,}\.$/));
  });
});
