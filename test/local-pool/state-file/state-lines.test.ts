import { crc32 } from 'node:zlib';
import fc from 'fast-check';
import type { Change } from '../../../lib/local-pool/state-file/change';
import { KeptState } from '../../../lib/local-pool/state-file/kept-state';
import { StateFileError } from '../../../lib/local-pool/state-file/state-file-error';
import { changesLine, headLine, readLines } from '../../../lib/local-pool/state-file/state-lines';
import { arbitraryChange } from './arbitrary-changes';

const removed = (username: string): Change => ({ change: 'user-removed', poolId: 'eu-west-1_A', username });

/** A file of these lines of changes. */
function fileOf(...lines: readonly (readonly Change[])[]): Buffer {
  return Buffer.from([headLine(), ...lines.map((changes, index) => changesLine(index + 1, changes))].join(''));
}

const read = (content: Buffer | string) => {
  const { changes, unfinished } = readLines('/people.state', Buffer.from(content));
  return { changes: [...changes], unfinished };
};

const problemOf = (content: Buffer | string): string => {
  try {
    read(content);
  } catch (error) {
    if (error instanceof StateFileError) return error.message;
    throw error;
  }
  return 'none';
};

const three = fileOf([removed('anna')], [removed('bob'), removed('carol')], [removed('dave')]);
const [head = '', first = '', second = '', third = ''] = three.toString().split(/(?<=\n)/);

test('whatever was written is read again, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(arbitraryChange, { maxLength: 4 }), { maxLength: 4 }), (lines) => {
      expect(read(fileOf(...lines))).toEqual({ changes: lines.flat(), unfinished: 0 });
    }),
  );
});

test('the fewest changes come to the same state as all of them', () => {
  fc.assert(
    fc.property(fc.array(arbitraryChange, { maxLength: 40 }), (changes) => {
      const state = new KeptState(changes);
      const again = new KeptState(state.changes(0));
      expect([...again.pools.keys()]).toEqual([...state.pools.keys()]);
      expect(again.clients).toEqual(state.clients);
      for (const [id, pool] of state.pools) {
        const copy = again.pools.get(id);
        expect(copy?.record).toEqual(pool.record);
        expect([...(copy?.users ?? [])].map(([name, { user, withheld }]) => [name, user, withheld])).toEqual(
          [...pool.users].map(([name, { user, withheld }]) => [name, user, withheld]),
        );
        expect(copy?.families).toEqual(pool.families);
      }
    }),
  );
});

test('a file that was cut off anywhere holds whole lines and nothing of the one that was cut', () => {
  for (let length = head.length; length <= three.length; length += 1) {
    const whole = [first, second, third].filter((_, index, lines) => {
      const end = head.length + lines.slice(0, index + 1).join('').length;
      // The line end alone may be missing: everything before it goes with the checksum.
      return length >= end - 1;
    });
    const { changes, unfinished } = read(three.subarray(0, length));
    expect(changes).toEqual(
      [[removed('anna')], [removed('bob'), removed('carol')], [removed('dave')]].slice(0, whole.length).flat(),
    );
    const kept = [head, ...whole].join('').length;
    expect(unfinished).toBe(Math.max(0, length - kept));
  }
});

test('a byte that is another one is found wherever it is, but in a last line without its end', () => {
  for (let at = 0; at < three.length - 1; at += 1) {
    const damaged = Buffer.from(three);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(problemOf(damaged)).not.toBe('none');
  }
});

const anew = 'Name another file with --state, or remove this one to begin anew without its users.';

test.each([
  ['an empty file', '', 'got an empty file, expected one that the local user pool has written with --state, or none.'],
  ['a text', 'users: []\n', 'got a file of another kind, expected one that the local user pool has written'],
  ['JSON', '{"n":0,"kind":"userpool local state","version":1}\n', 'got a file of another kind, expected'],
  ['a part of the first line', head.slice(0, 20), 'got a file of another kind, expected'],
  [
    'a first line that was changed',
    head.replace('"version":1', '"version":0'),
    'line 1 is damaged: got text that does',
  ],
  [
    'a line that was changed',
    head + first.replace('anna', 'Anna') + second,
    'line 2 is damaged: got text that does not',
  ],
  [
    'a last line that was changed',
    head + first + second.replace('bob', 'rob'),
    'line 3 is damaged: got text that does',
  ],
  [
    'a line that is missing',
    head + first + third,
    'line 3 is damaged: got a line with the number 3, expected 2: lines',
  ],
  ['a line that is there twice', head + first + first, 'line 3 is damaged: got a line with the number 1, expected 2'],
  ['an empty line', `${head}\n${first}`, 'line 2 is damaged: got text that does not go with its checksum'],
  [
    'a change of no known kind',
    head + changesLine(1, [{ change: 'unheard' } as unknown as Change]),
    'line 2 is damaged: got changes of another form at 0.change, expected those of version 1.',
  ],
  [
    'a record without a member',
    head + changesLine(1, [{ change: 'user-removed', poolId: 'a' } as unknown as Change]),
    'line 2 is damaged: got changes of another form at 0.username, expected',
  ],
])('%s is refused: where, what was found, what is expected and what to do', (_what, content, problem) => {
  const told = problemOf(content);
  expect(told).toMatch(/^\/people\.state: /);
  expect(told).toContain(problem);
  expect(told).toMatch(/(It|The file) was left as it is\./);
  if (told.includes('damaged')) expect(told).toContain(`Put back a copy of the file from before. ${anew}`);
});

test('a file from a newer version is refused, whatever else is in it', () => {
  const newer = changesLine(0, []).slice(9).replace('"changes":[]', '"kind":"userpool local state","version":2');
  const line = `${crc32(newer.trimEnd()).toString(16).padStart(8, '0')} ${newer}`;
  expect(problemOf(`${line}what nobody knows yet\n`)).toBe(
    '/people.state: got a state of version 2, which a newer userpool has written; expected version 1. It was left as it ' +
      'is. Use the newer userpool, or name another file with --state.',
  );
});

test('no value of a damaged file is in the message', () => {
  const line = changesLine(1, [{ change: 'user-removed', poolId: 'hidden-value', username: 7 } as unknown as Change]);
  expect(problemOf(head + line)).not.toContain('hidden-value');
});
