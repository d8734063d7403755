import { checkEnvironments } from '../../lib/environments/check';
import { fixtureAssembly } from './assembly';
import { everyEnvironment } from './every-environment';

test('the environments that tests are made with pass the same checks as declared ones', () => {
  expect(checkEnvironments(everyEnvironment, '2026-11-21')).toEqual([]);
});

test('the assembly of the tests has every declared environment and every fixture', () => {
  expect(fixtureAssembly().stacks.map(({ stage }) => stage)).toEqual(everyEnvironment.map(({ name }) => name));
});
