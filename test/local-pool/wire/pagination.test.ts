import fc from 'fast-check';
import { pageOf } from '../../../lib/local-pool/wire/pagination';
import { refusal, refusalOf } from '../refusal';

const identity = (key: string): string => key;

/** Every page, one after the other. */
function walk(keys: readonly string[], limit: number | undefined): readonly (readonly string[])[] {
  const pages: (readonly string[])[] = [];
  let nextToken: string | undefined;
  do {
    const page = pageOf(keys, identity, { limit, nextToken });
    pages.push(page.items);
    nextToken = page.nextToken;
  } while (nextToken !== undefined);
  return pages;
}

test('the pages hold every item once, in the order of the keys, and none is too long', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 150 }), fc.integer({ min: 1, max: 60 }), (keys, limit) => {
      const pages = walk(keys, limit);
      expect(pages.flat()).toEqual(keys.toSorted());
      expect(pages).toHaveLength(Math.max(1, Math.ceil(keys.length / limit)));
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
    }),
  );
});

test.each([undefined, 0])('a limit of %s means 60', (limit) => {
  const keys = Array.from({ length: 61 }, (_, index) => String(index));
  expect(walk(keys, limit).map(({ length }) => length)).toEqual([60, 1]);
});

test('an item that goes between two pages hides no other', () => {
  const { nextToken } = pageOf(['a', 'b', 'c', 'd'], identity, { limit: 2, nextToken: undefined });
  expect(pageOf(['a', 'c', 'd'], identity, { limit: 2, nextToken }).items).toEqual(['c', 'd']);
});

test.each(['', 'made-up', 'bnVsbA', 'e30', 'eyJhZnRlciI6MX0'])(
  'the token %j was given out by no page',
  async (token) => {
    expect(await refusalOf(() => pageOf(['a'], identity, { limit: 1, nextToken: token }))).toEqual(
      refusal('InvalidParameterException', 'Invalid pagination token given'),
    );
  },
);
