import { readdirSync } from 'node:fs';
import { checkEnvironments } from '../../lib/environments/check';
import { fixtureAssembly } from './assembly';
import { everyEnvironment } from './every-environment';
import { wholeRange } from './whole-range';

test('the environments that tests are made with pass the same checks as declared ones', () => {
  expect(checkEnvironments([...everyEnvironment, ...Object.values(wholeRange)], '2026-11-21')).toEqual([]);
});

test('the whole range is all ranges', () => {
  const files = readdirSync(__dirname).filter((file) => /(^|-)range\.ts$/.test(file) && file !== 'whole-range.ts');
  const exported = files.flatMap((file) => Object.entries(jest.requireActual<Record<string, object>>(`./${file}`)));
  const ranges = exported.filter(([name]) => /range$/i.test(name));
  expect(ranges).toHaveLength(files.length);
  expect(Object.keys(wholeRange).toSorted()).toEqual(
    ranges.flatMap(([, environments]) => Object.keys(environments)).toSorted(),
  );
});

test('the assembly of the tests has every declared environment and every fixture', () => {
  const stages = new Set(fixtureAssembly().stacks.map(({ stage }) => stage));
  expect([...stages]).toEqual(everyEnvironment.map(({ name }) => name));
});
