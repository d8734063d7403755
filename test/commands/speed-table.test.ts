import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withSpeedTable } from '../../lib/commands/speed-page';
import { projectRoot } from '../../lib/commands/project-root';
import { readRecordedRun, renderSpeedTable, shownFigure } from '../../lib/commands/speed-table';

const run = {
  date: '2026-11-21',
  machine: 'a processor, 2 cores, Node.js 20.20.2',
  figures: [
    { what: 'sign-in', measured: 1.234, unit: 'ms', atMost: 2 },
    { what: 'memory', measured: 321.9, unit: 'MB' },
  ],
} as const;

test('a run is shown with its date, its machine and every figure beside its bound', () => {
  expect(renderSpeedTable(run)).toBe(
    [
      'Measured on 2026-11-21: a processor, 2 cores, Node.js 20.20.2.',
      '',
      '| what | measured | at most |',
      '| --- | --- | --- |',
      '| sign-in | 1.23 ms | 2 ms |',
      '| memory | 322 MB |  |',
    ].join('\n'),
  );
});

test('a run that was written is read as it was', () => {
  expect(readRecordedRun(JSON.stringify(run))).toEqual(run);
});

test.each([
  ['a date that is none', { ...run, date: 'yesterday' }],
  ['an unknown unit', { ...run, figures: [{ what: 'sign-in', measured: 1, unit: 'furlong' }] }],
  ['an unknown member', { ...run, note: '' }],
])('%s in the recorded run is refused', (_what, changed) => {
  expect(() => readRecordedRun(JSON.stringify(changed))).toThrow();
});

test.each([
  [0.1234, '0.12'],
  [-3.456, '-3.46'],
  [12.34, '12.3'],
  [1234.5, '1235'],
])('%d is shown as %s', (value, shown) => {
  expect(shownFigure(value)).toBe(shown);
});

test('docs/local-pool.md shows the recorded run and no other figures', () => {
  const page = readFileSync(join(projectRoot, 'docs', 'local-pool.md'), 'utf8');
  const file = join(projectRoot, 'bench', 'figures.json');
  expect(existsSync(file)).toBe(true);
  expect(withSpeedTable(page, readFileSync(file, 'utf8'))).toBe(page);
});
