import type { Change } from '../../../lib/local-pool/state-file/change';
import { StateFileError } from '../../../lib/local-pool/state-file/state-file-error';
import { UnwrittenChanges } from '../../../lib/local-pool/state-file/unwritten-changes';
import { systemError } from './memory-files';

/** A journal of which each write ends when it is told to. */
function heldJournal() {
  const writes: { readonly names: readonly string[]; readonly end: () => void; readonly fail: () => void }[] = [];
  return {
    writes,
    journal: {
      file: '/people.state',
      write: (changes: readonly Change[]) =>
        new Promise<void>((end, reject) => {
          const names = changes.map((change) => (change.change === 'user-removed' ? change.username : ''));
          writes.push({ names, end, fail: () => reject(systemError('ENOSPC')) });
        }),
    },
  };
}

const removed = (username: string) => (): Change => ({ change: 'user-removed', poolId: 'a', username });
/** Until everything that can go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('those who wait at once share a write, and those who come meanwhile share the next', async () => {
  const { journal, writes } = heldJournal();
  const changes = new UnwrittenChanges(journal);
  const acknowledged: string[] = [];
  const request = (name: string): void => {
    changes.add(name, removed(name));
    void changes.written().then(() => acknowledged.push(name));
  };
  ['a', 'b'].forEach(request);
  await settled();
  ['c', 'd', 'e'].forEach(request);
  await settled();
  expect(writes.map(({ names }) => names)).toEqual([['a', 'b']]);
  writes[0]?.end();
  await settled();
  expect(acknowledged).toEqual(['a', 'b']);
  expect(writes.map(({ names }) => names)).toEqual([
    ['a', 'b'],
    ['c', 'd', 'e'],
  ]);
  writes[1]?.end();
  await settled();
  expect(acknowledged).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('one who has changed nothing waits for what others have changed before', async () => {
  const { journal, writes } = heldJournal();
  const changes = new UnwrittenChanges(journal);
  await changes.written();
  changes.add('a', removed('a'));
  void changes.written();
  await settled();
  let isAnswered = false;
  void changes.written().then(() => (isAnswered = true));
  await settled();
  expect([writes.length, isAnswered]).toEqual([1, false]);
  writes[0]?.end();
  await settled();
  expect(isAnswered).toBe(true);
});

test('of a record that changes several times between two writes, the last state is written once', async () => {
  const { journal, writes } = heldJournal();
  const changes = new UnwrittenChanges(journal);
  let name = 'first';
  changes.add('user', () => removed(name)());
  name = 'second';
  changes.add('user', () => removed(name)());
  void changes.written();
  name = 'third';
  await settled();
  expect(writes.map(({ names }) => names)).toEqual([['third']]);
});

test('a write that fails acknowledges nobody who waited for it, and is made up for by the next', async () => {
  const { journal, writes } = heldJournal();
  const changes = new UnwrittenChanges(journal);
  changes.add('a', removed('a'));
  const both = Promise.allSettled([changes.written(), changes.written()]);
  await settled();
  writes[0]?.fail();
  for (const outcome of await both) {
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(StateFileError) });
    expect(outcome).toMatchObject({
      reason: {
        message: expect.stringMatching(/^\/people\.state: it cannot be written \(ENOSPC\)\. Requests fail until/),
      },
    });
  }
  changes.add('b', removed('b'));
  const next = changes.written();
  await settled();
  expect(writes[1]?.names).toEqual(['a', 'b']);
  writes[1]?.end();
  await next;
});
