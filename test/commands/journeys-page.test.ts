import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withJourneyTables } from '../../lib/commands/journeys-page';
import { projectRoot } from '../../lib/commands/project-root';
import { environments } from '../../lib/environments/environments';
import { journeys, signInJourneys } from '../../lib/sign-in/journey';
import { fixtureStack } from '../synthesis/assembly';

const read = (file: string): string => readFileSync(join(projectRoot, file), 'utf8');

test('docs/journeys.md holds every journey and what the environments permit, as the code has it', () => {
  const page = read('docs/journeys.md');
  const stacks = environments.map(({ name }) => fixtureStack(name));
  // npm run snapshot rewrites it.
  expect(page).toBe(withJourneyTables(page, stacks));
  expect(journeys.filter(({ name }) => !page.includes(`\n| ${name} | `))).toEqual([]);
});

test('the journeys are numbered as they are run, and those that are not run by this command are named', () => {
  const numbers = journeys.map(({ name }) => Number(name.slice(1)));
  expect(numbers).toEqual(numbers.toSorted((left, right) => left - right));
  const missing = Array.from({ length: 20 }, (_, index) => index + 1).filter((number) => !numbers.includes(number));
  expect(missing).toEqual([14, 17]);
  expect(read('docs/journeys.md')).toContain('J14 and J17 are not run by this command');
});

test('the README lists the journeys of npm run sign-in', () => {
  const listed = [...read('README.md').matchAll(/^\| (J\d+) \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(signInJourneys.map(({ name }) => name));
});
