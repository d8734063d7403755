import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../lib/commands/project-root';

const docs = readdirSync(join(projectRoot, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => `docs/${name}`);
const pages = ['README.md', 'SECURITY.md', ...docs];
const textOf = (page: string): string => readFileSync(join(projectRoot, page), 'utf8');

/** The claims of SECURITY.md with the file and the title of the test that holds each. */
const claims = [...textOf('SECURITY.md').matchAll(/^\| (.+?) \| (.+) \|$/gm)]
  .map(([, claim = '', test = '']) => ({ claim, test }))
  .filter(({ claim }) => claim !== 'claim');

test.each(claims)('SECURITY.md names a test for: $claim', ({ test: named }) => {
  const [, file = '', title = ''] = /^`(test\/[^`]+\.ts)`: (.+)$/.exec(named) ?? [];
  expect(title).not.toBe('');
  expect(textOf(file)).toContain(title);
});

test.each(pages)('every test that %s names is there', (page) => {
  const named = [...textOf(page).matchAll(/`(test\/[\w./-]+)`/g)].map(([, file = '']) => file);
  expect(named.filter((file) => !existsSync(join(projectRoot, file)))).toEqual([]);
});
