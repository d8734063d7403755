import { readings } from '../../bench/readings';

const measured = readings({
  declared: '/declared',
  many: '/many',
  changed: '/changed',
  repository: '/repository',
  base: 'a1',
  head: 'b2',
});

test.each([
  ['posture of three environments', 300, '/declared'],
  ['review of two revisions', 700, '/repository'],
  ['posture of 100 environments', 3000, '/many'],
  ['review of 100 environments', 3000, '/many'],
])('%s may take %d ms', (what, atMost, cwd) => {
  expect(measured.find((reading) => reading.what === what)).toMatchObject({ atMost, cwd });
});

test('the revisions are reviewed from the one before to the one that weakens, which has to stop', () => {
  const review = measured.find(({ args }) => args[0] === 'review');
  expect(review?.args.join(' ')).toContain('--base a1 --head b2');
  expect(review?.exitCodes).toEqual([1]);
});
