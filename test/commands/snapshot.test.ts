import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readTexts } from '../../lib/commands/committed-files';
import { FixedSettingError } from '../../lib/commands/fixed-settings';
import { main, posturePage, rewriteCommitted, snapshotTexts } from '../../lib/commands/snapshot';
import { fixtureAssembly } from '../synthesis/assembly';
import { capturedIo } from './captured-io';

const today = '2026-11-21';
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'userpool-committed-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('every stack becomes a file under the name of its environment, and a snapshot of nothing goes', async () => {
  mkdirSync(join(root, 'test', 'snapshots', 'gone'), { recursive: true });
  writeFileSync(join(root, 'test', 'snapshots', 'gone', 'auth.json'), '{}');
  const io = capturedIo();
  await rewriteCommitted(root, fixtureAssembly(), today, io);
  expect(await readTexts(join(root, 'test', 'snapshots'))).toEqual(snapshotTexts(fixtureAssembly()));
  expect(io.written).toContain('added    test/snapshots/dev/auth.json');
  expect(io.written).toContain('removed  test/snapshots/gone/auth.json');
});

test('a second time nothing changes', async () => {
  await rewriteCommitted(root, fixtureAssembly(), today, capturedIo());
  const io = capturedIo();
  await rewriteCommitted(root, fixtureAssembly(), today, io);
  expect(io.written).toEqual(['test/snapshots is up to date.', 'docs is up to date.', 'POSTURE.md is up to date.']);
});

test('other files in docs stay as they are', async () => {
  mkdirSync(join(root, 'docs'));
  writeFileSync(join(root, 'docs', 'review.md'), 'by hand');
  await rewriteCommitted(root, fixtureAssembly(), today, capturedIo());
  expect(readFileSync(join(root, 'docs', 'review.md'), 'utf8')).toBe('by hand');
});

test('a user pool that cannot become what is declared stops everything before a file is written', async () => {
  await rewriteCommitted(root, fixtureAssembly(), today, capturedIo());
  const file = join(root, 'test', 'snapshots', 'dev', 'auth.json');
  const other = readFileSync(file, 'utf8').replace('"CaseSensitive": false', '"CaseSensitive": true');
  writeFileSync(file, other);
  const docs = join(root, 'docs', 'environments.md');
  writeFileSync(docs, 'out of date');
  await expect(rewriteCommitted(root, fixtureAssembly(), today, capturedIo())).rejects.toThrow(FixedSettingError);
  expect(readFileSync(file, 'utf8')).toBe(other);
  expect(readFileSync(docs, 'utf8')).toBe('out of date');
});

test('the posture of the environments is written beside the other files of the project, which stay as they are', async () => {
  writeFileSync(join(root, 'README.md'), 'by hand');
  const io = capturedIo();
  await rewriteCommitted(root, fixtureAssembly(), today, io);
  expect(io.written).toContain('added    POSTURE.md');
  expect(readFileSync(join(root, 'POSTURE.md'), 'utf8')).toBe(posturePage(fixtureAssembly(), today).get('POSTURE.md'));
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('by hand');
});

test('an argument is wrong use', async () => {
  const io = capturedIo();
  expect(await main(['dev'], io)).toBe(2);
  expect(io.problems.join('\n')).toContain('Usage: npm run snapshot');
});
