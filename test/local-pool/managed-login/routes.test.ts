import { readFileSync } from 'node:fs';
import path from 'node:path';
import { managedLoginPaths, routeAt } from '../../../lib/local-pool/managed-login/routes';

test('docs/local-pool.md names every path, and no other that begins a row of its table', () => {
  const page = readFileSync(path.join(__dirname, '../../../docs/local-pool.md'), 'utf8');
  for (const each of managedLoginPaths) expect(page).toContain(`\`${each}\``);
  const section = page.split('\n## ').find((part) => part.startsWith('Managed login\n')) ?? '';
  const rows = [...section.matchAll(/^\| ((?:`\/[\w/]+`(?:, )?)+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map((cell) => cell.replaceAll('`', '')).filter((each) => routeAt(each) === undefined)).toEqual([]);
});

test.each(['toString', '/constructor', '__proto__', '/login/'])('nothing of managed login answers at %s', (each) => {
  expect(routeAt(each)).toBeUndefined();
});
