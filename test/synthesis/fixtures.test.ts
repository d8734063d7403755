import { checkEnvironments } from '../../lib/environments/check';
import { fixtureAssembly } from './assembly';
import { clientRange } from './client-range';
import { everyEnvironment } from './every-environment';
import { pagesRange } from './pages-range';
import { range } from './range';
import { triggerRange } from './trigger-range';
import { watchedRange } from './watched-range';

test('the environments that tests are made with pass the same checks as declared ones', () => {
  const ranges = Object.values({ ...range, ...clientRange, ...pagesRange, ...triggerRange, ...watchedRange });
  expect(checkEnvironments([...everyEnvironment, ...ranges], '2026-11-21')).toEqual([]);
});

test('the assembly of the tests has every declared environment and every fixture', () => {
  expect(fixtureAssembly().stacks.map(({ stage }) => stage)).toEqual(everyEnvironment.map(({ name }) => name));
});
