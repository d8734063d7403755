import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { journeyTable } from '../lib/commands/journey-lines';
import { projectRoot } from '../lib/commands/project-root';
import { factsOf } from '../lib/commands/reach-target';
import { cleanUp, usualJourney } from '../lib/sign-in/journey';
import { chooseClient } from '../lib/sign-in/choose-client';
import { readPoolFacts } from '../lib/sign-in/pool-facts';
import type { Target } from '../lib/sign-in/target';
import { resolveStack } from '../lib/template/resolve';
import { fixtureStack } from './synthesis/assembly';

const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');

/** The lines of a table in the output of the sign-in, without results and durations. */
const stepAndOperation = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/ +(result|passed) .*$/, ''));

test('the steps that it shows are those of the journey for dev', () => {
  const pool = readPoolFacts(resolveStack(fixtureStack('dev')));
  const { client, flow } = chooseClient(pool.clients);
  const target: Pick<Target, 'pool' | 'client'> = { pool, client: { ...client, flow, id: '', secret: '' } };
  const facts = factsOf({ target: 'local' }, pool);
  const steps = [...usualJourney(pool).steps(facts), cleanUp].map(({ name, operations, proves }) => ({
    name,
    operations: operations(target as Target),
    proves,
    outcome: { result: 'passed', milliseconds: 1 } as const,
  }));
  const [, shown = ''] = /```\n(step .*?)\n\n/s.exec(readme) ?? [];
  expect(stepAndOperation(shown.split('\n'))).toEqual(stepAndOperation(journeyTable({ steps })));
});

test('every folder in the map exists, and every folder of the project is in the map', () => {
  const [, map = ''] = readme.split('\n## Folders\n');
  const mapped = [...map.matchAll(/^\| `([^`]+)` \|/gm)].map(([, folder = '']) => folder);
  const folders = (inside: string): readonly string[] =>
    readdirSync(join(projectRoot, inside)).filter(
      (name) =>
        !/^[.]|^(node_modules|cdk\.out|coverage|dist|lib)$/.test(name) &&
        statSync(join(projectRoot, inside, name)).isDirectory(),
    );
  const actual = [...folders('.'), ...folders('lib').map((name) => `lib/${name}`)];
  expect(mapped).toEqual(actual.toSorted());
});

test('every page and picture that it names exists', () => {
  const links = [...readme.matchAll(/(?:\]\(|\bsrc(?:set)?=")([^)#"]+)/g)].map(([, link = '']) => link);
  expect(links).toContain('docs/pictures/desk-light-desktop.png');
  expect(links.length).toBeGreaterThan(0);
  expect(links.filter((link) => !existsSync(join(projectRoot, link)))).toEqual([]);
});

test('every npm script that it names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const named = [...readme.matchAll(/npm run (?:--silent )?([\w:-]*\w)/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});
