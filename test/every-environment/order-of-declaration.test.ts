import fc from 'fast-check';
import { requireValidEnvironments } from '../../lib/environments/check';
import { today } from '../environments/draft';
import { stacksFor } from '../stacks/template-for';
import { listPaths, longListPaths, withOtherKeys, withOtherLists } from '../synthesis/reordered';
import { wholeRange } from '../synthesis/whole-range';
import { sound } from './try-environments';

test.each(Object.values(wholeRange))(
  'another order of the keys and lists of $name changes none of its templates',
  (each) => {
    expect(stacksFor(withOtherKeys(withOtherLists(each)))).toEqual(stacksFor(each));
  },
);

test('another order of keys and of lists changes no template of 100 random environments', () => {
  fc.assert(
    fc.property(sound, (candidate) => {
      const [environment] = requireValidEnvironments([candidate], today);
      if (environment === undefined) throw new TypeError('One environment in, none out.');
      expect(stacksFor(withOtherKeys(withOtherLists(environment)))).toEqual(stacksFor(environment));
    }),
    { numRuns: 100, includeErrorInReport: true },
  );
});

test('random environments have two entries in every list that can hold so many', () => {
  const met = new Set(fc.sample(sound, 1000).flatMap(longListPaths));
  expect(listPaths().filter((path) => !met.has(path))).toEqual([]);
});
