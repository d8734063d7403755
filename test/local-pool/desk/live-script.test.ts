import { runInNewContext } from 'node:vm';
import { logCapacity } from '../../../lib/local-pool/desk/activity';
import { liveScript } from '../../../lib/local-pool/desk/live-script';
import { inboxCapacity } from '../../../lib/local-pool/state/inbox';

/** Runs the script in a page that has the tables, or none, and gives what it listens to. */
function run(hasTables: boolean) {
  const listeners = new Map<string, (event: { readonly data?: string }) => void>();
  const rows: string[] = [];
  let reloads = 0;
  const table = {
    rows,
    deleteRow: () => rows.pop(),
    insertAdjacentHTML: (_where: string, row: string) => rows.unshift(row),
  };
  class EventSource {
    addEventListener(name: string, listener: (event: { readonly data?: string }) => void): void {
      listeners.set(name, listener);
    }
  }
  const document = { getElementById: () => (hasTables ? table : null) };
  runInNewContext(liveScript, { document, EventSource, location: { reload: () => reloads++ } });
  const happens = (name: string, data?: string) => listeners.get(name)?.(data === undefined ? {} : { data });
  return { listeners, rows, happens, reloads: () => reloads };
}

test('rows come on top, the newest first', () => {
  const { happens, rows } = run(true);
  happens('message', JSON.stringify('<tr>1</tr>'));
  happens('message', JSON.stringify('<tr>2</tr>'));
  expect(rows).toEqual(['<tr>2</tr>', '<tr>1</tr>']);
});

test.each([
  ['message', inboxCapacity],
  ['entry', logCapacity],
])('of %s as many rows stay as the pool keeps: %d', (name, capacity) => {
  const { happens, rows } = run(true);
  for (let number = 0; number < capacity + 2; number++) happens(name, JSON.stringify(String(number)));
  expect(rows).toHaveLength(capacity);
  expect(rows[0]).toBe(String(capacity + 1));
});

test('the page is loaded again when a lost connection is back, and not when it opens first', () => {
  const { happens, reloads } = run(true);
  happens('open');
  expect(reloads()).toBe(0);
  happens('error');
  expect(reloads()).toBe(0);
  happens('open');
  expect(reloads()).toBe(1);
});

test('a page without the tables listens to nothing', () => {
  expect(run(false).listeners.size).toBe(0);
});
