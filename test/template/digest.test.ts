import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { digestDirectory } from '../../lib/template/digest';
import { directoryWith, removeDirectories } from './assembly-on-disk';
import type { Files } from './assembly-on-disk';

afterAll(removeDirectories);

const files: Files = { 'index.js': 'a', 'lib/b.js': 'b' };
const digest = digestDirectory(directoryWith(files));

test('a digest is sha256 and does not depend on where, when and in which order the files were written', () => {
  expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(digestDirectory(directoryWith({ 'lib/b.js': 'b', 'index.js': 'a', empty: undefined }))).toBe(digest);
});

test('permissions do not count', () => {
  const directory = directoryWith(files);
  chmodSync(path.join(directory, 'index.js'), 0o755);
  expect(digestDirectory(directory)).toBe(digest);
});

test.each<[string, Files]>([
  ['a content', { ...files, 'index.js': 'A' }],
  ['a name', { 'main.js': 'a', 'lib/b.js': 'b' }],
  ['the directory of a file', { 'index.js': 'a', 'b.js': 'b' }],
  ['a file more', { ...files, 'c.js': '' }],
  ['where one file ends and the next begins', { 'index.js': 'alib/b.jsb' }],
])('%s changes the digest', (_rule, changed) => {
  expect(digestDirectory(directoryWith(changed))).not.toBe(digest);
});

test('a link counts as the text it holds, so that one into a circle ends', () => {
  const linked = directoryWith(files);
  symlinkSync('..', path.join(linked, 'lib', 'up'));
  expect(digestDirectory(linked)).not.toBe(digest);
});

test('the digest of a file is that of its content', () => {
  // echo -n a | sha256sum
  expect(digestDirectory(path.join(directoryWith(files), 'index.js'))).toBe(
    'sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
  );
});
