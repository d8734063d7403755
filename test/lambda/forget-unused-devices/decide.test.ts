import fc from 'fast-check';
import { unusedOf } from '../../../lambda/forget-unused-devices/decide';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 21);
const usedBefore = (milliseconds: number) => ({ key: 'key', lastUsed: new Date(now - milliseconds) });

it.each([
  ['today', 0, false],
  ['59 days ago', 59 * day, false],
  ['60 days ago to the millisecond', 60 * day, false],
  ['60 days and a millisecond ago', 60 * day + 1, true],
  ['ten years ago', 3650 * day, true],
  ['tomorrow, by a clock that is ahead', -day, false],
])('a device that was used %s is forgotten after 60 days: %j ms, %s', (_, ago, forgotten) => {
  expect(unusedOf([usedBefore(ago)], 60, now)).toHaveLength(forgotten ? 1 : 0);
});

it('a device of which nothing is known is kept', () => {
  expect(unusedOf([{ key: 'key', lastUsed: undefined }], 1, now)).toEqual([]);
});

it('whoever waits longer forgets no more devices', () => {
  const devices = fc.array(fc.integer({ min: 0, max: 4000 * day }).map(usedBefore));
  const days = fc.integer({ min: 1, max: 3650 });
  fc.assert(
    fc.property(devices, days, days, (all, one, other) => {
      const [shorter, longer] = [Math.min(one, other), Math.max(one, other)];
      expect(unusedOf(all, shorter, now)).toEqual(expect.arrayContaining([...unusedOf(all, longer, now)]));
    }),
  );
});
