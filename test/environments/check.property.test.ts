import fc from 'fast-check';
import { checkEnvironments, requireValidEnvironments } from '../../lib/environments/check';
import { EnvironmentError } from '../../lib/environments/problem';
import { rules } from '../../lib/environments/rules/rules';
import { draft, problemsOf, today } from './draft';

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every place in a sound environment, as the keys from its root. */
function placesIn(value: unknown, place: readonly string[] = []): readonly (readonly string[])[] {
  const inner = isNode(value) ? Object.entries(value).flatMap(([key, child]) => placesIn(child, [...place, key])) : [];
  return [place, ...inner];
}

/** Puts a value at a place, if an earlier edit has left that place there. */
function put(root: Node, place: readonly string[], value: unknown): void {
  const parent = place.slice(0, -1).reduce<unknown>((node, key) => (isNode(node) ? node[key] : undefined), root);
  const last = place[place.length - 1];
  // Reflect: some of what was put in before (a typed array, a frozen value) takes no property.
  if (isNode(parent) && last !== undefined) Reflect.set(parent, last, value);
}

const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true });

/** A sound environment with anything in a few places, new keys included. */
const edited = fc
  .array(fc.tuple(fc.constantFrom(...placesIn(draft())), fc.option(fc.string()), anything), {
    minLength: 1,
    maxLength: 4,
  })
  .map((edits) => {
    const candidate: Node = draft();
    for (const [place, key, value] of edits) put(candidate, key === null ? place : [...place, key], value);
    return candidate;
  });

describe('any input', () => {
  it('gets an answer, never a crash, and each problem is complete', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(anything, edited), { maxLength: 3 }), (candidates) => {
        for (const problem of checkEnvironments(candidates, today)) {
          for (const part of [problem.environment, problem.got, problem.allowed, problem.instead, problem.rule]) {
            expect(part).toMatch(/\S/);
          }
        }
      }),
    );
  });

  /** What a file can hold: a key on a list or a changed prototype is no part of that. */
  const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it('is either used as it is or refused', () => {
    fc.assert(
      fc.property(fc.oneof(anything, edited), (candidate) => {
        const problems = problemsOf(candidate);
        if (problems.length > 0) expect(() => requireValidEnvironments([candidate], today)).toThrow(EnvironmentError);
        else expect(written(requireValidEnvironments([candidate], today))).toEqual(written([candidate]));
      }),
    );
  });

  it('is refused under the id of a rule or of the schema', () => {
    const ids = ['schema', ...rules.map(({ id }) => id)];
    fc.assert(
      fc.property(edited, (candidate) => {
        expect(ids).toEqual(expect.arrayContaining(problemsOf(candidate).map(({ rule }) => rule)));
      }),
    );
  });
});
