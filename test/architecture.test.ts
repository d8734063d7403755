import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../lib/commands/project-root';

/** Without its drawings. */
const page = readFileSync(path.join(projectRoot, 'docs/architecture.md'), 'utf8').replaceAll(/^```[^]*?^```$/gm, '');
const localPool = path.join(projectRoot, 'lib/local-pool');

/** The rows of the table under a heading, without its head. */
function rowsUnder(heading: string): readonly string[] {
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [own = ''] = section.split('\n## ');
  return own
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);
}

const quoted = (text = ''): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const firstCell = (row: string): string => row.split('|')[1] ?? '';

test('it has every folder of the local pool', () => {
  const folders = readdirSync(localPool, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect(rowsUnder('The local user pool, folder by folder').flatMap((row) => quoted(firstCell(row)))).toEqual(
    folders.toSorted(),
  );
});

test('every file that it names exists', () => {
  const files = quoted(page).filter((name) => /^[\w./-]+\.m?ts$/.test(name));
  expect(files.length).toBeGreaterThan(10);
  const places = [projectRoot, localPool, path.join(localPool, 'authentication')];
  const missing = files.filter((file) => !places.some((place) => existsSync(path.join(place, file))));
  expect(missing).toEqual([]);
});

test('it gives a reason for every package but the types, and for no other', () => {
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync(path.join(projectRoot, 'package.json'), 'utf8'),
  ) as Readonly<Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>>;
  const packages = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
  const named = rowsUnder('Tools, and the reason for each').flatMap((row) => quoted(firstCell(row)));
  expect(named.toSorted()).toEqual(packages.toSorted());
});
