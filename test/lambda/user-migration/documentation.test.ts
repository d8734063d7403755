import { readFileSync } from 'node:fs';
import path from 'node:path';
import { failureLine } from '../../../lambda/failure-line';
import { decide } from '../../../lambda/user-migration/decide';
import { failureReasons, fields, longestValue, readReply } from '../../../lambda/user-migration/legacy-answer';
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

it.each([
  ['200', 200, null, 'account', 'the user is created'],
  ['404', 404, null, 'nobody', 'nobody is created'],
  ['401', 401, null, 'nobody', 'nobody is created'],
  ['401 with `WWW-Authenticate: Bearer`', 401, 'Bearer', 'token-refused', 'the token is read again, once'],
  ['403', 403, null, 'token-refused', 'the token is read again, once'],
  ['anything else', 503, null, 'unexpected-status', 'nobody is created, and it is logged'],
])(
  'the page on user migration says what the function makes of status %s',
  (row, status, challenge, meaning, happens) => {
    const body = Buffer.from('{"email":"anna@example.com"}');
    const answer = readReply({ status, challenge, body }, 'anna@example.com');
    expect(answer.kind === 'failure' ? answer.reason : answer.kind).toBe(meaning);
    const line = page.split('\n').find((each) => each.startsWith(`| ${row} |`));
    expect(line).toMatch(new RegExp(`\\| ${happens} \\|$`));
  },
);

it('the page on user migration shows the line of the log as it is written', () => {
  const [, shown = ''] = /```json\n(.*)\n```/.exec(page) ?? [];
  const { requestId } = JSON.parse(shown) as { readonly requestId: string };
  let written: unknown;
  try {
    decide({ kind: 'failure', reason: 'unexpected-status', status: 503 });
  } catch (error) {
    written = JSON.stringify(failureLine('UserMigration', requestId, error));
  }
  expect(written).toBe(shown);
});
