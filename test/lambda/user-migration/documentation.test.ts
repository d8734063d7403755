import { readFileSync } from 'node:fs';
import path from 'node:path';
import { failureReasons, fields, longestValue } from '../../../lambda/user-migration/legacy-answer';
import { replyLimit } from '../../../lambda/user-migration/legacy-endpoint';

const page = readFileSync(path.join(__dirname, '..', '..', '..', 'docs', 'user-migration.md'), 'utf8');

/** The first cells of the table with this heading. */
function rowsOf(heading: string): readonly string[] {
  const [, table = ''] = page.split(`\n| ${heading} |`);
  const [rows = ''] = table.split('\n\n');
  return [...rows.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell ?? '');
}

it('the page on user migration explains every reason that the log can name, and no other', () => {
  expect(rowsOf('reason')).toEqual([...failureReasons]);
});

it('the page on user migration lists every field of a reply, and no other', () => {
  expect(rowsOf('field')).toEqual([...fields]);
});

it('the page on user migration states the limits that hold', () => {
  expect(page).toContain(`${replyLimit.toLocaleString('en')} bytes at most`);
  expect(page).toContain(`1 to ${longestValue.toLocaleString('en')} characters`);
});
