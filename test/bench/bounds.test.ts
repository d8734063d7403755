import { bounds } from '../../bench/bounds';
import type { Measurements } from '../../bench/bounds';

const megabyte = 2 ** 20;

/** 3 s for an app, 100 ms for each environment, and 600 MB: every bound holds. */
const good: Measurements = {
  empty: 3000,
  declared: 4000,
  generated: [1, 10, 100].map((count) => ({ count, milliseconds: 3000 + 100 * count, bytes: 600 * megabyte })),
};

const broken = (measurements: Measurements): readonly string[] =>
  bounds(measurements)
    .filter(({ measured, atMost }) => !(measured <= atMost))
    .map(({ what }) => what);

test('what grows along a line within the limits breaks no bound', () => {
  expect(broken(good)).toEqual([]);
  expect(bounds(good).map(({ measured }) => Math.round(measured * 100) / 100)).toEqual([1.33, 100, 1, 600, 600, 600]);
});

test.each<[string, Partial<Measurements>]>([
  ['all environments against an empty app', { declared: 4501 }],
  [
    'each further environment, from 1 to 100',
    { generated: good.generated.map((size) => ({ ...size, milliseconds: 3000 + 121 * size.count })) },
  ],
  [
    'a further one among many against one among few',
    { generated: good.generated.map((size) => ({ ...size, milliseconds: 3000 + size.count ** 2 })) },
  ],
  [
    'memory of 100',
    {
      generated: good.generated.map((size) => ({ ...size, bytes: size.count === 100 ? 1025 * megabyte : size.bytes })),
    },
  ],
])('what breaks the bound "%s" is told', (what, change) => {
  expect(broken({ ...good, ...change })).toContain(what);
});

test('two sizes are too few to tell a line from a curve', () => {
  expect(() => bounds({ ...good, generated: good.generated.slice(0, 2) })).toThrow(/2 sizes were measured/);
});
