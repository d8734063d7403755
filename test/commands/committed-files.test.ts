import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyChanges, changesBetween, readTexts } from '../../lib/commands/committed-files';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'userpool-committed-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('what is new, different or no longer wanted is a change, sorted by file', () => {
  const present = new Map([
    ['dev/auth.json', 'old'],
    ['old/auth.json', ''],
    ['prod/auth.json', 'same'],
  ]);
  const wanted = new Map([
    ['prod/auth.json', 'same'],
    ['dev/auth.json', 'new'],
    ['added/auth.json', ''],
  ]);
  expect(changesBetween(present, wanted)).toEqual([
    { kind: 'added', file: 'added/auth.json' },
    { kind: 'changed', file: 'dev/auth.json' },
    { kind: 'removed', file: 'old/auth.json' },
  ]);
});

test('after its changes a directory holds what is wanted, and no empty folder', async () => {
  const first = new Map([
    ['dev/auth.json', 'a'],
    ['old/auth.json', 'b'],
  ]);
  await applyChanges(directory, changesBetween(new Map(), first), first);
  const second = new Map([['dev/auth.json', 'c']]);
  await applyChanges(directory, changesBetween(await readTexts(directory), second), second);
  expect(await readTexts(directory)).toEqual(second);
  expect(readdirSync(directory)).toEqual(['dev']);
});

test('a directory that is not there has no files', async () => {
  expect(await readTexts(join(directory, 'missing'))).toEqual(new Map());
});

test('nothing has to change between a set of files and itself, and every file between it and nothing', () => {
  const texts = fc
    .dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.string())
    .map((files) => new Map(Object.entries(files)));
  fc.assert(
    fc.property(texts, (files) => {
      expect(changesBetween(files, files)).toEqual([]);
      expect(changesBetween(files, new Map())).toHaveLength(files.size);
      expect(changesBetween(new Map(), files)).toHaveLength(files.size);
    }),
  );
});
